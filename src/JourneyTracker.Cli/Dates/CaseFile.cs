using System.Globalization;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Dates;

/// <summary>A file of release-date cases, one sentence a row.</summary>
/// <param name="Rows">The cases that can be answered.</param>
/// <param name="Faults">What must be mended in the others, by line.</param>
internal sealed record CaseFile(IReadOnlyList<CaseRow> Rows, IReadOnlyList<RowFault> Faults)
{
    private const int FaultsShown = 20;

    public static IReadOnlyList<string> Given { get; } =
    [
        "case", "regime", "sentence_date", "offence_date", "years", "months", "weeks", "days", "remand_days", "tagged_bail_days", "ual_days", "added_days",
        "sds_plus", "early_release_exclusion", "section_250", "recall_type", "revocation_date", "returned_to_custody",
    ];

    /// <summary>Columns that a file may have or not.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["age_at_release"];

    public static IReadOnlyList<string> Dates { get; } = ["CRD", "ARD", "SLED", "SED", "HDCED", "TUSED", "PRRD"];

    /// <summary>What is to be mended, for people; null when nothing is.</summary>
    public string? FaultsInWords => Faults.Count == 0
        ? null
        : $"{(Faults.Count == 1 ? "1 cell or row" : $"{Faults.Count} cells or rows")} must be mended:\n"
            + string.Join("\n", Faults.Take(FaultsShown).Select(f => $"  {f}")) + (Faults.Count > FaultsShown ? $"\n  … and {Faults.Count - FaultsShown} more (--json names them all)" : "");

    /// <exception cref="RefusedException">There is no such file, it lacks a column, or no row of it can be answered.</exception>
    public static CaseFile Read(string path)
    {
        if (!File.Exists(path)) throw new RefusedException("There is no such file.", path, "Check the path.");
        var table = CsvTable.Read(path);
        if (table.Faults.FirstOrDefault(f => f.Line == 1) is { } header) throw new RefusedException($"The first row, which names the columns, cannot be read: {header.Words}.", path, "Mend it and try again.");
        if (table.Columns.Count == 0) throw new RefusedException("The file is empty.", path, $"Its first row names the columns: {string.Join(",", Given.Concat(Dates))}.");
        var missing = Given.Concat(Dates).Except(table.Columns, StringComparer.Ordinal).ToList();
        if (missing.Count > 0) throw new RefusedException($"Row 1 has no column {string.Join(", ", missing)}.", path, "Add it; leave its cells empty where nothing is known.");

        var faults = table.Faults.ToList();
        var rows = table.Rows.Select(r => CaseRow.Of(r, faults)).OfType<CaseRow>().ToList();
        var file = new CaseFile(rows, [.. faults.OrderBy(f => f.Line)]);
        return rows.Count > 0 || faults.Count == 0 ? file : throw new RefusedException($"{file.FaultsInWords}\n", path, "Mend them and try again.");
    }

    /// <summary>The same columns, with the dates that the law gives.</summary>
    public static void Write(string path, IReadOnlyList<CaseResult> results)
    {
        string[] given = [.. Given, .. Optional.Where(o => results.Any(r => r.Case.Cells.ContainsKey(o)))];
        var rows = results.Select(r => given.Select(c => r.Case.Cells[c]).Concat(Dates.Select(d => r.Got(d)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")));
        CsvTable.Write(path, [[.. given, .. Dates], .. rows]);
    }
}
