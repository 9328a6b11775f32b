using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>Processing restricted and the restriction lifted, as somebody types it, with the replays before and after.</summary>
public sealed class RestrictVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    [PostgresFact]
    public async Task What_is_restricted_counts_in_nothing_until_the_restriction_is_lifted_and_every_replay_says_what_held_then()
    {
        var partnership = new Partnership("restricting");
        await house.Database.Partnerships.AddAsync(partnership, "restricting", simulated: false, default);
        var journey = new JourneyId(Guid.NewGuid());
        NewFact[] facts =
        [
            Samples.New(new JourneyOpened(OpenedBy.Hand) { HappenedOn = new DateOnly(2024, 1, 1) }),
            Samples.New(new Arrested { HappenedOn = new DateOnly(2024, 2, 1) }),
            Samples.New(new Received(CustodyBasis.Remand) { HappenedOn = new DateOnly(2024, 2, 5) }),
        ];
        await house.Database.Journal.AppendAsync(new Append(partnership, journey, Samples.Tester, facts), default);
        var remand = facts[2].Id.ToString();

        await StandsAsync("remanded", 3);
        var before = DateTimeOffset.UtcNow;
        await RunAsync("restrict", journey.Pseudonym, "--fact", remand, "--why", "accuracy-contested", "--note", "she says that she was never there");
        await StandsAsync("under-investigation", 2);
        var whole = (await RunAsync("restrict", journey.Pseudonym, "--why", "ordered")).GetProperty("restriction").GetString()!;
        await StandsAsync("not-yet-known", 0);
        await StandsAsync("remanded", 3, "--known-at", before.ToString("O"));

        var several = await house.TryAsync("lift", journey.Pseudonym);
        (several.ExitCode, several.Messages.Contains(whole, StringComparison.Ordinal)).Should().Be((1, true), several.Messages);
        await RunAsync("lift", journey.Pseudonym, "--restriction", whole);
        await StandsAsync("under-investigation", 2);
        await RunAsync("lift", journey.Pseudonym);
        await StandsAsync("remanded", 3);
        (await house.TryAsync("lift", journey.Pseudonym)).Messages.Should().Contain("No restriction holds");
        (await house.TryAsync("restrict", journey.Pseudonym, "--fact", Guid.NewGuid().ToString(), "--why", "ordered")).Messages.Should().Contain("There is no fact");

        async Task StandsAsync(string stage, int effective, params string[] more)
        {
            var replay = await RunAsync(["replay", journey.Pseudonym, "--as-at", "2024-03-01", .. more]);
            (replay.GetProperty("journey").GetProperty("stage").GetString(), replay.GetProperty("effective").GetArrayLength()).Should().Be((stage, effective));
        }
    }

    private Task<JsonElement> RunAsync(params string[] words) => house.RunAsync([.. words, "--json"]);
}
