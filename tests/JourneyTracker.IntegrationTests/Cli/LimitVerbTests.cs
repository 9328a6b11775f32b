using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.BadDays;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;

namespace JourneyTracker.IntegrationTests.Cli;

/// <summary>Who alone may know of a woman, said at the command line: no verb finds her after that, and it can be ended when those who were named have left.</summary>
public sealed class LimitVerbTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    [PostgresFact]
    public async Task No_verb_finds_a_woman_to_whom_it_is_limited_until_that_is_ended()
    {
        var partnership = new Partnership("limiting");
        await house.Database.Partnerships.AddAsync(partnership, "limiting", simulated: false, default);
        var journey = new JourneyId(Guid.NewGuid());
        NewFact[] facts = [Samples.New(new JourneyOpened(OpenedBy.Hand) { HappenedOn = new DateOnly(2024, 1, 1) }), Samples.New(new Arrested { HappenedOn = new DateOnly(2024, 2, 1) })];
        await house.Database.Journal.AppendAsync(new Append(partnership, journey, Samples.Tester, facts), default);
        var (id, missing) = (journey.ToString(), Guid.NewGuid().ToString());
        (await house.TryAsync("show", id)).ExitCode.Should().Be(0);

        await house.RunAsync("limit", journey.Pseudonym, "--to", "Willow Women's Centre", "--to", "Probation North/po.example", "--json");

        // The walk of the verbs tries every one.
        foreach (var verb in BadDay.Full ? ["show", "replay", "diff", "pathways", "support", "who-could-see", "who-looked"] : new[] { "show", "who-could-see" })
        {
            string[] more = verb == "diff" ? ["--from", "2020-01-01"] : [];
            var (hidden, none) = (await house.TryAsync([verb, id, .. more]), await house.TryAsync([verb, missing, .. more]));
            (hidden.ExitCode, hidden.Messages.Replace(id, "ID", StringComparison.Ordinal)).Should().Be((none.ExitCode, none.Messages.Replace(missing, "ID", StringComparison.Ordinal)), verb);
            hidden.ExitCode.Should().Be(1, verb);
        }

        (await house.TryAsync("show", journey.Pseudonym)).ExitCode.Should().Be(1);
        (await house.TryAsync("limit", missing, "--lift")).Messages.Should().Contain("no such journey");
        (await house.TryAsync("limit", id)).ExitCode.Should().Be(2);
        await house.RunAsync("limit", id, "--lift", "--json");
        (await house.TryAsync("show", journey.Pseudonym)).ExitCode.Should().Be(0);
    }
}
