using JourneyTracker.Cli.Access;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Access;

/// <summary>The published table of who may see what: every cell as it was agreed, and rules that hold over all of it.</summary>
public sealed class AccessMatrixTests
{
    private static readonly string[] Agreed = File.ReadAllLines(Repository.PathOf("docs", "access.csv"));
    private static readonly IReadOnlyList<AccessRow> Rows = [.. AccessMatrix.Rows()];

    public static TheoryData<Role, string> Callers
    {
        get
        {
            var callers = new TheoryData<Role, string>();
            foreach (var role in Enum.GetValues<Role>())
                foreach (var agency in CodeList.AgencyTypes.All) callers.Add(role, agency.Value);
            return callers;
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void Every_cell_is_as_agreed(Role role, string agencyType)
    {
        var cells = Rows.Where(r => r.Role == role && r.AgencyType == agencyType).Select(AccessPage.Line).ToList();

        cells.Should().HaveCount(Enum.GetValues<ConsentCase>().Length * Enum.GetValues<CircumstanceCase>().Length);
        cells.Should().BeSubsetOf(Agreed, "a change of who may see what is agreed first: run ./journey facts, look at the difference of docs/access.csv, and commit it");
    }

    [Fact]
    public void The_table_has_no_other_cells_and_the_page_is_what_the_code_says()
    {
        Agreed.Should().HaveCount(Rows.Count + 1);
        (File.ReadAllText(Repository.PathOf("docs", "access.md")) == AccessPage.Write()).Should().BeTrue("run ./journey facts and commit docs/access.md");
    }

    [Fact]
    public void Those_who_count_or_administer_see_no_record() =>
        Cells(r => r.Role is Role.Evaluator or Role.Administrator).Should().OnlyContain(c => c.Sight == Sight.NotFound);

    [Fact]
    public void Who_is_barred_or_not_named_finds_nothing_whatever_the_role_the_agency_and_the_consent() =>
        Cells(r => r.Circumstance is CircumstanceCase.Barred or CircumstanceCase.LimitedToOthers).Should().OnlyContain(c => c.Sight == Sight.NotFound);

    [Fact]
    public void Who_is_named_sees_what_is_seen_when_nothing_is_limited() =>
        Cells(r => r.Circumstance == CircumstanceCase.LimitedToCaller).Should().Equal(Cells(r => r.Circumstance == CircumstanceCase.Usual));

    [Fact]
    public void Without_her_consent_nobody_but_an_auditor_sees_what_she_told_another_service() =>
        Cells(r => r.Role != Role.Auditor && r.Consent == ConsentCase.None && r.Circumstance is not CircumstanceCase.Emergency)
            .Where(c => c.Part is >= RecordPart.Engagement and <= RecordPart.Hers).Should().OnlyContain(c => c.Sight == Sight.Masked || c.Sight == Sight.NotFound);

    [Fact]
    public void Police_prosecutors_and_courts_never_see_how_work_with_her_goes() =>
        Cells(r => r.AgencyType is "POLICE" or "CPS" or "NON_POLICE_PROSECUTOR" or "COURT" && r.Role != Role.Auditor && r.Circumstance != CircumstanceCase.Emergency)
            .Where(c => c.Part is RecordPart.Casework).Should().OnlyContain(c => c.Sight <= Sight.Masked);

    [Fact]
    public void That_a_recall_is_considered_is_for_her_own_workers_and_auditors()
    {
        Cells(r => r.Role != Role.Auditor && r.Circumstance is not (CircumstanceCase.Emergency or CircumstanceCase.HerWorker)).Where(c => c.Part == RecordPart.RecallConsidered)
            .Should().OnlyContain(c => c.Sight <= Sight.Masked);
        Cells(r => r.Role == Role.Practitioner && r.Circumstance == CircumstanceCase.HerWorker).Where(c => c.Part == RecordPart.RecallConsidered && c.Sight > Sight.Masked)
            .Select(c => c.AgencyType).Distinct().Should().BeEquivalentTo(["PROBATION", "WOMENS_CENTRE", "VOLUNTARY"]);
    }

    [Fact]
    public void Consent_that_may_be_unfree_shows_attendance_and_nothing_else() =>
        Cells(r => r.Role == Role.Practitioner && r.Consent == ConsentCase.Unfree && r.Circumstance == CircumstanceCase.Usual)
            .Should().Equal(Cells(r => r.Role == Role.Practitioner && r.Consent == ConsentCase.Attendance && r.Circumstance == CircumstanceCase.Usual));

    [Fact]
    public void No_consent_shows_less_than_none() =>
        Cells(r => r.Consent == ConsentCase.Free).Zip(Cells(r => r.Consent == ConsentCase.None)).Should().OnlyContain(c => c.First.Sight >= c.Second.Sight);

    [Fact]
    public void Spent_records_are_for_justice_agencies_and_auditors_alone()
    {
        string[] justice = ["POLICE", "CPS", "NON_POLICE_PROSECUTOR", "COURT", "PROBATION", "PRISON"];

        Cells(r => r.Circumstance == CircumstanceCase.Spent && r.Role != Role.Auditor && !justice.Contains(r.AgencyType))
            .Where(c => RecordParts.IsJustice(c.Part)).Should().OnlyContain(c => c.Sight == Sight.NotFound);
        Cells(r => r.Circumstance == CircumstanceCase.Spent && r.Role == Role.Practitioner && r.AgencyType == "POLICE")
            .Where(c => RecordParts.IsJustice(c.Part) && c.Part is not (RecordPart.Casework or RecordPart.RecallConsidered)).Should().OnlyContain(c => c.Sight >= Sight.InPart);
    }

    [Fact]
    public void A_woman_here_for_support_alone_is_not_found_by_practitioners_of_justice_agencies_until_she_shares_something()
    {
        Cells(r => r is { Circumstance: CircumstanceCase.SupportAlone, Consent: ConsentCase.None, Role: Role.Practitioner, AgencyType: "POLICE" or "PRISON" or "PROBATION" or "COURT" or "CPS" })
            .Should().OnlyContain(c => c.Sight == Sight.NotFound);
        Cells(r => r is { Circumstance: CircumstanceCase.SupportAlone, Consent: ConsentCase.Free, Role: Role.Practitioner, AgencyType: "POLICE" }).Should().NotContain(c => c.Sight == Sight.NotFound);
    }

    [Fact]
    public void Every_kind_of_fact_belongs_to_a_part_and_no_support_is_of_the_justice_system()
    {
        FactCatalogue.All.Where(k => k.Family is Family.Support or Family.Sharing).Should().OnlyContain(k => !RecordParts.IsJustice(RecordParts.Of(k)));
        FactCatalogue.All.Where(k => k.Family == Family.Sharing).Should().OnlyContain(k => RecordParts.Of(k) == RecordPart.Hers);
    }

    private static List<Cell> Cells(Func<AccessRow, bool> which) =>
        [.. Rows.Where(which).SelectMany(r => r.Sights.Where(s => s.Value is not null).Select(s => new Cell(r.Role, r.AgencyType, s.Key, s.Value!.Value)))];

    private sealed record Cell(Role Role, string AgencyType, RecordPart Part, Sight Sight);
}
