using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Simulation;
using JourneyTracker.Journal.Administration;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>Sharing agreements listed, as somebody types it.</summary>
public sealed class AgreementsVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    [PostgresFact]
    public async Task They_are_listed_with_their_state_and_only_those_of_the_partnership()
    {
        var (here, elsewhere) = (new Partnership("agreeing"), new Partnership("elsewhere"));
        foreach (var name in new[] { here, elsewhere }) await house.Database.Partnerships.AddAsync(name, name.Name, simulated: false, default);
        var door = new AdministrationDoor(house.Database, TimeProvider.System);
        var administrator = new Caller("adm", "Coordination", "VOLUNTARY", Role.Administrator, here);
        var terms = new AgreementTerms(["Willow", "Probation"], "support", "public task", "none", "DPIA 1", new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1));
        var due = (await door.AddAsync(administrator, terms, "test", default))!.Value;
        var ended = (await door.AddAsync(administrator, terms, "test", default))!.Value;
        (await door.EndAsync(administrator, ended, new DateOnly(2022, 1, 1), "test", default)).Should().BeTrue();
        (await door.EndAsync(administrator, ended, new DateOnly(2023, 1, 1), "test", default)).Should().BeFalse();
        (await door.AddAsync(administrator with { Role = Role.Coordinator }, terms, "test", default)).Should().BeNull();
        (await door.EndAsync(administrator with { Partnership = elsewhere }, due, new DateOnly(2022, 1, 1), "test", default)).Should().BeFalse();

        var listed = (await house.RunAsync("agreements", "--partnership", here.Name, "--json")).GetProperty("agreements").EnumerateArray().ToList();

        listed.Select(a => (a.GetProperty("id").GetGuid(), a.GetProperty("state").GetString())).Should().Equal((due, "review-due"), (ended, "ended"));
        listed[1].GetProperty("endedOn").GetString().Should().Be("2022-01-01");
        (await house.TryAsync("agreements", "--partnership", here.Name)).Output.Should().Contain("Willow, Probation: support; signed on 2020-01-01, review due since 2021-01-01");
        (await house.TryAsync("agreements", "--partnership", elsewhere.Name)).Output.Should().Contain("No sharing agreement is recorded.");
    }
}
