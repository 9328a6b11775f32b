using System.Globalization;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>Replay and diff as an auditor types them.</summary>
public sealed class ReplayVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private static readonly DateOnly First = new(2024, 1, 1);

    [PostgresFact]
    public async Task A_replay_says_what_counted_and_what_it_was_made_with_and_follows_the_records_step_by_step()
    {
        var (partnership, journey) = await RecordedAsync("replayed");

        var then = await RunAsync("replay", journey.Pseudonym, "--as-at", "2024-02-15", "--known-at", "2024-01-02", "--partnership", partnership);
        then.GetProperty("journey").GetProperty("stage").GetString().Should().Be("no-current-involvement", "only the opening was known then");
        var now = await RunAsync("replay", journey.ToString(), "--as-at", "2024-02-15", "--follow", "--partnership", partnership);
        now.GetProperty("folds").EnumerateArray().Select(f => f.GetString()).Should().Contain("status.2");
        now.GetProperty("journey").GetProperty("position").GetInt64().Should().BePositive();
        now.GetProperty("effective").EnumerateArray().Select(e => e.GetProperty("said")[0].GetProperty("name").GetString()).Should().Equal("journey-opened.v1", "received.v1");
        now.GetProperty("steps").EnumerateArray().Select(s => $"{s.GetProperty("kind").GetString()} {s.GetProperty("stage").GetString()}").Should().Equal(
            "recorded no-current-involvement", "recorded under-investigation", "recorded remanded", "corrected remanded", "withdrawn remanded");
    }

    [PostgresFact]
    public async Task A_difference_names_the_facts_who_recorded_them_and_why_they_were_corrected()
    {
        var (partnership, journey) = await RecordedAsync("compared");

        var diff = await RunAsync("diff", journey.Pseudonym, "--from", "2024-01-03", "--to", "2024-01-06", "--as-at", "2024-02-15", "--partnership", partnership);

        (diff.GetProperty("stageBefore").GetString(), diff.GetProperty("stageAfter").GetString()).Should().Be(("under-investigation", "remanded"));
        diff.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("change").GetString()).Should().Equal("withheld", "recorded");
        var since = diff.GetProperty("facts")[1].GetProperty("since").EnumerateArray().ToList();
        since.Select(s => s.GetProperty("agency").GetString()).Should().Equal("Police", "Police");
        since[1].GetProperty("why").GetString().Should().Be("wrong-day");
        diff.GetProperty("facts")[0].GetProperty("whyWithdrawn").GetString().Should().Be("wrong-woman");
        var words = await house.TryAsync("diff", journey.Pseudonym, "--from", "2024-01-03", "--to", "2024-01-06", "--as-at", "2024-02-15", "--partnership", partnership);
        words.Output.Should().Contain("wrong day").And.Contain("Police, pc.example");
    }

    [PostgresFact]
    public async Task A_journey_that_is_not_there_is_refused_by_either_name()
    {
        var (partnership, _) = await RecordedAsync("absent");
        foreach (var name in new[] { "W-000000", Guid.NewGuid().ToString() })
        {
            var run = await house.TryAsync("replay", name, "--partnership", partnership);
            (run.ExitCode, run.Messages.Contains($"There is no journey {name} here.", StringComparison.Ordinal)).Should().Be((1, true));
        }

        (await house.TryAsync("show", "W-00000", "--partnership", partnership)).ExitCode.Should().Be(2);
    }

    private async Task<JsonElement> RunAsync(params string[] words) => await house.RunAsync([.. words, "--json"]);

    /// <summary>One fact on each day from the first of January 2024: opened, arrested, received, the reception's day corrected, the arrest withdrawn.</summary>
    private async Task<(string Partnership, JourneyId Journey)> RecordedAsync(string name)
    {
        var partnership = new Partnership(name);
        await house.Database.Partnerships.AddAsync(partnership, name, simulated: true, default);
        var journey = new JourneyId(Guid.NewGuid());
        FactId[] ids = [.. Enumerable.Range(0, 5).Select(_ => new FactId(Guid.CreateVersion7()))];
        var reception = new Received(CustodyBasis.Remand) { HappenedOn = DateOnly.Parse("2024-02-10", CultureInfo.InvariantCulture) };
        Fact[] facts =
        [
            new JourneyOpened(OpenedBy.Hand) { HappenedOn = First },
            new Arrested { HappenedOn = First.AddDays(1) },
            reception,
            new Corrected(ids[2], reception with { HappenedOn = First.AddDays(20) }, CorrectionReason.WrongDay) { HappenedOn = First },
            new Withdrawn(ids[1], CorrectionReason.WrongWoman) { HappenedOn = First },
        ];
        var outcome = await house.Database.Journal.AppendAsync(
            new Append(partnership, journey, new Recorder("pc.example", "Police"),
                [.. facts.Select((f, i) => new NewFact(ids[i], f, RecordedAt: LondonDay.StartOf(First.AddDays(i + 1)).AddHours(12)))]),
            default);
        outcome.Should().BeOfType<AppendOutcome.Accepted>();
        return (name, journey);
    }
}
