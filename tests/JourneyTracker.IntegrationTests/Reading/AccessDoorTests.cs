using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>Every door answers "not found" where existence is information (safeguards S5); emergencies, spent records, and who could see what on a day.</summary>
public sealed class AccessDoorTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private const string Willow = "Willow Women's Centre";
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Keyworker = new("ada", Willow, "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Housing = new("hal", "Northshire Homes", "LA_HOUSING", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Auditor = new("aud", "Audit", "PCC", Role.Auditor, JournalHouse.North);
    private static readonly DateOnly Today = LondonDay.Of(DateTimeOffset.UtcNow);

    private ReadingDoor Reading => new(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    private RecordingDoor Recording => new(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    private OwnAccessDoor Own => new(house.House.Journal, house.House.AccessLog, house.House.Access, TimeProvider.System);

    private SightDoor Sights => new(house.House.Sources, house.House.Journal, house.House.Sealing, house.House.AccessLog, TimeProvider.System);

    [PostgresFact]
    public async Task Who_is_not_named_finds_nothing_at_any_door()
    {
        var name = $"Zenobia Quill{Guid.NewGuid():N}"[..24];
        var journey = await ArrestedAsync();
        await house.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name), default);
        (await DoorsThatOpenAsync(Officer, journey, name)).Should().HaveCount(7, "nothing is limited yet");

        await RecordAsync(Keyworker, journey, new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Willow, "ada")])) { HappenedOn = Today });

        (await DoorsThatOpenAsync(Officer, journey, name)).Should().BeEmpty();
        (await DoorsThatOpenAsync(Auditor, journey, name)).Should().BeEmpty();
        (await DoorsThatOpenAsync(Keyworker with { Person = "bea" }, journey, name)).Should().BeEmpty();
        (await DoorsThatOpenAsync(Keyworker, journey, name)).Should().HaveCount(7);

        await RecordAsync(Keyworker, journey, new AccessLimitLifted { HappenedOn = Today });
        (await DoorsThatOpenAsync(Officer, journey, name)).Should().HaveCount(7);
    }

    [PostgresFact]
    public async Task Somebody_to_whom_she_is_known_loses_sight_of_her_at_once()
    {
        var journey = await ArrestedAsync();
        (await ReadAsync(Officer, journey)).Should().NotBeNull();

        (await Own.DeclareKnownAsync(Officer, journey, "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

        (await ReadAsync(Officer, journey)).Should().BeNull();
        (await ReadAsync(Officer with { Person = "pc.other" }, journey)).Should().NotBeNull();
        (await Own.OpenInEmergencyAsync(Officer, journey, "I must know", "test", default)).Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.UnknownJourney);
    }

    [PostgresFact]
    public async Task A_limit_goes_with_her_when_journeys_are_merged_and_a_merged_one_does_not_tell_of_her()
    {
        var (journey, other) = (await ArrestedAsync(), await ArrestedAsync());
        await RecordAsync(Keyworker, other, new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Willow)])) { HappenedOn = Today });
        var merging = new MergingDoor(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);
        (await merging.MergeAsync(Officer with { Role = Role.Coordinator }, journey, other, MergeReason.SheSaidSo, null, "test", default)).Should().BeOfType<SubmissionOutcome.Refused>("there is no such journey for them");

        (await merging.MergeAsync(Keyworker, journey, other, MergeReason.SheSaidSo, null, "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

        (await ReadAsync(Officer, journey)).Should().BeNull();
        (await ReadAsync(Officer, other)).Should().BeNull();
        (await ReadAsync(Keyworker, journey)).Should().NotBeNull();
        (await house.House.Access.HiddenFromAsync(Officer, default)).Should().Contain([journey, other]);
    }

    [PostgresFact]
    public async Task Not_found_is_written_down_and_takes_as_long_whether_there_is_such_a_journey_or_not()
    {
        var journey = await ArrestedAsync();
        await RecordAsync(Keyworker, journey, new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Willow)])) { HappenedOn = Today });
        var nobody = new JourneyId(Guid.NewGuid());
        await ReadAsync(Officer, journey);

        var (hidden, missing) = (await FastestAsync(journey), await FastestAsync(nobody));

        // Each takes the same fixed time, longer than a read; what is left is the timer's own grain.
        Math.Min(hidden, missing).Should().BeGreaterThan(35);
        Math.Abs(hidden - missing).Should().BeLessThan(15);
        (await NotFoundsAsync(journey)).Should().BeGreaterThan(5);
        (await NotFoundsAsync(nobody)).Should().BeGreaterThan(4);

        async Task<double> FastestAsync(JourneyId id)
        {
            var fastest = double.MaxValue;
            for (var i = 0; i < 5; i++)
            {
                var began = Stopwatch.GetTimestamp();
                (await ReadAsync(Officer, id)).Should().BeNull();
                fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return fastest;
        }

        Task<long> NotFoundsAsync(JourneyId id) => house.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.access_log where journey = '{id}' and person = 'pc.example' and subject = 'not found'");
    }

    [PostgresFact]
    public async Task An_emergency_opens_what_is_masked_is_written_down_and_leaves_its_reason_sealed()
    {
        var journey = await ArrestedAsync();
        await RecordAsync(Keyworker, journey, new PlanAgreed(Protected.Of("my own plan")) { HappenedOn = Today });
        (await ReadAsync(Officer, journey))!.Timeline.Should().NotContain(e => e.Now.Fact is PlanAgreed);

        (await Own.OpenInEmergencyAsync(Officer, journey, " ", "test", default)).Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Where.Should().Be("why");
        (await Own.OpenInEmergencyAsync(Auditor, journey, "curious", "test", default)).Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.NotPermitted);
        (await Own.OpenInEmergencyAsync(Officer, journey, "she is in danger tonight", "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

        (await ReadAsync(Officer, journey))!.Timeline.Select(e => e.Now.Fact).OfType<PlanAgreed>().Should().ContainSingle().Which.Words.Value.Should().Be("my own plan");
        (await house.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.access_log where journey = '{journey}' and operation = 'disclosure' and subject = 'opened in an emergency' and person = 'pc.example'")).Should().Be(1);
        (await house.Database.SuperuserScalarAsync<long>("select count(*) from journeys.mt_events where data::text like '%danger tonight%'")).Should().Be(0);
        var direct = await Recording.RecordAsync(Officer, new Submission(journey, new AccessOverridden(Protected.Of("no")) { HappenedOn = Today }), "test", default);
        direct.Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.NotPermitted);
    }

    [PostgresFact]
    public async Task A_spent_caution_is_there_for_the_police_and_never_was_for_a_housing_service()
    {
        var journey = await ArrestedAsync(Today.AddDays(-200));
        await RecordAsync(Officer, journey, new ConditionallyCautioned([], Today.AddDays(-100)) { HappenedOn = Today.AddDays(-190) });

        var (officers, theirs) = ((await ReadAsync(Officer, journey))!, (await ReadAsync(Housing, journey))!);

        officers.Timeline.Select(e => e.Now.Fact?.GetType()).Should().Contain([typeof(Arrested), typeof(ConditionallyCautioned)]);
        theirs.Timeline.Select(e => e.Now.Fact?.GetType()).Should().NotContain([typeof(Arrested), typeof(ConditionallyCautioned)]).And.NotContainNulls("a hidden line would tell as much");
        theirs.Status.Matters.Should().BeEmpty();
        theirs.Version.Should().Be(officers.Version, "what is recorded next is checked against the whole journey");
    }

    [PostgresFact]
    public async Task Sealed_details_of_justice_records_are_for_the_agencies_that_need_them()
    {
        var journey = await ArrestedAsync();
        var prison = new Caller("ro.example", "HMP Example", "PRISON", Role.Practitioner, JournalHouse.North);
        await RecordAsync(prison, journey, new ReleasePreparation(Medication: Protected.Of(Readiness.NotReady)) { HappenedOn = Today });

        (await MedicationAsync(new Caller("po", "Probation North", "PROBATION", Role.Practitioner, JournalHouse.North))).IsOpen.Should().BeTrue();
        (await MedicationAsync(Housing)).IsWithheld.Should().BeTrue();

        async Task<Protected<Readiness>> MedicationAsync(Caller caller) =>
            (await ReadAsync(caller, journey))!.Timeline.Select(e => e.Now.Fact).OfType<ReleasePreparation>().Single().Medication!;
    }

    [PostgresFact]
    public async Task Of_what_is_hidden_the_day_is_told_and_never_the_minute()
    {
        var journey = await ArrestedAsync();
        var probation = new Caller("po", "Probation North", "PROBATION", Role.Practitioner, JournalHouse.North);
        await RecordAsync(probation, journey, new AppointmentMissed() { HappenedOn = HappenedOn.At(Today, new TimeOnly(9, 41)) });
        await RecordAsync(probation, journey, new RecallConsidered() { HappenedOn = Today });

        var hidden = (await ReadAsync(Officer, journey))!.Timeline.Where(e => e.Sight == Sight.Masked).Select(e => e.Now).ToList();

        hidden.Should().HaveCount(2).And.OnlyContain(v => v.Fact == null && v.RecordedBy == null && v.HappenedOn == HappenedOn.OnDay(Today) && v.RecordedAt == LondonDay.StartOf(LondonDay.Of(v.RecordedAt)));
        var steps = (await Reading.StepAsync(Officer, journey, new ReplayAsked(Order: ReplayOrder.Recorded), "test", default))!;
        steps.Places.Should().OnlyContain(p => p.About.Sight >= Sight.InPart, "a step there would tell the minute");
    }

    [PostgresFact]
    public async Task Who_could_see_her_on_a_day_and_who_did_is_a_replay()
    {
        var journey = await ArrestedAsync();
        await RecordAsync(Keyworker, journey, new PlanAgreed(Protected.Of("mine")) { HappenedOn = Today });
        await ReadAsync(Housing, journey);
        await ReadAsync(Officer, journey);

        var sight = (await Sights.OnAsync(Auditor, journey, Today, "test", default))!;

        var officer = sight.People.Single(p => p.Person == Officer.Person && p.Role == Role.Practitioner && p.Agency == Officer.Agency);
        (officer.Journey, officer.Looked, officer.Facts[Sight.Masked]).Should().Be((Sight.Seen, true, 1));
        sight.People.Single(p => p.Person == Keyworker.Person && p.Agency == Willow && p.Role == Role.Practitioner).Facts.Should().NotContainKey(Sight.Masked);
        sight.Looks.Select(l => (l.Person, l.Door)).Should().Contain([("hal", "test"), ("pc.example", "test")]);
        (await Sights.OnAsync(Auditor, journey, Today.AddDays(-1), "test", default))!.People.Should().BeEmpty("she was not here then");
        (await Sights.OnAsync(Officer, journey, Today, "test", default)).Should().BeNull("it is for auditors");

        await RecordAsync(Keyworker, journey, new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Willow)])) { HappenedOn = Today });
        (await Sights.OnAsync(Auditor, journey, Today, "test", default)).Should().BeNull("an auditor who is not named finds nothing either");
    }

    /// <summary>The doors that show the caller something of her.</summary>
    private async Task<List<string>> DoorsThatOpenAsync(Caller caller, JourneyId journey, string name)
    {
        var open = new List<string>();
        if (await ReadAsync(caller, journey) is not null) open.Add("journey");
        if (await Reading.ReplayAsync(caller, journey, null, null, "test", default) is not null) open.Add("replay");
        if (await Reading.CompareAsync(caller, journey, (null, null), (null, null), "test", default) is not null) open.Add("compare");
        if (await Reading.PathwaysAsync(caller, journey, null, null, "test", default) is not null) open.Add("pathways");
        if ((await new JourneyNames(house.House.Sources, house.House.Access).FindAsync(caller, journey.Pseudonym, default)).Contains(journey)) open.Add("short name");
        var identities = new IdentityDoor(house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);
        if ((await identities.FindAsync(caller, new PersonQuery(name), "test", default))!.Any(f => f.Journey == journey)) open.Add("find");
        if (await Recording.RecordAsync(caller with { Role = Role.Practitioner }, new Submission(journey, new Died { HappenedOn = Today.AddDays(1) }), "test", default) is SubmissionOutcome.Refused { Why.Rule: Rule.FutureDay }
            && await Recording.RecordAsync(caller with { Role = Role.Practitioner }, new Submission(journey, new Corrected(new FactId(Guid.NewGuid()), new Died { HappenedOn = Today }, CorrectionReason.Other) { HappenedOn = Today }), "test", default)
                is SubmissionOutcome.Refused { Why.Rule: Rule.UnknownFactToCorrect }) open.Add("record");
        return open;
    }

    private Task<JourneyReading?> ReadAsync(Caller caller, JourneyId journey) => Reading.JourneyAsync(caller, journey, null, null, "test", default);

    private async Task<JourneyId> ArrestedAsync(DateOnly? on = null)
    {
        var opened = await Recording.RecordAsync(Officer, new Submission(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = on ?? Today }), "test", default);
        var journey = ((SubmissionOutcome.Recorded)opened).Journey;
        await RecordAsync(Officer, journey, new Arrested { HappenedOn = on ?? Today });
        return journey;
    }

    private async Task RecordAsync(Caller caller, JourneyId journey, Fact fact) =>
        (await Recording.RecordAsync(caller, new Submission(journey, fact), "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();
}
