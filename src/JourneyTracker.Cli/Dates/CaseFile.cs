using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>Reads and writes files of release-date cases, one sentence a row.</summary>
internal static class CaseFile
{
    private const int FaultsShown = 10;

    public static IReadOnlyList<string> Given { get; } =
    [
        "case", "regime", "sentence_date", "offence_date", "years", "months", "weeks", "days", "remand_days", "tagged_bail_days", "ual_days", "added_days",
        "sds_plus", "early_release_exclusion", "section_250", "recall_type", "revocation_date", "returned_to_custody",
    ];

    public static IReadOnlyList<string> Dates { get; } = ["CRD", "ARD", "SLED", "SED", "HDCED", "TUSED", "PRRD"];

    /// <exception cref="RefusedException">The file cannot be read, or cells of it must be mended; each is named by row and column.</exception>
    public static IReadOnlyList<CaseRow> Read(string path)
    {
        if (!File.Exists(path)) throw new RefusedException("There is no such file.", path, "Check the path.");
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0].Length == 0) throw new RefusedException("The file is empty.", path, $"Its first row names the columns: {string.Join(",", Given.Concat(Dates))}.");
        var header = CsvLine.Read(lines[0].TrimStart('\uFEFF')) ?? [];
        var missing = Given.Concat(Dates).Except(header, StringComparer.Ordinal).ToList();
        if (missing.Count > 0) throw new RefusedException($"Row 1 has no column {string.Join(", ", missing)}.", path, "Add it; leave its cells empty where nothing is known.");

        var (rows, faults) = (new List<CaseRow>(), new List<string>());
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            var said = CsvLine.Read(lines[i]);
            if (said?.Count != header.Count)
            {
                faults.Add(said is null ? $"row {i + 1}: a quote is left open" : $"row {i + 1}: it has {said.Count} cells, the header {header.Count}; add or take away a comma, or put quotes round a cell with commas");
                continue;
            }

            var cells = header.Zip(said).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
            if (RowOf(i + 1, cells, faults) is { } row) rows.Add(row);
        }

        if (faults.Count == 0) return rows;
        var shown = string.Join("\n", faults.Take(FaultsShown).Select(f => $"  {f}"));
        throw new RefusedException($"{(faults.Count == 1 ? "1 cell" : $"{faults.Count} cells")} must be mended:\n{shown}{(faults.Count > FaultsShown ? "\n  …" : "")}\n", path, "Mend them and try again.");
    }

    /// <summary>The same columns, with the dates that the law gives.</summary>
    public static void Write(string path, IEnumerable<CaseResult> results)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(CsvLine.Write(Given.Concat(Dates)));
        foreach (var result in results)
        {
            var dates = Dates.Select(d => result.Got(d)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            file.WriteLine(CsvLine.Write(Given.Select(c => result.Case.Cells[c]).Concat(dates)));
        }
    }

    private static CaseRow? RowOf(int line, Dictionary<string, string> raw, List<string> faults)
    {
        var before = faults.Count;
        var cells = new CaseCells(line, raw, faults);
        var added = cells.Whole("added_days");
        var recall = cells.Recall(added);
        var atLarge = cells.Whole("ual_days");
        var afterRelease = AfterRelease(recall, atLarge);
        var sentence = new Sentence(
            cells.NeededDay("sentence_date"), cells.Length(), cells.Day("offence_date"), cells.Truth("sds_plus"), cells.Truth("section_250"), cells.Exclusions("early_release_exclusion"));
        var custody = new Custody([sentence], new DayCredits(cells.Whole("remand_days"), cells.Whole("tagged_bail_days"), added, atLarge - afterRelease, afterRelease), recall);
        var law = cells.Law();
        var expected = Dates.Select(d => (Kind: d, Day: cells.Day(d))).Where(d => d.Day is not null).ToDictionary(d => d.Kind, d => d.Day!.Value, StringComparer.Ordinal);
        return faults.Count > before ? null : new CaseRow(line, cells.Text("case"), raw, custody, law!, expected);
    }

    /// <summary>The file has one total. Days between revocation and return are after release; without both days all are taken so (JT-10).</summary>
    private static int AfterRelease(Recall? recall, int atLarge) => recall switch
    {
        null => 0,
        { RevokedOn: { } revoked, ReturnedOn: { } returned } => Math.Min(atLarge, RecallRelease.DaysAtLarge(revoked, returned)),
        _ => atLarge,
    };
}
