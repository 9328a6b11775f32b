using System.Diagnostics;
using System.Globalization;
using System.Net;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Folding;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Several nodes on one database, of one version or of two.</summary>
[Collection(BadDay.Collection)]
public sealed class SeveralNodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly List<ServeProcess> nodes = [];
    private DurableHouse house = null!;
    private int references;

    [PostgresFact]
    public async Task Two_web_nodes_agree_and_when_the_folding_node_is_killed_another_folds_within_ten_seconds()
    {
        var folding = await NodeAsync();
        var (one, two) = (await NodeAsync("--no-folding"), await NodeAsync("--no-folding"));
        using var watching = new CancellationTokenSource();
        Watcher[] watchers = [new(() => one), new(() => two)];
        var watched = Task.WhenAll(watchers.Select(w => w.RunAsync(watching.Token)));
        await BadDay.UntilAsync(() => Task.FromResult(watchers.All(w => w.Last is not null)), "both watch");
        var women = new List<JourneyId>();
        for (var i = 0; i < 5; i++) women.Add(await InCustodyAsync(i % 2 == 0 ? one : two));
        await SeenAsync(watchers, women[^1], Stage.Remanded);

        await NodeAsync();
        await folding.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await RecordAsync(one, women[0], new Released(ReleaseKind.OnBail) { HappenedOn = Day(3) });
        await SeenAsync(watchers, women[0], Stage.BeforeTheCourt);
        var took = Stopwatch.GetElapsedTime(killed);
        took.Should().BeLessThan(TimeSpan.FromSeconds(10));

        watchers.Should().OnlyContain(w => w.Wrong == null);
        watchers[1].Movements.Should().Equal(watchers[0].Movements, "both boards are told the same");
        (await BoardAsync(one)).Should().Equal(await BoardAsync(two)).And.HaveCount(women.Count);
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture, $"folding node killed: a fact recorded right after was on both boards {took.TotalSeconds:0.0} s after the kill"));
        await watching.CancelAsync();
        await watched;
    }

    [PostgresFact]
    public async Task A_folding_node_that_is_stopped_loses_its_place_within_ten_seconds_and_when_it_wakes_it_writes_nothing()
    {
        var stopped = await NodeAsync();
        var other = await NodeAsync();
        var woman = await InCustodyAsync(other);
        await FoldedAsync(new FoldingHealth(house.Database.Sources));

        await Signals.SendAsync(stopped.Id, "STOP");
        var since = Stopwatch.GetTimestamp();
        await RecordAsync(other, woman, new Released(ReleaseKind.OnBail) { HappenedOn = Day(3) });
        await BadDay.UntilAsync(async () => await StageAsync(woman) == Stage.BeforeTheCourt.Code(), "the other one folds");
        var took = Stopwatch.GetElapsedTime(since);
        var feed = await FeedAsync();
        await Signals.SendAsync(stopped.Id, "CONT");
        await BadDay.UntilAsync(async () => (await stopped.Client.GetAsync("/health/ready")).IsSuccessStatusCode, "it answers again");
        await RecordAsync(stopped, woman, new Received(CustodyBasis.Remand) { HappenedOn = Day(4) });
        await BadDay.UntilAsync(async () => await StageAsync(woman) == Stage.Remanded.Code(), "folding goes on");

        took.Should().BeLessThan(TimeSpan.FromSeconds(10));
        (await FeedAsync()).Should().StartWith(feed).And.HaveCount(feed.Count + 1);
        BadDay.Report(output, string.Create(CultureInfo.InvariantCulture, $"folding node stopped (SIGSTOP): a fact recorded right after was folded by the other {took.TotalSeconds:0.0} s later"));
    }

    [PostgresFact]
    public async Task A_node_that_does_not_know_a_new_fact_freezes_that_journey_visibly_and_the_next_version_picks_it_up()
    {
        using var earlier = EarlierVersion.Make();
        var old = await ServeProcess.StartAsync(house, earlier.Folder);
        nodes.Add(old);
        var next = await NodeAsync();
        var health = new FoldingHealth(house.Database.Sources);
        var (touched, other) = (await InCustodyAsync(old), await InCustodyAsync(next));
        await FoldedAsync(health);

        await RecordAsync(next, touched, new Transferred { HappenedOn = Day(3) });
        await RecordAsync(next, touched, new Released(ReleaseKind.OnBail) { HappenedOn = Day(4) });
        await RecordAsync(old, other, new Released(ReleaseKind.OnBail) { HappenedOn = Day(4) });
        await FoldedAsync(health);

        var frozen = (await health.ReadAsync(default)).Failures.Should().ContainSingle("the old node folds").Which;
        (frozen.Journey, frozen.What).Should().Be((touched, $"There is no fact called '{EarlierVersion.UnknownThere}' in this version."));
        (await old.HealthAsync()).Should().Contain("\"red\"");
        (await old.HealthAsync()).Should().Contain("cannot be folded");
        (await StageAsync(touched)).Should().Be(Stage.Remanded.Code(), "what is not understood is not guessed");
        (await StageAsync(other)).Should().Be(Stage.BeforeTheCourt.Code(), "everybody else goes on");
        (await old.Client.GetAsync($"/journeys/{touched}")).StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
        (await BoardAsync(old)).Should().Equal(await BoardAsync(next));
        old.HasEnded.Should().BeFalse();

        await old.KillAsync();
        await BadDay.UntilAsync(async () => (await health.ReadAsync(default)).IsHealthy, "the next version folds what the old one could not");
        (await StageAsync(touched)).Should().Be(Stage.BeforeTheCourt.Code());
        (await BoardAsync(next)).Should().HaveCount(2);
    }

    private async Task<ServeProcess> NodeAsync(params string[] more)
    {
        var node = await ServeProcess.StartAsync(house, more);
        nodes.Add(node);
        return node;
    }

    private async Task<JourneyId> InCustodyAsync(ServeProcess node)
    {
        var journey = await RecordAsync(node, null, new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = Day(0) });
        await RecordAsync(node, journey, new Cautioned { HappenedOn = Day(1) });
        await RecordAsync(node, journey, new Received(CustodyBasis.Remand) { HappenedOn = Day(2) });
        return journey;
    }

    private async Task<JourneyId> RecordAsync(ServeProcess node, JourneyId? journey, Fact fact)
    {
        var sent = await Senders.ThroughApi(() => node)(journey, fact, new SourceReference("nodes", $"{++references}"));
        sent.Entry.Should().NotBeNull(sent.Why);
        return sent.Entry!.Journey;
    }

    private static async Task FoldedAsync(FoldingHealth health) =>
        await BadDay.UntilAsync(async () => await health.ReadAsync(default) is { Behind: 0, Position: > 0 }, "everything is folded");

    private static Task SeenAsync(Watcher[] watchers, JourneyId journey, Stage stage) => BadDay.UntilAsync(
        () => Task.FromResult(watchers.All(w => w.Wrong is not null || w.Movements.Any(m => m.Journey == journey.Value && m.To == stage))), $"both have seen her {stage.Code()}");

    private Task<IReadOnlyList<string>> FeedAsync() => house.LinesAsync("select position || ' ' || journey || ' ' || to_stage from journeys.board_feed order by position");

    private async Task<string> StageAsync(JourneyId journey) =>
        (await house.LinesAsync($"select stage from journeys.current_status_spell where journey = '{journey}' order by ordinal desc limit 1"))[0];

    /// <summary>The snapshot that a node gives a new watcher.</summary>
    private static async Task<IReadOnlyList<string>> BoardAsync(ServeProcess node)
    {
        await using var client = await HubClient.ConnectAsync(node.Address);
        using var patience = new CancellationTokenSource(CliProcess.Patience);
        await foreach (var frame in Microsoft.AspNetCore.SignalR.Client.HubConnectionExtensions.StreamAsync<JourneyTracker.Web.Live.BoardFrame>(
            client.Connection, "Watch", DurableHouse.North.Name, (long?)null, patience.Token))
        {
            return [.. frame.Women!.Select(w => $"{w.Journey} {w.Stage.Code()} {w.Since:O}").Order(StringComparer.Ordinal)];
        }

        return [];
    }

    private static DateOnly Day(int number) => WebServer.Today.AddDays(number - 50);

    public async Task InitializeAsync() => house = await DurableHouse.OpenAsync();

    public async Task DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        await house.DisposeAsync();
    }
}
