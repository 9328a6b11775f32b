using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Access;

public sealed class MaySeeTests
{
    private const string Police = "Northshire Police";
    private const string WomensCentre = "Willow Women's Centre";

    [Theory]
    [InlineData(Role.Coordinator, Sight.Seen)]
    [InlineData(Role.Practitioner, Sight.Seen)]
    [InlineData(Role.Auditor, Sight.Seen)]
    [InlineData(Role.Evaluator, Sight.NotFound)]
    [InlineData(Role.Administrator, Sight.NotFound)]
    public void Who_may_know_of_a_journey(Role role, Sight sight) => MaySee.Journey(Caller(role), Northshire).Should().Be(sight);

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Administrator)]
    public void Nobody_of_another_partnership_sees_records_counts_or_watches_anything(Role role)
    {
        var stranger = Caller(role) with { Partnership = new Partnership("southshire") };
        MaySee.Journey(stranger, Northshire).Should().Be(Sight.NotFound);
        See(stranger, Recorded(Police, Facts.Arrested())).Should().Be(Sight.NotFound);
        MaySee.Board(stranger, Northshire).Should().BeFalse();
        MaySee.Counts(stranger, Northshire).Should().BeFalse();
        MaySee.Record(stranger, Northshire).Should().BeFalse();
        MaySee.Name(stranger, Northshire).Should().BeFalse();
    }

    [Fact]
    public void What_a_service_learnt_from_her_is_masked_for_other_agencies_and_a_correction_does_not_unmask_it()
    {
        var needs = new NeedsAssessed { HappenedOn = Day("2024-01-01") };
        var corrected = new Corrected(Id(1), needs, CorrectionReason.WrongDetail) { HappenedOn = Day("2024-01-02") };
        See(Caller(Role.Practitioner), Recorded(WomensCentre, needs)).Should().Be(Sight.Masked);
        See(Caller(Role.Practitioner), Recorded(WomensCentre, corrected)).Should().Be(Sight.Masked);
        See(Caller(Role.Practitioner) with { Agency = WomensCentre }, Recorded(WomensCentre, needs)).Should().Be(Sight.Seen);
        See(Caller(Role.Auditor), Recorded(WomensCentre, needs)).Should().Be(Sight.Seen);
    }

    [Fact]
    public void What_she_said_of_safe_contact_her_plan_and_what_she_shares_is_masked_for_other_agencies()
    {
        Fact[] hers =
        [
            new SafeContact(Protected.Of(new SafeWays([]))) { HappenedOn = Day("2024-01-01") },
            new PlanAgreed(Protected.Of("mine")) { HappenedOn = Day("2024-01-01") },
            new ConsentWithdrawn { HappenedOn = Day("2024-01-01") },
            new EmploymentStatusRecorded(EmploymentStatus.LookingForWork) { HappenedOn = Day("2024-01-01") },
        ];

        hers.Should().OnlyContain(f => See(Caller(Role.Practitioner), Recorded(WomensCentre, f)) == Sight.Masked);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Administrator)]
    public void Those_who_look_or_count_record_nothing(Role role) => MaySee.Record(Caller(role), Northshire).Should().BeFalse();

    private static Sight See(Caller caller, RecordedFact recorded) =>
        MaySee.Fact(caller, recorded, JourneyAccess.Of(Journey().With(Facts.Arrested().On("2024-01-01")).Replayed), recorded.RecordedAt.AddDays(1));

    private static Caller Caller(Role role) => new("someone", Police, "POLICE", role, Northshire);

    private static RecordedFact Recorded(string agency, Fact fact) => Journey().By(agency, fact).Recorded[0];
}
