using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>Who she is, as somebody types it: a wrong number is refused where it is typed, and loses nothing.</summary>
public sealed class IdentifyVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    [PostgresFact]
    public async Task A_wrong_number_is_refused_in_words_and_a_right_one_finds_her_in_any_spelling()
    {
        var partnership = new Partnership("knowing");
        await house.Database.Partnerships.AddAsync(partnership, "knowing", simulated: false, default);
        var journey = new JourneyId(Guid.NewGuid());
        await house.Database.Journal.AppendAsync(
            new Append(partnership, journey, Samples.Tester, [Samples.New(new JourneyOpened(OpenedBy.Hand) { HappenedOn = new DateOnly(2024, 3, 1) })]), default);
        var name = "Testcase Jane Known-Fictional";
        await house.RunAsync("identify", journey.Pseudonym, "--name", name, "--number", "pnc=03/11985x", "--number", "crn=x123456", "--json");

        var wrong = await house.TryAsync("identify", journey.Pseudonym, "--number", "prison-number=A1234BC", "--number", "cro=265417/21G");
        wrong.ExitCode.Should().Be(1);
        wrong.Messages.Should().Contain("--number cro=265417/21G: The last letter of the CRO number does not fit its digits.").And.Contain("or leave the number out");
        (await house.TryAsync("identify", journey.Pseudonym, "--number", "265416/21G")).ExitCode.Should().Be(2);

        var known = (await house.Database.Vault.GetAsync(partnership, journey, default))!;
        known.Name.Should().Be(name);
        known.Identifiers.Should().BeEquivalentTo<PersonIdentifier>([new("pnc", "2003/0011985X"), new("crn", "X123456")], o => o.WithStrictOrdering());
        (await house.RunAsync("find", "--number", "2003/0011985X", "--json")).GetProperty("found").GetArrayLength().Should().Be(1);

        await house.Database.Vault.EraseAsync(partnership, journey, default);
        (await house.TryAsync("identify", journey.Pseudonym, "--name", name)).Messages.Should().Contain("She was erased");
    }
}
