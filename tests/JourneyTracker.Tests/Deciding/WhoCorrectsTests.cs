using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Tests.Deciding;

public class WhoCorrectsTests
{
    private static readonly DateOnly Day = new(2024, 3, 1);
    private static readonly Partnership North = new("north");
    private static readonly JourneyId Her = new(Guid.NewGuid());
    private static readonly Caller Police = new("pc", "Northshire Police", "POLICE", Role.Practitioner, North);
    private static readonly Caller Probation = new("po", "Northshire Probation", "PROBATION", Role.Practitioner, North);
    private static readonly Caller Coordinator = new("ada", "Coordination", "OTHER", Role.Coordinator, North);

    [Fact]
    public void The_agency_that_recorded_a_fact_and_the_coordinator_correct_it_and_nobody_else_does()
    {
        var arrest = Recorded(new Arrested { HappenedOn = Day }, Police);

        foreach (var change in new Fact[] { Correction(arrest), new Withdrawn(arrest.Id, CorrectionReason.EnteredInError) { HappenedOn = Day } })
        {
            WhoCorrects.Refuse(Police with { Person = "a colleague" }, change, [arrest]).Should().BeNull();
            WhoCorrects.Refuse(Coordinator, change, [arrest]).Should().BeNull();
            WhoCorrects.Refuse(Probation, change, [arrest])!.Rule.Should().Be(Rule.NotPermitted);
        }
    }

    [Fact]
    public void A_fact_stays_its_agencys_after_the_coordinator_has_corrected_it()
    {
        var arrest = Recorded(new Arrested { HappenedOn = Day }, Police);
        var once = Recorded(Correction(arrest), Coordinator);

        WhoCorrects.Refuse(Police, Correction(once), [arrest, once]).Should().BeNull();
        WhoCorrects.Refuse(Probation, Correction(once), [arrest, once]).Should().NotBeNull();
    }

    [Fact]
    public void What_corrects_nothing_is_not_refused()
    {
        WhoCorrects.Refuse(Probation, new Arrested { HappenedOn = Day }, []).Should().BeNull();
        WhoCorrects.May(Coordinator, null).Should().BeFalse("who may not know who recorded it cannot change it");
    }

    private static Corrected Correction(RecordedFact replaces) => new(replaces.Id, new Arrested { HappenedOn = Day.AddDays(-1) }, CorrectionReason.WrongDay) { HappenedOn = Day };

    private static RecordedFact Recorded(Fact fact, Caller by) => new(new FactId(Guid.NewGuid()), Her, North, 1, 1, DateTimeOffset.UnixEpoch, by.AsRecorder, null, null, null, fact);
}
