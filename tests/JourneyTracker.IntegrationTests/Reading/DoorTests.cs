using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.Reading;

/// <summary>The doors: who comes in, what is written down, what a repeat and a race do.</summary>
public sealed class DoorTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North);
    private static readonly DateOnly Day = new(2024, 3, 1);

    private ReadingDoor Reading => new(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    private RecordingDoor Recording => new(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

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

    [PostgresFact]
    public async Task A_record_that_cannot_be_read_hides_what_follows_it_and_nothing_of_anybody_else()
    {
        await using var own = await JournalHouse.CreateAsync();
        var reading = new ReadingDoor(own.House.Journal, own.House.Sealing, own.House.Vault, own.House.AccessLog, own.House.Access, TimeProvider.System);
        var recording = new RecordingDoor(own.House.Journal, own.House.Vault, own.House.AccessLog, own.House.Access, TimeProvider.System);
        async Task<JourneyId> openAsync() =>
            ((SubmissionOutcome.Recorded)await recording.RecordAsync(Officer, new Submission(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day }), "test", default)).Journey;
        var (frozen, other) = (await openAsync(), await openAsync());
        await Poison.AddAsync(own, frozen, "arrested.v1", headers: Poison.Headers[0]);
        foreach (var journey in new[] { frozen, other })
            (await recording.RecordAsync(Officer, new Submission(journey, new Arrested { HappenedOn = Day }), "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

        var hers = (await reading.JourneyAsync(Officer, frozen, null, null, "test", default))!;
        (hers.Stage, hers.Timeline.Count, hers.FrozenFrom, hers.Version).Should().Be((Stage.NoCurrentInvolvement, 1, 3, 3));
        (await reading.JourneyAsync(Officer, other, null, null, "test", default))!.FrozenFrom.Should().BeNull();
        var census = (await reading.StagesAsync(Officer, null, null, null, "test", default))!;
        (census.Frozen, census.Stages[Stage.NoCurrentInvolvement], census.Stages[Stage.UnderInvestigation]).Should().Be((1, 1, 1));
    }

    [PostgresFact]
    public async Task A_fact_of_a_journey_with_a_record_that_cannot_be_read_can_still_be_withdrawn()
    {
        var journey = await OpenAsync();
        await Poison.AddAsync(house, journey, "unheard-of.v9");
        var arrest = await RecordAsync(new Submission(journey, new Arrested { HappenedOn = Day }));

        (await RecordAsync(new Submission(journey, new Withdrawn(arrest.Placed.Id, CorrectionReason.EnteredInError) { HappenedOn = Day }))).Version.Should().Be(4);
    }

    [PostgresFact]
    public async Task A_journey_whose_first_record_cannot_be_read_is_still_found()
    {
        await using var own = await JournalHouse.CreateAsync();
        var reading = new ReadingDoor(own.House.Journal, own.House.Sealing, own.House.Vault, own.House.AccessLog, own.House.Access, TimeProvider.System);
        await using var other = await OtherWriter.BeginAsync(own.Database.SuperuserConnectionString);
        await other.InsertEventAsync(1);
        await other.CommitAsync();
        var journey = new JourneyId(await own.Database.SuperuserScalarAsync<Guid>("select id from journeys.mt_streams"));

        var hers = (await reading.JourneyAsync(Officer, journey, null, null, "test", default))!;
        (hers.Timeline.Count, hers.FrozenFrom).Should().Be((0, 1));
        (await reading.StagesAsync(Officer, null, null, null, "test", default))!.Should().Match<StageCensus>(c => c.Frozen == 1 && c.NotYetKnown == 1);
    }

    private async Task<JourneyId> OpenAsync() => (await RecordAsync(new Submission(null, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day }))).Journey;

    private async Task<SubmissionOutcome.Recorded> RecordAsync(Submission submission) =>
        (SubmissionOutcome.Recorded)await Recording.RecordAsync(Officer, submission, "test", default);

    private async Task<List<string>> LoggedAsync(JourneyId journey)
    {
        await using var connection = new Npgsql.NpgsqlConnection(house.Database.SuperuserConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select operation || ' ' || door || ' ' || coalesce(subject, '') from journeys.access_log where partnership = 'north' and journey = $1 order by id", connection)
        {
            Parameters = { new() { Value = journey.Value } },
        };
        await using var rows = await command.ExecuteReaderAsync();
        var logged = new List<string>();
        while (await rows.ReadAsync()) logged.Add(rows.GetString(0));
        return logged;
    }
}
