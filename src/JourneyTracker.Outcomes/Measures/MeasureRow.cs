using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Statistics;
using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>One group of a measure: its names, and what was counted.</summary>
public sealed class MeasureRow(DuckTable table, object?[] cells)
{
    private const string Number = "n";
    private const string Count = "x";
    private const string Women = "women";
    private const string WomenCounted = "women_x";

    /// <summary>Counted beside the rate, and in no total of it.</summary>
    private static readonly string[] Beside = ["missing", "not_asked", "not_run", "left_out"];
    private readonly List<(string Name, string Value)> groups = [.. table.Columns.Zip(cells).Where(c => c.Second is not (long or double)).Select(c => (c.First, Text(c.Second)))];
    private readonly List<(string Name, object Value)> counts = [.. table.Columns.Zip(cells).Where(c => c.Second is long or double).Select(c => (c.First, c.Second!))];
    private readonly List<string> notShown = [];

    /// <summary>How much of what should count may be missing before a share says nothing: our own choice (unverified).</summary>
    private const double MostMissing = 0.1;

    /// <summary>How many of how many; null where it counts alone, or more than it is of.</summary>
    public Proportion? Proportion => Long(Count) is { } x && Long(Number) is { } n && x <= n ? new Proportion(x, n) : null;

    /// <summary>Whether of so many it is not known that a share of the others would say nothing.</summary>
    public bool LacksTooMany { get; } = Lacks(table, cells);

    /// <summary>The share that may be said; null where there is none, or too much is missing.</summary>
    public Proportion? Share => LacksTooMany ? null : Proportion;

    private static bool Lacks(DuckTable table, object?[] cells)
    {
        long Of(string name) => table.Has(name) ? cells[table[name]] as long? ?? 0 : 0;
        // Of few who are missing it must not tell how many: it is as if they were the most that is few.
        return Of(Count) <= Of(Number) && Of("missing") is > 0 and var missing && (DisclosurePolicy.Usual.IsSmall(missing) ? DisclosurePolicy.Usual.SmallTo : missing) is var taken && taken > MostMissing * (Of(Number) + taken);
    }

    /// <summary>A row for each line of a table.</summary>
    public static IReadOnlyList<MeasureRow> Of(DuckTable? table) => table is null ? [] : [.. table.Rows.Select(r => new MeasureRow(table, r))];

    /// <summary>Rows of which no count is small, and from which none can be worked out.</summary>
    public static IReadOnlyList<MeasureRow> Shown(IReadOnlyList<MeasureRow> rows) => WithoutSmallBeside([.. MeasureSuppression.Shown(rows)], rows);

    /// <summary>The same of the parts of some totals, of which those are shown that are.</summary>
    /// <param name="parts">Rows that differ from the totals in their last group alone.</param>
    public static IReadOnlyList<MeasureRow> Shown(IReadOnlyList<MeasureRow> parts, IReadOnlyList<MeasureRow> totals, IReadOnlyList<MeasureRow> shown) =>
        WithoutSmallBeside([.. MeasureSuppression.Shown(parts, totals, shown)], parts);

    /// <summary>What stands beside a rate and is small in one row is taken out of all that are shown.</summary>
    internal static IReadOnlyList<MeasureRow> WithoutSmallBeside(IReadOnlyList<MeasureRow> shown, IReadOnlyList<MeasureRow> all)
    {
        foreach (var name in Beside.Where(name => all.Any(r => r.Long(name) is { } count && DisclosurePolicy.Usual.IsSmall(count))))
            foreach (var row in shown) row.Without(name);
        return shown;
    }

    /// <summary>Whether it has such a count, shown or not.</summary>
    public bool Has(string count) => notShown.Contains(count) || counts.Any(c => c.Name == count);

    /// <summary>The values of all groups, in order.</summary>
    internal IReadOnlyList<string> Groups => [.. groups.Select(g => g.Value)];

    /// <summary>Whether any of its counts is about few women.</summary>
    internal bool IsSmall => Parts.Any(p => DisclosurePolicy.Usual.IsSmall(p.Yes) || DisclosurePolicy.Usual.IsSmall(p.No)) || IsSmallRest;

    /// <summary>Whether those are few of whom nothing counts: a gate may count them.</summary>
    private bool IsSmallRest => Long(Women) is { } all && Long(WomenCounted) is { } counted && DisclosurePolicy.Usual.IsSmall(all - counted);

    /// <summary>The value of the last group; nothing when there are none.</summary>
    public string Part => groups.Count == 0 ? "" : groups[^1].Value;

    /// <summary>The values of the groups before the last.</summary>
    public string Kind => string.Join('\n', groups.SkipLast(1).Select(g => g.Value));

    /// <summary>What stands in a column of it; not applicable where there is none.</summary>
    public AnswerCell Cell(string column)
    {
        if (notShown.Contains(column)) return AnswerCell.Suppressed;
        return counts.FirstOrDefault(c => c.Name == column).Value switch
        {
            long count => AnswerCell.Of(count),
            double number => AnswerCell.Of(number),
            _ => AnswerCell.NotApplicable,
        };
    }

    /// <summary>A count beside the rate that is small in one row is left out of all: from the others it could be worked out.</summary>
    private void Without(string name)
    {
        counts.RemoveAll(c => c.Name == name);
        notShown.Add(name);
    }

    /// <summary>Its whole numbers by their names.</summary>
    internal IReadOnlyList<(string Name, long Value)> Counts => [.. counts.Where(c => c.Value is long).Select(c => (c.Name, (long)c.Value))];

    /// <summary>The same row with other whole numbers; what has none is not shown, and neither is a mean of few.</summary>
    internal MeasureRow With(Func<string, long?> count)
    {
        var kept = counts.Where(c => c.Value is long ? count(c.Name) is not null : !DisclosurePolicy.Usual.IsSmall(Size)).ToList();
        var row = new MeasureRow(new DuckTable([.. groups.Select(g => g.Name), .. kept.Select(c => c.Name)], []), [.. groups.Select(g => g.Value), .. kept.Select(c => c.Value is long ? count(c.Name) : c.Value)]);
        row.notShown.AddRange(counts.Except(kept).Select(c => c.Name));
        return row;
    }

    /// <summary>How much is counted in it.</summary>
    internal long Size => Long(Number) ?? Long(Count) ?? 0;

    /// <summary>What suppression looks at: those who count and those who do not, or a count alone.</summary>
    public IReadOnlyList<(long Yes, long No)> Parts => Proportion is { } p
        ? [(p.Events, p.N - p.Events), .. Alone([Number, Count])]
        : [.. Alone([])];

    private IEnumerable<(long Yes, long No)> Alone(string[] but) => counts.Where(c => !Beside.Contains(c.Name) && !but.Contains(c.Name)).Select(c => (c.Value as long? ?? 0, 0L));

    /// <summary>Whether it is the row of the same kind with which another is compared.</summary>
    public bool IsReferenceFor(MeasureRow other, string reference) => groups.Count > 0 && groups[^1].Value == reference && groups.SkipLast(1).SequenceEqual(other.groups.SkipLast(1));

    /// <summary>As JSON.</summary>
    public object Document(RelativeRateIndex? index)
    {
        var document = new Dictionary<string, object?>();
        foreach (var (name, value) in groups) document[name] = value;
        foreach (var (name, value) in counts) document[name] = value;
        foreach (var name in notShown) document[name] = null;
        if (Proportion is { } proportion)
        {
            document["rate"] = proportion.Rate;
            document["wilson95"] = proportion.Wilson();
        }

        if (index is not null)
        {
            document["relativeRateIndex"] = index.Value;
            document["relativeRateIndex95"] = index.Interval;
        }

        return document;
    }

    /// <summary>In one line.</summary>
    public string InWords(RelativeRateIndex? index) => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", groups.Select(g => g.Value))}: {string.Join(", ", counts.Select(c => $"{c.Name} {c.Value:n0}"))}{string.Concat(notShown.Select(n => $", {n} not shown"))}{Rate(Proportion)}{Index(index)}");

    private static string Rate(Proportion? of) => of is { Rate: { } rate } p && p.Wilson() is { } bounds ? string.Create(CultureInfo.InvariantCulture, $" ({100 * rate:0.0}%; 95% interval {100 * bounds.Low:0.0}% to {100 * bounds.High:0.0}%)") : "";

    private static string Index(RelativeRateIndex? index) => index is { Value: { } value } ? string.Create(CultureInfo.InvariantCulture, $"; {value:0.00} times the reference{Bounds(index.Interval)}") : "";

    private static string Bounds(Interval? interval) => interval is { } b ? string.Create(CultureInfo.InvariantCulture, $" ({b.Low:0.00} to {b.High:0.00})") : "";

    /// <summary>A count of it by its name; null where it has none.</summary>
    internal long? Long(string name) => counts.FirstOrDefault(c => c.Name == name).Value as long?;

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
