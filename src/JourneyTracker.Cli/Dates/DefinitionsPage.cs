using System.Globalization;
using System.Text;
using JourneyTracker.Domain.Law;

namespace JourneyTracker.Cli.Dates;

/// <summary>docs/definitions.md: the rules by which dates are worked out, with their sources and how sure we are, written from the data itself.</summary>
public static class DefinitionsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        void Line(params IEnumerable<string> lines)
        {
            foreach (var line in lines) page.Append(CultureInfo.InvariantCulture, $"{line}\n");
        }

        Line("# Definitions", "", "Written from the code and its data by `./journey definitions`; a test fails when this page is out of date.", "");
        Line(
            "## Dates by law", "",
            "`./journey dates` works out release, licence, curfew, supervision, recall, order and bail dates, and the day on which a conviction is spent.",
            "Every date comes with its steps, each with its rule, the rule's source and how sure we are of it. The prison's own calculation counts; this one explains.", "",
            "*The law of a day* is every rule in force by that day, and every rule announced or made by then where its announcement is sourced. Where that is not recorded, a rule counts as known from its first day.",
            "A rule that ends another ends it only in a law that knows both.",
            "*Verified* means stated in a source that was read; *partly verified* a part of it, or a second-hand source; *inferred* our own reading; *unverified* general knowledge. All but the first say so in every answer.",
            "Rules `ENG-…` were read in HMPPS's engine itself, where our tables say nothing; `JT-…` are our own readings, where the rules leave a question open.", "",
            "Days of remand or tagged bail credited to a sentence on which she has been recalled come off like all others (DAY-08): a fact `time-adjusted.v1` on or after the day of the recall says them.",
            "Her age on release is no fact, since her date of birth stands in the vault alone: see JT-12. Which reasons of REC-07 stand against a recall of 56 days is asked when a recall is considered, and is not read here: see JT-13.", "");
        Line(Table("### Kinds of date", ["code", "name", "moves to a working day", "source", "confidence"], DateKind.All.Select(k => Cells(k.Code, k.Name, k.MovesToWorkingDay ? "yes" : "no", k.Source, k.Confidence))));
        Line(Table("### Parts that can be switched", ["part", "on", "why", "source"], LawBook.Switches.Select(s => Cells(s.Name, s.IsOn ? "yes" : "no", s.Why, s.Source))));
        foreach (var topic in LawBook.Rules.GroupBy(r => r.Topic))
            Line(Table(
                $"### Rules: {topic.Key.Replace('_', ' ')}",
                ["rule", "applies to", "condition", "says", "from", "until", "goes by", "known from", "notes", "source", "confidence (of its days)"],
                topic.Select(r => Cells(r.Id, r.AppliesTo, r.Condition, r.Value, Day(r.From), Until(r), r.Basis, r.KnownFrom is { } known ? $"{Day(known)} ({r.KnownSource})" : "not recorded", Notes(r), r.Source, Confidence(r)))));
        Line(Table("### Tranches", ["scheme", "tranche", "for sentences", "day", "note", "source", "confidence"], Tranche.All.Select(t => Cells(t.Scheme, Text(t.Number), Reach(t), Day(t.On), t.Note, t.Source, t.Confidence))));
        Line(Table("### What leaves a sentence out of earlier release", ["code", "what", "scheme", "rule"], Exclusion.All.Select(e => Cells(e.Code, e.Name, e.Scheme, e.RuleId))));
        Line(Table("### Lengths of recalls", ["code", "name", "days, the day of return included", "rule", "running when that changed, counts as", "source", "confidence"], RecallLength.All.Select(r => Cells(r.Code, r.Name, r.Days is { } days ? Text(days) : "to the end of the sentence", r.RuleId, r.Becomes, r.Source, r.Confidence))));
        Line(Table("### Bank holidays in England and Wales", ["day", "name", "source", "confidence"], WorkingDays.BankHolidays.Select(h => Cells(Day(h.Day), h.Name, h.Source, h.Confidence))));
        Line(
            "## Public release-date cases", "",
            "`./journey dates --cases FILE.csv` answers files in the form of HMPPS's public test data (ministryofjustice/calculate-release-dates-api, MIT): one determinate sentence a row.",
            "The file names a rule profile of their engine (`regime`), which is turned into a law here:", "",
            "| regime | law |", "|---|---|");
        Line(CaseRegimes.Known.Select(r => $"| `{r}` | {CaseRegimes.Words(r)} |"));
        Line(
            "", $"An empty regime is taken as `calculation-params`. In the group `tused-repeal`: {CaseRegimes.RepealWords}.",
            "The file has one total of days at large. On a recall, as many as lie between revocation and return are taken as before her return, and the others as after it. Added days of a recalled sentence are taken as awarded after release.",
            "Days credited to a recalled sentence have no column of their own; written as days of remand or tagged bail they count. A column `age_at_release` may be added.",
            "A row that cannot be read is named with its column and how to mend it; the others are answered.",
            "Where the law as we hold it does not give the dates a case states, this is why, found in the case's own source. Nothing is calculated from this table:", "",
            "| case | reason |", "|---|---|");
        Line(KnownDifferences.All.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"| `{d.Key}` | {d.Value} |"));
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<string> Table(string title, string[] columns, IEnumerable<string> rows) =>
        [title, "", $"| {string.Join(" | ", columns)} |", $"|{string.Concat(columns.Select(_ => "---|"))}", .. rows, ""];

    private static string Cells(params string[] cells) => $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Until(LawRule rule) => rule.Until is null ? "" : rule.EndedBy is { } by ? $"{Day(rule.Until)} ({by})" : Day(rule.Until);

    private static string Notes(LawRule rule) => rule.Switch is { } part ? $"{rule.Notes} Part of the switch {part}.".TrimStart() : rule.Notes;

    private static string Confidence(LawRule rule) => $"{rule.Confidence}{(rule.ConfidenceOfDates.Length > 0 ? $" ({rule.ConfidenceOfDates})" : "")}".Replace('_', ' ');

    private static string Reach(Tranche tranche) => tranche switch
    {
        { BelowYears: { } years } => $"below {years} years",
        { MostDays: { } days } => $"of at most {days} days",
        _ => "all others",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
