using System.Globalization;
using System.Text.RegularExpressions;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Dates;

/// <summary>Reads the cells of one row and gathers what has to be mended.</summary>
internal sealed partial class CaseCells(int line, IReadOnlyDictionary<string, string> cells, List<RowFault> faults)
{
    private static readonly Dictionary<string, string> Recalls = new(StringComparer.Ordinal)
    {
        ["STANDARD_RECALL"] = "LR",
        ["FIXED_TERM_RECALL_14"] = "FTR_14",
        ["FIXED_TERM_RECALL_28"] = "FTR_28",
        ["FIXED_TERM_RECALL_56"] = "FTR_56",
    };

    /// <summary>Empty also when the file has no such column.</summary>
    public string Text(string column) => cells.GetValueOrDefault(column, "").Trim();

    public DateOnly? Day(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return Fault<DateOnly?>(column, text, "write a day as 2024-03-01, or leave it empty");
    }

    public DateOnly NeededDay(string column)
    {
        if (Text(column).Length == 0) return Fault<DateOnly>(column, "", "write the day as 2024-03-01");
        return Day(column) ?? default;
    }

    public int Whole(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 36_600) return number;
        return Fault<int>(column, text, "write a whole number from 0 to 36600");
    }

    public bool Truth(string column) => Text(column).ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" or "" => false,
        var other => Fault<bool>(column, other, "write True or False"),
    };

    public Term Length()
    {
        try
        {
            return new Term(Whole("years"), Whole("months"), Whole("weeks"), Whole("days"));
        }
        catch (ArgumentException)
        {
            return Fault("years, months, weeks, days", "", "write a length of at least one day and at most a hundred years", new Term(days: 1));
        }
    }

    /// <summary>A list as <c>['SEXUAL', 'VIOLENT']</c>, or one code; NO is none.</summary>
    public IReadOnlyList<string> Exclusions(string column)
    {
        var codes = Code().Matches(Text(column)).Select(m => m.Value).Where(c => c != "NO").ToList();
        foreach (var unknown in codes.Where(c => !Exclusion.IsKnown(c)))
            Fault<string?>(column, unknown, $"use one of {string.Join(", ", Exclusion.All.Select(e => e.Code).Where(Exclusion.IsKnown).Distinct())}");
        if (Text(column).Length > 0 && codes.Count == 0 && !Text(column).Contains("NO", StringComparison.Ordinal) && Text(column) != "[]")
            Fault<string?>(column, Text(column), "write a list as ['SEXUAL'], or leave it empty");
        return codes;
    }

    public Recall? Recall(int addedDays)
    {
        var kind = Text("recall_type");
        if (kind.Length == 0) return null;
        if (!Recalls.TryGetValue(kind, out var code)) return Fault<Recall?>("recall_type", kind, $"use one of {string.Join(", ", Recalls.Keys)}, or leave it empty");
        var recall = new Recall(code, Day("revocation_date"), Day("returned_to_custody"), AddedSince: addedDays);
        if (recall.ReturnedOn < recall.RevokedOn) return Fault<Recall?>("returned_to_custody", Text("returned_to_custody"), "the return cannot come before the revocation");
        return recall;
    }

    public LawOfDay? Law()
    {
        var regime = Text("regime");
        return CaseRegimes.Of(regime, Text("case")) ?? Fault<LawOfDay?>("regime", regime, $"use one of {string.Join(", ", CaseRegimes.Known)}, or leave it empty");
    }

    private T? Fault<T>(string column, string said, string mend) => Fault<T?>(column, said, mend, default);

    private T Fault<T>(string column, string said, string mend, T instead)
    {
        faults.Add(new RowFault(line, $"column {column}{(said.Length == 0 ? "" : $", \"{(said.Length > 40 ? said[..40] + "…" : said)}\"")}: {mend}"));
        return instead;
    }

    [GeneratedRegex("[A-Z][A-Z0-9_]+")]
    private static partial Regex Code();
}
