using JourneyTracker.Domain.Codes;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>Something that the store can count for a woman and that may be given a cost (cost_items.csv).</summary>
/// <param name="Code">As in a file of unit costs, for example <c>night-recall</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Unit">Of what there is a cost each.</param>
/// <param name="IsSupport">Whether it is spent on support; otherwise it is saved when there is less of it.</param>
/// <param name="RestsOn">The stored names of the facts, of which one at least must have been recorded.</param>
/// <param name="Counted">What is counted of it.</param>
public sealed record CostItem(string Code, string Title, string Unit, bool IsSupport, IReadOnlyList<string> RestsOn, string Counted)
{
    private const string Support = "support";

    public static IReadOnlyList<CostItem> All { get; } =
        [.. CodeListCsv.Rows(MeasureList.Text("cost_items.csv")).Skip(1).Select(r => new CostItem(r[0], r[1], r[2], r[3] == Support, r[4].Split('|'), r[5]))];

    /// <summary>Null when there is none.</summary>
    public static CostItem? Find(string code) => All.FirstOrDefault(i => i.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
