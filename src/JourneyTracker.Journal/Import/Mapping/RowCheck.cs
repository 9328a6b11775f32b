namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>A check of the mapping, ready to be asked of rows.</summary>
internal sealed class RowCheck
{
    private readonly CheckSpec spec;
    private readonly Condition[] when;
    private readonly int place = -1;

    /// <exception cref="ImportRefusedException">The mapping contradicts itself.</exception>
    public RowCheck(CheckSpec spec, Columns columns)
    {
        this.spec = spec;
        if (spec.Refuse is null == spec.Notice is null) throw new ImportRefusedException($"In the mapping, the check '{spec.Because}' needs a code for either refuse or notice.");
        if (spec.When.Count == 0) throw new ImportRefusedException($"In the mapping, the check '{Code}' has no condition.");
        when = [.. spec.When.Select(c => new Condition(c, columns))];
        if (spec.Column is { } column) place = columns.Place(column);
    }

    public string Code => spec.Refuse ?? spec.Notice!;

    public bool Refuses => spec.Refuse is not null;

    public bool Applies(string[] cells) => Array.TrueForAll(when, c => c.Holds(cells));

    public RowRefusal Refusal(string[] cells, long line) => new(
        line, spec.Column, place < 0 ? null : RowRefusal.Shorten(cells[place]), Code, spec.Because, spec.Mend ?? "Correct the row, or leave it out.");
}
