using System.Text.RegularExpressions;
using JourneyTracker.Outcomes.Imported;

namespace JourneyTracker.Outcomes.Costs;

/// <summary>A CSV file of unit costs: one a row, all in the prices of one year.</summary>
public static partial class UnitCostFile
{
    private static readonly FileColumns Columns = new(["item", "unit", "low", "central", "high", "price_year", "source", "confidence"], ["address"]);

    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">All others.</param>
    /// <exception cref="FileFaultsException">Something is wrong with it.</exception>
    public static IReadOnlyList<UnitCost> Parse(IReadOnlyList<string> header, IReadOnlyList<FileRow> rows)
    {
        var faults = Columns.Faults(header).ToList();
        if (faults.Count == 0 && rows.Count == 0) faults.Add("line 1: there is no unit cost under the header.");
        var read = faults.Count > 0 ? [] : rows.Select(r => new RowCells(r, faults)).Select(r => (Row: r, Cost: Read(r))).ToList();
        foreach (var group in read.GroupBy(r => r.Cost.Item).Where(g => g.Key.Length > 0))
            foreach (var twice in group.Skip(1)) twice.Row.Wrong("item", $"line {group.First().Row.Line} has a unit cost of {group.Key} already: leave one");
        foreach (var other in read.Where(r => r.Cost.PriceYear != read[0].Cost.PriceYear))
            other.Row.Wrong("price_year", $"line {read[0].Row.Line} is in prices of {read[0].Cost.PriceYear}: nothing is converted here, so bring all to the prices of one year first");
        return faults.Count == 0 ? [.. read.Select(r => r.Cost)] : throw new FileFaultsException(faults);
    }

    private static UnitCost Read(RowCells row)
    {
        var item = CostItem.Find(row.Text("item"));
        if (item is null) row.Wrong("item", $"\"{row.Text("item")}\" is nothing that is counted here; there are: {string.Join(", ", CostItem.All.Select(i => i.Code))}");
        else if (row.Text("unit") != item.Unit) row.Wrong("unit", $"\"{row.Text("unit")}\" is not what is counted of {item.Code}: give the cost of one {item.Unit}, and write {item.Unit}");
        var (low, central, high) = (Pounds(row, "low"), Pounds(row, "central"), Pounds(row, "high"));
        if (low > central || central > high) row.Wrong("central", "lies outside low and high: write low, central and high in rising order");
        var year = row.Text("price_year");
        if (!Year().IsMatch(year)) row.Wrong("price_year", $"\"{year}\" is no year: write 2024, or 2024-25");
        return new UnitCost(item?.Code ?? "", low, central, high, year, row.Needed("source", "say who says so, and in which publication or account"), row.Address("address"), row.OneOf("confidence", "verified", "unverified", "assumed"));
    }

    private static double Pounds(RowCells row, string column)
    {
        var pounds = row.Number(column);
        if (row.Text(column).Length == 0) row.Wrong(column, "is empty: write pounds; where one figure alone is known, write it as low, central and high");
        else if (pounds < 0) row.Wrong(column, "is less than nothing: write what it costs, as a positive number");
        return pounds ?? 0;
    }

    [GeneratedRegex(@"^(19|20)\d\d(-\d\d)?$")]
    private static partial Regex Year();
}
