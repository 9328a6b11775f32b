using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>From two records of one woman to one, and back, as somebody types it.</summary>
public sealed class MergeVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private static readonly DateOnly Day = new(2024, 3, 1);

    [PostgresFact]
    public async Task Duplicates_are_proposed_with_reasons_merged_by_a_person_and_parted_again()
    {
        var partnership = new Partnership("merging");
        await house.Database.Partnerships.AddAsync(partnership, "merging", simulated: false, default);
        var one = await OpenAsync(partnership, new PersonIdentity("Testcase Jane Smith-Fictional", new DateOnly(1990, 3, 4), null, [new("pnc", "2003/0011985X")]));
        var other = await OpenAsync(partnership, new PersonIdentity("Testcase Jayne Smyth-Fictional", null, null, [new("pnc", "03/11985X")]));
        await OpenAsync(partnership, new PersonIdentity("Testcase Quite Else-Fictional", new DateOnly(1990, 3, 4)));

        var proposal = (await RunAsync("duplicates")).GetProperty("proposals").EnumerateArray().Should().ContainSingle().Which;
        new[] { proposal.GetProperty("first").GetGuid(), proposal.GetProperty("second").GetGuid() }.Should().BeEquivalentTo([one.Value, other.Value]);
        proposal.GetProperty("reasons")[0].GetString().Should().Be("the same PNC number");
        (await RunAsync("find", "smyth")).GetProperty("found").EnumerateArray().Select(f => f.GetProperty("journey").GetGuid()).Should().Equal(other.Value, one.Value);

        await RunAsync("merge", one.Pseudonym, other.Pseudonym, "--why", "same-identifier");
        (await RunAsync("show", other.Pseudonym)).GetProperty("wentTo").GetGuid().Should().Be(one.Value);
        (await RunAsync("show", one.Pseudonym)).GetProperty("merged")[0].GetGuid().Should().Be(other.Value);
        await RunAsync("unmerge", other.Pseudonym, "--why", "wrong-woman");
        (await RunAsync("show", other.Pseudonym)).TryGetProperty("wentTo", out _).Should().BeFalse();
        (await house.TryAsync("unmerge", other.Pseudonym, "--why", "wrong-woman", "--partnership", "merging")).ExitCode.Should().Be(1);
    }

    private async Task<JourneyId> OpenAsync(Partnership partnership, PersonIdentity person)
    {
        var journey = new JourneyId(Guid.NewGuid());
        await house.Database.Vault.PutAsync(partnership, journey, person, default);
        (await house.Database.Journal.AppendAsync(
            new Append(partnership, journey, new Recorder("pc.example", "Police"), [new NewFact(new FactId(Guid.CreateVersion7()), new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day })]), default))
            .Should().BeOfType<AppendOutcome.Accepted>();
        return journey;
    }

    private Task<JsonElement> RunAsync(params string[] words) => house.RunAsync([.. words, "--partnership", "merging", "--json"]);
}
