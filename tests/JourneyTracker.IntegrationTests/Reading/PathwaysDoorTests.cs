using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>Her pathways through the door: what is hers to disclose, what other services keep, and what is written down.</summary>
public sealed class PathwaysDoorTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private const string Willow = "Willow Women's Centre";
    private static readonly Caller Keyworker = new("ada", Willow, "WOMENS_CENTRE", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);
    private static readonly Caller Auditor = new("aud", "Audit", "PCC", Role.Auditor, JournalHouse.North);
    private static readonly DateOnly Day = new(2024, 3, 1);

    private ReadingDoor Reading => new(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    private RecordingDoor Recording => new(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    [PostgresFact]
    public async Task A_disclosure_is_shown_to_whom_she_named_and_closed_again_for_every_day_when_she_takes_it_back()
    {
        var journey = await SheSharedAsync();
        await HiddenFromAsync(Keyworker, journey);

        var consent = await RecordAsync(journey, new ConsentGiven(
            Protected.Of(new SharingTerms([SharingScope.Abuse], [new(Willow)])), ConsentPlace.WomensCentre, Condition: ConsentCondition.None)
        { HappenedOn = Day });
        var shown = await ReadAsync(Keyworker, journey);
        Pathway(shown, "ABUSE").Need.Now.Should().Be(NeedAnswer.Shared);
        shown.NotShared.Should().Equal("SEX_WORK");
        shown.Pathways.Support.Should().ContainSingle().Which.For!.Service.Should().Be("DA_SERVICE");
        await HiddenFromAsync(Auditor, journey);

        await RecordAsync(journey, new ConsentWithdrawn(consent) { HappenedOn = Day.AddDays(30) });
        await HiddenFromAsync(Keyworker, journey);
    }

    [PostgresFact]
    public async Task What_she_agreed_to_in_custody_names_nobody()
    {
        var journey = await SheSharedAsync();
        await RecordAsync(journey, new ConsentGiven(
            Protected.Of(new SharingTerms([SharingScope.Abuse], [new(Willow)])), ConsentPlace.Custody, Condition: ConsentCondition.None)
        { HappenedOn = Day });

        await HiddenFromAsync(Keyworker, journey);
    }

    [PostgresFact]
    public async Task Another_service_is_told_that_the_answer_is_a_part_and_nothing_of_what_she_told_the_first()
    {
        var journey = await SheSharedAsync();
        (await Reading.PathwaysAsync(Officer, journey, null, null, "verb:pathways", default)).Should().BeNull("she is here for support alone");
        (await Recording.RecordAsync(Officer, new Submission(journey, new Arrested { HappenedOn = Day }), "test", default)).Should().BeOfType<SubmissionOutcome.Refused>("there is no such journey for them");
        await Recording.RecordAsync(Auditor with { Role = Role.Coordinator }, new Submission(journey, new Arrested { HappenedOn = Day }), "test", default);

        var answer = await ReadAsync(Officer, journey);

        answer.IsPart.Should().BeTrue();
        answer.Pathways.Support.Should().BeEmpty();
        answer.Pathways.Pathways.Should().OnlyContain(p => p.Need.Now == NeedAnswer.NotAsked);
        (await ReadAsync(Auditor, journey)).IsPart.Should().BeFalse();
    }

    [PostgresFact]
    public async Task The_read_is_written_down_and_a_stranger_finds_nothing()
    {
        var journey = await SheSharedAsync();
        (await Reading.PathwaysAsync(Keyworker with { Partnership = JournalHouse.South }, journey, null, null, "verb:pathways", default)).Should().BeNull();
        await ReadAsync(Keyworker, journey);

        (await house.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.access_log where partnership = 'north' and journey = '{journey}' and door = 'verb:pathways' and operation = 'consultation'"))
            .Should().Be(1);
    }

    private async Task HiddenFromAsync(Caller caller, JourneyId journey)
    {
        var answer = await ReadAsync(caller, journey);
        answer.NotShared.Should().BeEquivalentTo("ABUSE", "SEX_WORK");
        Pathway(answer, "ABUSE").Need.Now.Should().Be(NeedAnswer.NotAsked);
        Pathway(answer, "ABUSE").Support.Should().BeEmpty();
        answer.Pathways.Support.Should().OnlyContain(s => s.For == null);
    }

    private async Task<JourneyId> SheSharedAsync()
    {
        var opened = await Recording.RecordAsync(Keyworker, new Submission(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day }), "test", default);
        var journey = ((SubmissionOutcome.Recorded)opened).Journey;
        await RecordAsync(journey, new NeedsAssessed(SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new("ABUSE", NeedAnswer.Shared)])) { HappenedOn = Day });
        await RecordAsync(journey, new Referred(Protected.Of(new SupportFor("DA_SERVICE", ["ABUSE"]))) { HappenedOn = Day });
        return journey;
    }

    private async Task<FactId> RecordAsync(JourneyId journey, Fact fact) =>
        ((SubmissionOutcome.Recorded)await Recording.RecordAsync(Keyworker, new Submission(journey, fact), "test", default)).Placed.Id;

    private async Task<PathwayReading> ReadAsync(Caller caller, JourneyId journey) =>
        (await Reading.PathwaysAsync(caller, journey, null, null, "verb:pathways", default))!;

    private static Pathway Pathway(PathwayReading reading, string code) => reading.Pathways.Pathways.Single(p => p.Code == code);
}
