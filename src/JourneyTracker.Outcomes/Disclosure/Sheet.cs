namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>Counts that hang together, and in which of them each row of an answer stands.</summary>
public sealed class Sheet<TRow>
    where TRow : class
{
    private static readonly string?[] Shares = ["yes", "no", null];
    private readonly Dictionary<TRow, (string Family, int At)> places = [];
    private readonly Dictionary<TRow, List<string>> keys = [];
    private int families;

    public CountTables Tables { get; } = new();

    /// <summary>Counts that are known to everybody, whatever is hidden here.</summary>
    public HashSet<string> Known { get; } = [];

    /// <summary>Counts that are said nowhere.</summary>
    public HashSet<string> Unsaid { get; } = [];

    public IEnumerable<TRow> Rows => keys.Keys;

    /// <summary>The counts of a row; none when it does not stand here.</summary>
    public IReadOnlyList<string> Of(TRow row) => keys.GetValueOrDefault(row, []);

    /// <summary>Rows with one count each, parts of one total.</summary>
    /// <param name="isKnown">Whether everybody knows the total, or nobody; null when somebody may.</param>
    /// <returns>The key of each row's count, in order.</returns>
    public IReadOnlyList<string> AddLine(IReadOnlyList<TRow> rows, Func<TRow, long> count, bool? isKnown)
    {
        var family = Begin(rows);
        foreach (var row in rows) Add(row, Key(row, null), count(row));
        if (rows.Count > 1 || isKnown is true) Total(Name(family, "all", null), null, rows, isKnown);
        return [.. rows.Select(r => Key(r, null))];
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

        if (rows.Count > 1 || isKnown is not null) Totals(family, rows, isKnown);
    }

    /// <summary>Says that a count of a row is no more than another of it: what is between them is said nowhere.</summary>
    public void AddNoMore(string less, string more)
    {
        var between = CountKey.Of(more, ("without", less));
        Tables.Add(between, Tables.Values[Tables.PlaceOf(more)] - Tables.Values[Tables.PlaceOf(less)]);
        Tables.AddSum(more, [less, between]);
        Unsaid.Add(between);
    }

    /// <summary>A further total of rows that stand here with those who count and those who do not: rows of several families add up to it.</summary>
    /// <returns>The keys of the totals: of those who count, of those who do not, and of both.</returns>
    public IReadOnlyList<string> AddTotal(IReadOnlyList<TRow> rows, bool? isKnown)
    {
        var family = $"total {families++}";
        Totals(family, rows, isKnown);
        return [.. Shares.Select(part => Name(family, "all", part))];
    }

    /// <summary>Says that totals which stand here add up to one that everybody knows.</summary>
    /// <param name="totals">Each total's keys as <see cref="AddTotal"/> gives them.</param>
    public void AddGrandTotal(IReadOnlyList<IReadOnlyList<string>> totals)
    {
        var family = $"total {families++}";
        foreach (var (part, at) in Shares.Select((p, i) => (p, i)))
        {
            var key = Name(family, "all", part);
            Tables.Add(key, totals.Sum(t => Tables.Values[Tables.PlaceOf(t[at])]));
            Tables.AddSum(key, [.. totals.Select(t => t[at])]);
            Known.Add(key);
        }
    }

    /// <summary>A row that stands for totals which stand here already: hidden itself, they must not be worked out either.</summary>
    public void AddHidden(TRow row, IReadOnlyList<string> totals) => keys[row] = [.. totals];

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
        foreach (var part in Shares) Total(Name(family, "all", part), part, rows, isKnown);
        Tables.AddSum(Name(family, "all", null), [Name(family, "all", "yes"), Name(family, "all", "no")]);
    }

    private void Total(string key, string? part, IReadOnlyList<TRow> rows, bool? isKnown)
    {
        Tables.Add(key, rows.Sum(r => Tables.Values[Tables.PlaceOf(Key(r, part))]));
        Tables.AddSum(key, [.. rows.Select(r => Key(r, part))]);
        if (isKnown is { } known) (known ? Known : Unsaid).Add(key);
    }
}
