using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>A woman is erased, on every journey that was merged into hers, as somebody types it.</summary>
public sealed class EraseVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private const string Name = "Testcase Erased-Fictional";
    private static readonly Partnership Here = new("erasing");

    [PostgresFact]
    public async Task Erasing_reaches_each_merged_journey_says_so_first_and_leaves_the_facts_countable()
    {
        await house.Database.Partnerships.AddAsync(Here, "erasing", simulated: false, default);
        var (one, other, stranger) = (await OpenAsync(), await OpenAsync(), await OpenAsync());
        await RunAsync("merge", one.Pseudonym, other.Pseudonym, "--why", "opened-twice");
        await RunAsync("merge", one.Pseudonym, stranger.Pseudonym, "--why", "other");
        await RunAsync("unmerge", stranger.Pseudonym, "--why", "wrong-woman");

        var asked = await house.TryAsync("erase", other.Pseudonym, "--reason", "she asked for it", "--json");
        asked.ExitCode.Should().Be(1);
        var plan = JsonElement.Parse(asked.Output);
        plan.GetProperty("erased").GetBoolean().Should().BeFalse();
        plan.GetProperty("journeys").EnumerateArray().Select(j => j.GetGuid()).Should().Equal(one.Value, other.Value);
        (await house.TryAsync("erase", one.Pseudonym, "--reason", "she asked for it")).Output.Should().Contain("which was merged into it").And.Contain("say --yes");
        (await house.Database.Vault.GetAsync(Here, [one, other], default)).Should().HaveCount(2, "nothing was erased yet");

        await RunAsync("erase", one.Pseudonym, "--reason", "she asked for it", "--yes");
        (await house.Database.Vault.GetAsync(Here, [one, other, stranger], default)).Keys.Should().Equal(stranger);
        var replay = await RunAsync("replay", one.Pseudonym, "--as-at", "2024-03-01");
        replay.GetProperty("journey").GetProperty("stage").GetString().Should().Be("remanded");
        replay.ToString().Should().Contain("(erased)").And.NotContain("said in confidence").And.NotContain(Name);
        (await RunAsync("replay", stranger.Pseudonym, "--as-at", "2024-03-01")).ToString().Should().Contain("said in confidence");
        (await RunAsync("stages", "--as-at", "2024-03-01")).GetProperty("stages").GetProperty("remanded").GetInt32().Should().Be(2);
        (await LoggedAsync()).Should().BeEquivalentTo($"{one}: she asked for it", $"{other}: she asked for it");
        await RunAsync("erase", other.Pseudonym, "--reason", "again", "--yes");
    }

    [PostgresFact]
    public async Task What_must_be_kept_as_evidence_is_not_erased_and_a_move_is_pointed_out()
    {
        var there = new Partnership("erasing-there");
        foreach (var partnership in new[] { Here, there }) await house.Database.Partnerships.AddAsync(partnership, partnership.Name, simulated: false, default);
        var journey = await OpenAsync();
        await RunAsync("restrict", journey.Pseudonym, "--why", "kept-as-evidence");
        (await house.TryAsync("erase", journey.Pseudonym, "--reason", "r", "--yes", "--partnership", Here.Name)).Messages.Should().Contain("must be kept as evidence");
        (await house.Database.Vault.GetAsync(Here, journey, default)).Should().NotBeNull();
        await RunAsync("lift", journey.Pseudonym);
        var moved = (await RunAsync("move", journey.Pseudonym, "--to", there.Name)).GetProperty("opened").GetGuid();

        var elsewhere = (await RunAsync("erase", journey.Pseudonym, "--reason", "r", "--yes")).GetProperty("elsewhere")[0];
        (elsewhere.GetProperty("partnership").GetString(), elsewhere.GetProperty("journey").GetGuid()).Should().Be((there.Name, moved));
        (await house.TryAsync("erase", journey.Pseudonym, "--reason", " ", "--partnership", Here.Name)).ExitCode.Should().Be(2);
    }

    private async Task<JourneyId> OpenAsync()
    {
        var journey = new JourneyId(Guid.NewGuid());
        await house.Database.Vault.PutAsync(Here, journey, new PersonIdentity(Name), default);
        Fact[] facts =
        [
            new JourneyOpened(OpenedBy.Hand) { HappenedOn = new DateOnly(2024, 1, 1) },
            new Received(CustodyBasis.Remand) { HappenedOn = new DateOnly(2024, 2, 5) },
            new Contact("visit", Protected.Of("said in confidence")) { HappenedOn = new DateOnly(2024, 2, 6) },
        ];
        await house.Database.Journal.AppendAsync(new Append(Here, journey, Samples.Tester, [.. facts.Select(f => Samples.New(f))]), default);
        return journey;
    }

    private async Task<List<string>> LoggedAsync()
    {
        await using var batch = house.Database.Sources.Reader.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('journeys.partnership', 'erasing', false)"));
        batch.BatchCommands.Add(new("select journey || ': ' || why from journeys.access_log where operation = 'erasure'"));
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return lines;
    }

    private Task<JsonElement> RunAsync(params string[] words) => house.RunAsync([.. words, "--partnership", Here.Name, "--json"]);
}
