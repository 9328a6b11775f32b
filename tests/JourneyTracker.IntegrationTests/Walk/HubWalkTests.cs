using System.Reflection;
using System.Text.Json;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>Everybody tries every method of every hub, for their own board and for another partnership's.</summary>
public sealed class HubWalkTests(WalkHouse house, ITestOutputHelper output) : IClassFixture<WalkHouse>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Expected expected = new();

    [BrowserFact]
    public async Task Every_method_shows_a_watcher_the_women_of_whom_they_may_know_and_nobody_else_anything()
    {
        var (wrong, summary) = (new List<string>(), new WalkSummary());
        foreach (var (path, method) in Methods())
        {
            foreach (var walker in Walkers.All)
            {
                foreach (var board in new[] { JournalHouse.North.Name, JournalHouse.South.Name })
                {
                    var frames = await FramesAsync(path, method, walker, board);
                    summary.Add($"{path} {method.Name}", walker.Name, frames is null ? "refused" : "shown");
                    var what = $"{method.Name} of {board} by {walker.Name}";
                    if ((frames is not null) != (expected.Watches(walker) && walker.Caller!.Partnership.Name == board)) wrong.Add($"{what}: {(frames is null ? "refused" : "shown")}");
                    foreach (var her in house.All)
                    {
                        var text = frames ?? "";
                        if (text.Contains(her.Journey.ToString(), StringComparison.Ordinal) != (frames is not null && her.IsOnBoard && expected.Access.Knows(walker.Caller!, her))) wrong.Add($"{what}: {her.Kind}");
                        wrong.AddRange(her.Facts.SelectMany(f => new[] { f.Words, f.By }).Append(her.Name).OfType<string>().Where(t => text.Contains(t, StringComparison.Ordinal)).Select(t => $"{what}: tells {t}"));
                    }
                }
            }
        }

        output.WriteLine(summary.Words(Walkers.All.Select(w => w.Name)));
        output.WriteLine($"{summary.Tries} tries, {wrong.Count} wrong.");
        wrong.Should().BeEmpty();
        summary.Tries.Should().BeGreaterThan(50);
    }

    private IEnumerable<(string Path, MethodInfo Method)> Methods() =>
        from endpoint in house.Server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let hub = endpoint.Metadata.GetMetadata<HubMetadata>()?.HubType
        where hub is not null && !endpoint.RoutePattern.RawText!.EndsWith("negotiate", StringComparison.Ordinal)
        from method in hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetBaseDefinition().DeclaringType != typeof(Hub)
        select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method);

    /// <summary>What is sent until the watcher has caught up; null when refused.</summary>
    private async Task<string?> FramesAsync(string path, MethodInfo method, Walker walker, string board)
    {
        object?[] arguments = [.. method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => p.Name switch
        {
            "board" => board,
            "since" or "epoch" => (object?)null,
            var unknown => throw new XunitException($"The walk does not know what to put for {unknown} in {method.Name}: say it in HubWalkTests."),
        })];
        try
        {
            await using var client = await HubClient.ConnectAsync(house.Server.Address, house.Server.Address.GetLeftPart(UriPartial.Authority), await house.ProofAsync(walker), path);
            using var patience = new CancellationTokenSource(Patience);
            var text = "";
            await foreach (var frame in client.Connection.StreamAsyncCore<JsonElement>(method.Name, arguments, patience.Token))
            {
                text += frame.GetRawText();
                if (frame.GetProperty("kind").GetString() == "caught-up") break;
            }

            return text;
        }
        catch (Exception refused) when (refused is System.Net.WebSockets.WebSocketException or HubException)
        {
            return null;
        }
    }
}
