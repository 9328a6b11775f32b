using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Access;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>Everybody tries every door for every woman, and each answer is what is written: its status, and that nothing stands in it that the one who asks may not know.</summary>
public sealed class EndpointWalkTests(WalkHouse house, ITestOutputHelper output) : IClassFixture<WalkHouse>
{
    private const int AtOnce = 8;
    private readonly Expected expected = new();

    [BrowserFact]
    public async Task Every_door_answers_everybody_as_it_is_written_and_tells_nobody_what_they_may_not_know()
    {
        var wrong = new List<string>();
        var summary = new WalkSummary();
        var (agreement, run) = (await house.AgreementAsync(), await house.ImportAsync());
        foreach (var door in await Door.AllAsync(house.Server.App))
        {
            // Most answers are waited for, not worked for: "not found" has its pace. What records something comes last, one after the other.
            var tries = Walkers.All.SelectMany(walker => (door.NamesHer ? house.All : [null!]).Select(her => (Walker: walker, Her: her)))
                .ToLookup(t => door.Method == "GET" || (door.NamesHer && expected.Of(door, t.Walker, t.Her) != Answer.Given));
            await Parallel.ForEachAsync(tries[true], new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (t, _) => await AskAsync(t.Walker, t.Her));
            foreach (var (walker, her) in tries[false]) await AskAsync(walker, her);

            // Who is let in changes her: then it is another woman of her kind, so that nobody finds her changed.
            async Task AskAsync(Walker walker, Her her) =>
                await TryAsync(door, walker, door.NamesHer && !DoorBodies.LeavesHer(door) && expected.Of(door, walker, her) == Answer.Given ? await house.Women.RecordAsync(her.Kind) : her);
        }

        output.WriteLine(summary.Words(Walkers.All.Select(w => w.Name)));
        output.WriteLine($"{summary.Tries} tries, {wrong.Count} wrong.");
        wrong.Should().BeEmpty();
        summary.Tries.Should().BeGreaterThan(1_000);

        async Task TryAsync(Door door, Walker walker, Her? her)
        {
            var address = door.AddressFor(her, IsChanged("{agreement}") ? await house.AgreementAsync() : agreement, IsChanged("{run}") ? await house.ImportAsync() : run);
            var (answer, body, whole) = await house.AskAsync(walker, new HttpMethod(door.Method), address, token => DoorBodies.Of(door, her, token));
            lock (wrong) summary.Add(door.ToString(), walker.Name, $"{(int)whole.StatusCode}");
            var what = $"{door} by {walker.Name}{(her is null ? "" : $" for {her.Kind}")}";
            var wanted = expected.Of(door, walker, her);
            var found = new List<string>();
            if (wanted == Answer.Open ? answer == Answer.Otherwise : answer != wanted) found.Add($"{what}: {(int)whole.StatusCode}, where {wanted} is written");
            foreach (var woman in her is null ? house.All : house.All.Append(her).Distinct())
            {
                HashSet<string> may = door.Permission == Permission.None ? [] : expected.MayStand(walker, woman);
                // What they named themselves, and were not refused.
                if (woman == her && wanted == Answer.Given) may = [.. may, woman.Journey.ToString()];
                found.AddRange(Expected.All(woman).Where(t => body.Contains(t, StringComparison.OrdinalIgnoreCase) && !may.Contains(t)).Select(t => $"{what}: tells {t} of {woman.Kind}"));
            }

            lock (wrong) wrong.AddRange(found);

            bool IsChanged(string named) => door.Method == "POST" && door.Route.Contains(named, StringComparison.Ordinal);
        }
    }

    [BrowserFact]
    public async Task Her_whole_record_has_exactly_what_is_written_for_everybody()
    {
        foreach (var walker in Walkers.All.Where(w => w.Caller is not null && !w.IsProgram || w.Scopes == "journeys.read"))
        {
            foreach (var her in house.All.Where(h => expected.Access.Knows(walker.Caller!, h)))
            {
                var (_, body, _) = await house.AskAsync(walker, HttpMethod.Get, $"/api/journeys/{her.Journey}", _ => null);
                her.Facts.SelectMany(f => new[] { f.Words, f.By }).OfType<string>().Where(t => body.Contains(t, StringComparison.Ordinal))
                    .Should().BeEquivalentTo(expected.Of(walker.Caller!, her), $"{walker.Name} reads {her.Kind}");
                body.Contains(her.Name, StringComparison.Ordinal).Should().BeTrue($"{walker.Name} may know who {her.Kind} is");
            }
        }
    }

    [BrowserFact]
    public async Task A_door_with_an_address_or_a_body_that_the_walk_does_not_know_is_noticed()
    {
        var her = house.All[0];
        FluentActions.Invoking(() => new Door("GET", "/plans/{plan}", Permission.ReadJourney).AddressFor(her)).Should().Throw<Exception>().WithMessage("*{plan}*say it in Door*");
        FluentActions.Invoking(() => DoorBodies.Of(new Door("POST", "/plans", Permission.ReadJourney), her, null)).Should().Throw<Exception>().WithMessage("*POST /plans*DoorBodies*");
        FluentActions.Invoking(() => expected.Of(new Door("GET", "/plans", (Permission)99), Walkers.All[^1] with { Scopes = null }, null)).Should().Throw<Exception>().WithMessage("*99*Expected.Written*");
        (await Door.AllAsync(house.Server.App)).Select(d => d.ToString()).Should().Contain(["GET /journeys/{id}", "POST /journeys/{id}/emergency", "POST /api/facts"]);
    }
}
