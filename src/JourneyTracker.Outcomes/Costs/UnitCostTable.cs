using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JourneyTracker.Outcomes.Answers;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>Unit costs as a table of an answer: they were taken in and not worked out. An answer that was kept is asked again with those that stand in it.</summary>
public static class UnitCostTable
{
    private const string Name = "unit_costs";

    private static readonly AnswerColumn[] Columns =
    [
        new("item", "Item", ColumnKind.Text), new("unit", "One", ColumnKind.Text), new("low", "Low, £", ColumnKind.Number), new("central", "Central, £", ColumnKind.Number), new("high", "High, £", ColumnKind.Number),
        new("price_year", "Prices of", ColumnKind.Text), new("source", "Source", ColumnKind.Text), new("address", "Address", ColumnKind.Text), new("confidence", "How sure", ColumnKind.Text),
    ];

    public static AnswerTable Of(IReadOnlyList<UnitCost> costs) => new(Name, "Unit costs, as they were taken in", Columns, [.. costs.Select(c => (IReadOnlyList<AnswerCell>)
    [
        AnswerCell.Of(c.Item), AnswerCell.Of(CostItem.Find(c.Item)?.Unit ?? ""), AnswerCell.Of((double?)c.Low), AnswerCell.Of((double?)c.Central), AnswerCell.Of((double?)c.High),
        AnswerCell.Of(c.PriceYear), AnswerCell.Of(c.Source), AnswerCell.Of(c.Address), AnswerCell.Of(c.Confidence),
    ])])
    { IsImported = true };

    /// <summary>Those with which a kept answer was worked out; none when it was worked out with none.</summary>
    public static IReadOnlyList<UnitCost> In(KeptAnswer kept)
    {
        if (kept.Tables.FirstOrDefault(t => t.Name == Name && t.IsImported) is not { } table) return [];
        return [.. table.Rows.Select(r =>
        {
            JsonElement Cell(string column) => r[Array.FindIndex(Columns, c => c.Name == column)];
            string Text(string column) => Cell(column).GetString()!;
            return new UnitCost(Text("item"), Cell("low").GetDouble(), Cell("central").GetDouble(), Cell("high").GetDouble(), Text("price_year"), Text("source"), Text("address"), Text("confidence"));
        })];
    }

    /// <summary>Marks them out in what an answer quotes.</summary>
    public static string Hash(IReadOnlyList<UnitCost> costs) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', costs))));
}
