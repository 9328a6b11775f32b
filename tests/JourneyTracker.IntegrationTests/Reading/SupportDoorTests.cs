using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>Support on licence through the door: it rests on what the caller may read, and names nobody else's records (safeguards S1 and S3).</summary>
public sealed class SupportDoorTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly Caller Probation = new("po.example", "Probation North", "PROBATION", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Keyworker = new("ada", "Willow Women's Centre", "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Prison = new("ro.example", "HMP Example", "PRISON", Role.Practitioner, JournalHouse.North);
    private static readonly DateOnly Gate = new(2026, 2, 2);

    private ReadingDoor Reading => new(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    private RecordingDoor Recording => new(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    [PostgresFact]
    public async Task What_another_service_learnt_from_her_is_not_named_and_the_answer_says_that_it_is_a_part()
    {
        var journey = await OnLicenceAsync();
        await RecordAsync(Keyworker, journey, new FirstContact(Protected.Of(new SupportFor("WOMENS_CENTRE"))) { HappenedOn = Gate });

        var officers = await ReadAsync(Probation, journey);
        officers.Support!.Helps.Should().BeEmpty();
        officers.IsPart.Should().BeTrue();
        var hers = await ReadAsync(Keyworker, journey);
        hers.Support!.Helps.Select(f => f.Factor.Code).Should().Equal("seen-by-a-service");
        hers.IsPart.Should().BeFalse();
    }

    [PostgresFact]
    public async Task Sealed_answers_that_the_caller_may_read_are_read()
    {
        var journey = await OnLicenceAsync();
        await RecordAsync(Prison, journey, new ReleasePreparation(Medication: Protected.Of(Readiness.NotReady)) { HappenedOn = Gate });

        (await ReadAsync(Probation, journey)).Support!.Needs.Select(f => f.Factor.Code).Should().Contain("treatment-gap");
    }

    [PostgresFact]
    public async Task Who_does_not_work_with_her_is_told_nothing_until_named_as_her_worker()
    {
        var journey = await OnLicenceAsync();
        (await Reading.SupportAsync(Keyworker, journey, Gate, null, "verb:support", default)).Should().BeNull();

        await RecordAsync(Keyworker, journey, new WorkerNamed(Protected.Of(new Worker(WorkerRole.Keyworker, Keyworker.Agency, Keyworker.Person))) { HappenedOn = Gate });

        (await Reading.SupportAsync(Keyworker, journey, Gate, null, "verb:support", default)).Should().NotBeNull();
        (await Reading.SupportAsync(Keyworker with { Person = "bea" }, journey, Gate, null, "verb:support", default)).Should().BeNull();
    }

    [PostgresFact]
    public async Task A_prison_is_told_nothing() =>
        (await Reading.SupportAsync(Prison, await OnLicenceAsync(), Gate, null, "verb:support", default)).Should().BeNull();

    private async Task<JourneyId> OnLicenceAsync()
    {
        var opened = await Recording.RecordAsync(Prison, new Submission(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day("2026-01-10") }), "test", default);
        var journey = ((SubmissionOutcome.Recorded)opened).Journey;
        await RecordAsync(Prison, journey, new Received(CustodyBasis.Sentence) { HappenedOn = Day("2026-01-10") });
        await RecordAsync(Prison, journey, new Released(ReleaseKind.OnLicence, new DateOnly(2026, 7, 1)) { HappenedOn = Gate });
        return journey;
    }

    private async Task RecordAsync(Caller caller, JourneyId journey, Fact fact) =>
        (await Recording.RecordAsync(caller, new Submission(journey, fact), "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

    private async Task<SupportReading> ReadAsync(Caller caller, JourneyId journey) =>
        (await Reading.SupportAsync(caller with { Women = new HashSet<JourneyId> { journey } }, journey, Gate.AddDays(10), null, "verb:support", default))!;

    private static HappenedOn Day(string day) => HappenedOn.Parse(day, null);
}
