namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>Counts that hang together, and in which of them each row of an answer stands.</summary>
public sealed class Sheet<TRow>
    where TRow : class
{
    private readonly Dictionary<TRow, (string Family, int At)> places = [];
    private readonly Dictionary<TRow, List<string>> keys = [];
    private int families;

    public CountTables Tables { get; } = new();

    /// <summary>Totals that are known to everybody.</summary>
    public HashSet<string> Known { get; } = [];

    /// <summary>Totals that are said nowhere.</summary>
    public HashSet<string> Unsaid { get; } = [];

    public IEnumerable<TRow> Rows => keys.Keys;

    /// <summary>The counts of a row; none when it does not stand here.</summary>
    public IReadOnlyList<string> Of(TRow row) => keys.GetValueOrDefault(row, []);

    /// <summary>Rows with one count each, parts of one total.</summary>
    /// <param name="isKnown">Whether everybody knows the total, or nobody; null when somebody may.</param>
    public void AddLine(IReadOnlyList<TRow> rows, Func<TRow, long> count, bool? isKnown)
    {
        var family = Begin(rows);
        foreach (var row in rows) Add(row, Key(row, null), count(row));
        if (rows.Count > 1 || isKnown is true) Total(Name(family, "all", null), null, rows, isKnown);
    }

    /// <summary>Rows with those who count and those who do not, parts of one total of each.</summary>
    public void AddShares(IReadOnlyList<TRow> rows, Func<TRow, (long Yes, long No)> counts, bool? isKnown)
    {
        var family = Begin(rows);
        foreach (var row in rows)
        {
            var (yes, no) = counts(row);
            Add(row, Key(row, "yes"), yes);
            Add(row, Key(row, "no"), no);
            Add(row, Key(row, null), yes + no);
            Tables.AddSum(Key(row, null), [Key(row, "yes"), Key(row, "no")]);
        }

        if (rows.Count > 1 || isKnown is true) Totals(family, rows, isKnown);
    }

    /// <summary>A further total of rows that stand here with those who count and those who do not: rows of several families add up to it.</summary>
    public void AddTotal(IReadOnlyList<TRow> rows, bool? isKnown) => Totals($"total {families++}", rows, isKnown);

    /// <param name="part">yes or no; null for both.</param>
    public string Key(TRow row, string? part) => Name(places[row].Family, $"{places[row].At}", part);

    /// <summary>The total of all rows of the row's family.</summary>
    public string TotalKey(TRow row, string? part) => Name(places[row].Family, "all", part);

    private static string Name(string family, string at, string? part) => CountKey.Of(family, ("row", at), ("part", part));

    private string Begin(IReadOnlyList<TRow> rows)
    {
        var family = $"family {families++}";
        for (var at = 0; at < rows.Count; at++) places[rows[at]] = (family, at);
        return family;
    }

    private void Add(TRow row, string key, long count)
    {
        Tables.Add(key, count);
        if (keys.TryGetValue(row, out var had)) had.Add(key);
        else keys[row] = [key];
    }

    private void Totals(string family, IReadOnlyList<TRow> rows, bool? isKnown)
    {
        foreach (var part in new[] { "yes", "no", null }) Total(Name(family, "all", part), part, rows, isKnown);
        Tables.AddSum(Name(family, "all", null), [Name(family, "all", "yes"), Name(family, "all", "no")]);
    }

    private void Total(string key, string? part, IReadOnlyList<TRow> rows, bool? isKnown)
    {
        Tables.Add(key, rows.Sum(r => Tables.Values[Tables.PlaceOf(Key(r, part))]));
        Tables.AddSum(key, [.. rows.Select(r => Key(r, part))]);
        if (isKnown is { } known) (known ? Known : Unsaid).Add(key);
    }
}
