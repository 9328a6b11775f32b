using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Simulation;

public sealed class SimulateTests : IClassFixture<SimulatedHouse>
{
    private static readonly string[] Words = ["simulate", "--women", "25", "--years", "3", "--until", "2026-06-01", "--json", "--new-partnership"];
    private readonly SimulatedHouse house;

    public SimulateTests(SimulatedHouse house) => this.house = house;

    [PostgresFact]
    public async Task A_second_run_with_the_same_seed_records_nothing_new()
    {
        var first = await house.RunAsync([.. Words, "--seed", "4", "--partnership", "twice"]);
        var position = await house.Database.Journal.PositionAsync(default);

        var second = await house.RunAsync([.. Words, "--seed", "4", "--partnership", "twice"]);

        first.GetProperty("repeated").GetInt32().Should().Be(0);
        second.GetProperty("repeated").GetInt32().Should().Be(first.GetProperty("facts").GetInt32()).And.BePositive();
        (await house.Database.Journal.PositionAsync(default)).Should().Be(position);
    }

    [PostgresFact]
    public async Task Facts_stand_in_the_order_in_which_they_were_recorded_near_when_they_happened()
    {
        var answer = await house.RunAsync([.. Words, "--seed", "5", "--partnership", "order"]);
        var end = LondonDay.StartOf(new DateOnly(2026, 6, 1));

        var recorded = await house.FactsAsync("order");

        recorded.Should().HaveCount(answer.GetProperty("facts").GetInt32());
        recorded.Select(f => f.RecordedAt).Should().BeInAscendingOrder().And.OnlyContain(at => at < end);
        recorded.Count(f => LondonDay.Of(f.RecordedAt).DayNumber - f.Fact.HappenedOn.Day.DayNumber <= 1).Should().BeGreaterThan(recorded.Count / 2);
    }

    [PostgresFact]
    public async Task Every_woman_has_a_visibly_fictional_identity_in_the_vault()
    {
        await house.RunAsync([.. Words, "--seed", "6", "--partnership", "names"]);
        var journeys = (await house.FactsAsync("names")).Select(f => f.Journey).Distinct().ToList();

        var known = await house.Database.Vault.GetAsync(new Partnership("names"), journeys, default);

        known.Should().HaveCount(25);
        known.Values.Should().OnlyContain(p => p.Name!.StartsWith("Testcase ") && p.Name.EndsWith("-Fictional"));
    }

    [PostgresFact]
    public async Task The_same_women_cannot_be_in_two_partnerships_and_leave_no_identity_in_the_second()
    {
        await house.RunAsync([.. Words, "--seed", "8", "--partnership", "first"]);
        var journeys = (await house.FactsAsync("first")).Select(f => f.Journey).Distinct().ToList();

        var outcome = await house.TryAsync([.. Words, "--seed", "8", "--partnership", "second"]);

        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().Contain("another --seed");
        (await house.Database.Vault.GetAsync(new Partnership("second"), journeys, default)).Should().BeEmpty();
    }

    [PostgresFact]
    public async Task Nothing_is_simulated_into_a_real_partnership()
    {
        await house.Database.Partnerships.AddAsync(new Partnership("north"), "North", simulated: false, default);

        var outcome = await house.TryAsync([.. Words, "--seed", "7", "--partnership", "north"]);

        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().Contain("north is a real one");
    }

    [PostgresFact]
    public async Task Made_up_women_come_to_stand_beside_real_ones_only_when_asked_for()
    {
        await house.Database.Partnerships.AddAsync(new Partnership("east"), "East", simulated: false, default);
        string[] words = ["simulate", "--women", "5", "--years", "2", "--until", "2026-06-01", "--seed", "9", "--partnership", "made-up", "--json"];

        var refused = await house.TryAsync(words);
        (await house.TryAsync([.. words, "--new-partnership"])).ExitCode.Should().Be(0);
        var again = await house.TryAsync(words);

        refused.ExitCode.Should().Be(1);
        refused.Messages.Should().Contain("holds a real partnership").And.Contain("--new-partnership");
        again.ExitCode.Should().Be(0, "it is there now");
    }

    [PostgresFact]
    public async Task An_end_day_in_the_future_is_refused()
    {
        var outcome = await house.TryAsync("simulate", "--until", "2999-01-01");

        outcome.ExitCode.Should().Be(1);
        outcome.Messages.Should().Contain("2999-01-01 is in the future");
    }

    [Theory]
    [InlineData("--women", "0")]
    [InlineData("--years", "0")]
    [InlineData("--speed", "0")]
    public async Task A_number_out_of_range_is_wrong_usage(string option, string value)
    {
        var outcome = await CliProcess.RunAsync("simulate", option, value);

        outcome.ExitCode.Should().Be(2);
        outcome.Messages.Should().StartWith(option);
    }
}
