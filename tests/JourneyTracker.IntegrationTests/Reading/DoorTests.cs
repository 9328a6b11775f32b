using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>The doors: who comes in, what is written down, what a repeat and a race do.</summary>
public sealed class DoorTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);
    private static readonly DateOnly Day = new(2024, 3, 1);

    private ReadingDoor Reading => new(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, TimeProvider.System);

    private RecordingDoor Recording => new(house.House.Journal, house.House.Vault, house.House.AccessLog, TimeProvider.System);

    [PostgresFact]
    public async Task Every_recording_and_every_read_is_written_down_with_its_door()
    {
        var journey = await OpenAsync();
        var arrest = await RecordAsync(new Submission(journey, new Arrested { HappenedOn = Day }));
        await RecordAsync(new Submission(journey, new Withdrawn(arrest.Placed.Id, CorrectionReason.EnteredInError) { HappenedOn = Day }));
        await Reading.JourneyAsync(Officer, journey, null, null, "page:journey", default);

        (await LoggedAsync(journey)).Should().Equal(
            "collection test journey-opened.v1", "collection test arrested.v1", "alteration test withdrawn.v1", "consultation page:journey ");
    }

    [PostgresFact]
    public async Task A_journey_of_another_partnership_looks_like_none_and_leaves_no_trace()
    {
        var journey = await OpenAsync();
        var before = await LoggedAsync(journey);
        var stranger = Officer with { Partnership = JournalHouse.South };

        (await Reading.JourneyAsync(stranger, journey, null, null, "page:journey", default)).Should().BeNull();
        (await Reading.JourneyAsync(stranger, new JourneyId(Guid.NewGuid()), null, null, "page:journey", default)).Should().BeNull();
        var refused = await Recording.RecordAsync(stranger, new Submission(journey, new Arrested { HappenedOn = Day }), "test", default);
        refused.Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.UnknownJourney);
        (await LoggedAsync(journey)).Should().Equal(before);
    }

    [PostgresFact]
    public async Task Sending_a_correction_again_changes_nothing_and_a_second_one_is_told_which_is_the_latest()
    {
        var journey = await OpenAsync();
        var arrest = await RecordAsync(new Submission(journey, new Arrested { HappenedOn = Day }));
        var correction = new Submission(
            journey, new Corrected(arrest.Placed.Id, new Arrested { HappenedOn = Day.AddDays(1) }, CorrectionReason.WrongDay) { HappenedOn = Day },
            new SourceReference("custody-system", Samples.Unique("c")));

        var first = await RecordAsync(correction);
        var again = await RecordAsync(correction);
        (again.Placed.Repeated, again.Placed.Id).Should().Be((true, first.Placed.Id));
        var second = await Recording.RecordAsync(Officer, correction with { Source = null }, "test", default);
        second.Should().BeOfType<SubmissionOutcome.Refused>().Which.Why.Should().Match<Refusal>(
            r => r.Rule == Rule.NotTheLatestCorrection && r.What.Contains(first.Placed.Id.ToString()));
    }

    [PostgresFact]
    public async Task Of_corrections_sent_at_once_one_is_taken_and_the_others_are_told()
    {
        var journey = await OpenAsync();
        var arrest = await RecordAsync(new Submission(journey, new Arrested { HappenedOn = Day }));
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Recording.RecordAsync(
            Officer, new Submission(journey, new Corrected(arrest.Placed.Id, new Arrested { HappenedOn = Day.AddDays(i) }, CorrectionReason.WrongDay) { HappenedOn = Day }), "test", default)));

        outcomes.OfType<SubmissionOutcome.Recorded>().Should().ContainSingle();
        outcomes.OfType<SubmissionOutcome.Refused>().Should().HaveCount(7).And.OnlyContain(r => r.Why.Rule == Rule.NotTheLatestCorrection);
    }

    [PostgresFact]
    public async Task A_journey_is_read_as_it_was_and_as_it_was_known()
    {
        var journey = await OpenAsync();
        var arrest = await RecordAsync(new Submission(journey, new Arrested { HappenedOn = Day }));
        var known = (await Reading.JourneyAsync(Officer, journey, null, null, "test", default))!.Timeline[0].Now.RecordedAt;
        await RecordAsync(new Submission(journey, new Withdrawn(arrest.Placed.Id, CorrectionReason.WrongWoman) { HappenedOn = Day }));

        (await Reading.JourneyAsync(Officer, journey, Day, null, "test", default))!.Stage.Should().Be(Stage.NoCurrentInvolvement);
        var then = await Reading.JourneyAsync(Officer, journey, Day, known, "test", default);
        (then!.Stage, then.Version).Should().Be((Stage.UnderInvestigation, 2));
        (await Reading.JourneyAsync(Officer, journey, Day.AddDays(-1), known, "test", default))!.Timeline.Should().BeEmpty();
    }

    private async Task<JourneyId> OpenAsync() => (await RecordAsync(new Submission(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day }))).Journey;

    private async Task<SubmissionOutcome.Recorded> RecordAsync(Submission submission) =>
        (SubmissionOutcome.Recorded)await Recording.RecordAsync(Officer, submission, "test", default);

    private async Task<List<string>> LoggedAsync(JourneyId journey)
    {
        await using var connection = new Npgsql.NpgsqlConnection(house.Database.SuperuserConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select operation || ' ' || door || ' ' || coalesce(subject, '') from journeys.access_log where journey = $1 order by id", connection)
        {
            Parameters = { new() { Value = journey.Value } },
        };
        await using var rows = await command.ExecuteReaderAsync();
        var logged = new List<string>();
        while (await rows.ReadAsync()) logged.Add(rows.GetString(0));
        return logged;
    }
}
