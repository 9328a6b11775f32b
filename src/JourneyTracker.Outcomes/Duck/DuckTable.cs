namespace JourneyTracker.Outcomes.Duck;

/// <summary>What a statement answered.</summary>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">Its rows: text, long, double, bool, DateOnly, or null.</param>
public sealed record DuckTable(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Where a column stands.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int this[string column] => Columns.ToList().IndexOf(column) is >= 0 and var at ? at : throw new ArgumentException($"There is no column {column}; there are: {string.Join(", ", Columns)}.", nameof(column));

    public bool Has(string column) => Columns.Contains(column);
}
