namespace JourneyTracker.Journal.Folding.Rebuild;

/// <summary>Empty rows for each table of some folds.</summary>
internal static class FoldTables
{
    public static IReadOnlyList<IFoldRows> Of(IReadOnlyCollection<string> folds) =>
        [.. new IFoldRows[] { new SpellRows(), new AreaRows(), new MovementRows(), new FindingRows(), new MergedRows(), new PromptSpanRows() }.Where(t => folds.Contains(t.Fold))];
}
