using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>One case of a file of release dates: what is given, and the dates it expects.</summary>
/// <param name="Line">The line of the file, the header being the first.</param>
/// <param name="Cells">All cells by column, to be written out again.</param>
/// <param name="Expected">The dates it states, by the code of their kind; a kind that is left empty is not among them.</param>
internal sealed record CaseRow(
    int Line, string Name, IReadOnlyDictionary<string, string> Cells, Custody Custody, LawOfDay Law, IReadOnlyDictionary<string, DateOnly> Expected)
{
    /// <summary>Null when something in it must be mended; that is added to the faults.</summary>
    public static CaseRow? Of(CsvTableRow row, List<RowFault> faults)
    {
        var before = faults.Count;
        var cells = new CaseCells(row.Line, row.Cells, faults);
        var added = cells.Whole("added_days");
        var recall = cells.Recall(added);
        var sentence = new Sentence(
            cells.NeededDay("sentence_date"), cells.Length(), cells.Day("offence_date"), cells.Truth("sds_plus"), cells.Truth("section_250"), cells.Exclusions("early_release_exclusion"));
        var credits = AtLarge(new DayCredits(cells.Whole("remand_days"), cells.Whole("tagged_bail_days"), added), recall, cells.Whole("ual_days"));
        var age = cells.Text("age_at_release").Length == 0 ? (int?)null : cells.Whole("age_at_release");
        var law = cells.Law();
        var expected = CaseFile.Dates.Select(d => (Kind: d, Day: cells.Day(d))).Where(d => d.Day is not null).ToDictionary(d => d.Kind, d => d.Day!.Value, StringComparer.Ordinal);
        return faults.Count > before ? null : new CaseRow(row.Line, cells.Text("case"), row.Cells, new Custody([sentence], credits, recall, age), law!, expected);
    }

    /// <summary>
    /// The file has one total of days at large. On a recall they are taken as after release: as many as lie between revocation and return as before her
    /// return, the others as after it; without both days, all as before it (JT-10).
    /// </summary>
    private static DayCredits AtLarge(DayCredits credits, Recall? recall, int days) => recall switch
    {
        null => credits with { AtLargeInCustody = days },
        { RevokedOn: { } revoked, ReturnedOn: { } returned } =>
            credits with { AtLargeAfterRelease = days, AtLargeOnRecall = Math.Max(0, days - RecallRelease.DaysAtLarge(revoked, returned)) },
        _ => credits with { AtLargeAfterRelease = days },
    };
}
