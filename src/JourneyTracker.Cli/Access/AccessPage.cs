using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Cli.Access;

/// <summary>docs/access.md and docs/access.csv: who may see what, written by asking the code.</summary>
public static class AccessPage
{
    /// <summary>The page for people.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Who may see what

            Written by `./journey facts` by asking the code; a test fails when this page is out of date. [access.csv](access.csv) has every case: role, kind of agency,
            consent, circumstance and part of the record. All of it is about records of *another* agency; what its own people recorded an agency sees, unless the journey
            is "not found" for the caller.

            | word | what is seen |
            |---|---|
            | seen | all of it |
            | in-part | all but what is sealed: her health, her words, names |
            | attendance-only | of a session, whether she was there |
            | masked | that something of that day is on record, not what it is nor who recorded it |
            | not-found | nothing, not even that it exists; the same answer as for what is not there |

            What is hers to disclose (abuse; prostitution or sex work) is left out of everything in this table, for everybody: see [safeguards](safeguards.md), S3.
            Disclosures of one journey's access are judged as they stand now, whatever day is read. Nobody of another partnership sees anything.

            ## Parts of a record


            """);
        page.AppendLine("| part | facts | opened by her consent to share |").AppendLine("|---|---|---|");
        foreach (var part in AccessMatrix.Parts)
        {
            var facts = FactCatalogue.All.Where(k => k.Type != typeof(Corrected) && RecordParts.Of(k) == part).Select(k => $"`{k.Name}`");
            page.AppendLine($"| {Code(part)} | {string.Join(", ", facts)} | {(RecordParts.ScopeOf(part) is { } scope ? Code(scope) : "never")} |");
        }

        page.AppendLine().AppendLine("A correction belongs to the part of what it says. Her children and her health are parts of her circumstances that need their own consent (`children`, `health`).").AppendLine();
        page.AppendLine("## Practitioners, with nothing shared").AppendLine();
        Table(page, [.. CodeList.AgencyTypes.All.Select(a => (a.Value, (Func<RecordPart, Sight?>)(p => AccessMatrix.See(Role.Practitioner, a.Value, p, ConsentCase.None, CircumstanceCase.Usual))))], "agency");
        page.AppendLine("Which agencies need the sealed details of which part is our own reading (unverified); ask the partnership's information governance lead.").AppendLine();
        page.AppendLine("## A women's centre, by what she shares with it").AppendLine();
        Table(page, [.. Enum.GetValues<ConsentCase>().Select(c => (Code(c), (Func<RecordPart, Sight?>)(p => AccessMatrix.See(Role.Practitioner, "WOMENS_CENTRE", p, c, CircumstanceCase.Usual))))], "consent");
        page.AppendLine("*free*: all that can be shared, said freely. *unfree*: the same, said in custody; then attendance alone is shared (S8).").AppendLine();
        page.AppendLine("## Other roles, with nothing shared").AppendLine();
        Table(page, [.. Enum.GetValues<Role>().Select(r => (Code(r), (Func<RecordPart, Sight?>)(p => AccessMatrix.See(r, "WOMENS_CENTRE", p, ConsentCase.None, CircumstanceCase.Usual))))], "role");
        foreach (var agency in new[] { "WOMENS_CENTRE", "PROBATION", "POLICE" })
        {
            page.AppendLine($"## What else decides, for a practitioner of the kind {agency}").AppendLine();
            Table(page, [.. Enum.GetValues<CircumstanceCase>().Select(c => (Code(c), (Func<RecordPart, Sight?>)(p => AccessMatrix.See(Role.Practitioner, agency, p, ConsentCase.None, c))))], "circumstance");
        }

        page.AppendLine("*limited-to-others*, *barred*: safeguards S5. *her-worker*: named as her keyworker or responsible officer, S1. *spent*, *support-alone*: S10. *emergency*: for three hours from when the caller opened the record with a reason, reported to the partnership.");
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Every case.</summary>
    public static string WriteCases()
    {
        var cases = new StringBuilder($"role,agency_type,consent,circumstance,{string.Join(',', AccessMatrix.Parts.Select(p => Code(p)))}\n");
        foreach (var row in AccessMatrix.Rows()) cases.Append(Line(row)).Append('\n');
        return cases.ToString();
    }

    /// <summary>One case as its line.</summary>
    public static string Line(AccessRow row) => string.Join(
        ',', [Code(row.Role), row.AgencyType, Code(row.Consent), Code(row.Circumstance), .. AccessMatrix.Parts.Select(p => Code(row.Sights[p]))]);

    private static void Table(StringBuilder page, IReadOnlyList<(string Name, Func<RecordPart, Sight?> See)> rows, string of)
    {
        page.AppendLine($"| {of} | {string.Join(" | ", AccessMatrix.Parts.Select(p => Code(p)))} |").AppendLine($"|---|{string.Concat(Enumerable.Repeat("---|", AccessMatrix.Parts.Count))}");
        foreach (var (name, see) in rows) page.AppendLine($"| {name} | {string.Join(" | ", AccessMatrix.Parts.Select(p => Code(see(p))))} |");
        page.AppendLine();
    }

    private static string Code(Sight? sight) => sight is { } seen ? Code(seen) : "";

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
