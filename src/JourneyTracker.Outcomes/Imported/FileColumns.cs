namespace JourneyTracker.Outcomes.Imported;

/// <summary>The columns that a file must have, and may have.</summary>
internal sealed record FileColumns(IReadOnlyList<string> Needed, IReadOnlyList<string> Optional)
{
    /// <summary>What is wrong with a header. A name that is not known is a fault: it may be a misspelt one.</summary>
    public IEnumerable<string> Faults(IReadOnlyList<string> header)
    {
        if (Needed.Except(header).ToList() is { Count: > 0 } missing) yield return $"line 1: there is no column {string.Join(", and none ", missing)}; the file needs {string.Join(", ", Needed)}, and may have {string.Join(", ", Optional)}.";
        foreach (var unknown in header.Except(Needed).Except(Optional)) yield return $"line 1: the column {unknown} is not known: take it away, or name it as one of {string.Join(", ", Needed.Concat(Optional))}.";
        foreach (var twice in header.GroupBy(h => h).Where(g => g.Count() > 1)) yield return $"line 1: there are {twice.Count()} columns {twice.Key}: leave one.";
    }
}
