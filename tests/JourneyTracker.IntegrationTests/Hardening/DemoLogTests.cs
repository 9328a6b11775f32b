using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Operating;
using JourneyTracker.IntegrationTests.Simulation;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>A whole run over simulated women: imported history, folds, pages, programs, hub and failures. No name, number, birthday or text of theirs is in its log, at any level.</summary>
public sealed class DemoLogTests(SimulatedHouse house) : IClassFixture<SimulatedHouse>
{
    private static readonly Partnership Demo = new("demo");
    private static readonly Caller Auditor = new("aud.example", "Audit", "PCC", Role.Auditor, Demo);

    [PostgresFact]
    public async Task None_of_the_simulated_women_is_in_the_log_of_a_whole_run()
    {
        await house.RunAsync("simulate", "--women", "25", "--years", "3", "--until", "2026-06-01", "--json", "--new-partnership", "--partnership", Demo.Name);
        using var sink = new Sink();
        await using var server = WebHost.Build(new WebOptions(Auditor with { Role = Role.Coordinator }, 0), house.Database, TimeProvider.System, Logged(sink));
        await using var audited = WebHost.Build(new WebOptions(Auditor, 0), house.Database, TimeProvider.System, Logged(sink));
        await server.StartAsync();
        await audited.StartAsync();
        await new FoldingNode(house.Database, TimeProvider.System, server.Services.GetRequiredService<ILogger<FoldingNode>>()).CatchUpAsync(null, default);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var auditor = new HttpClient { BaseAddress = new Uri(audited.Urls.Single()) };

        var women = (await house.FactsAsync(Demo.Name)).Select(f => f.Journey).Distinct().ToList();
        var known = await house.Database.Vault.GetAsync(Demo, women, default);
        var told = new HashSet<string>();
        foreach (var woman in women)
        {
            foreach (var path in new[] { $"/journeys/{woman}", $"/board/card/{woman}", $"/journeys/{woman}/emergency", $"/board?area={known[woman].Name}", $"/journeys/{known[woman].Name}?q={known[woman].Name}" }) await client.GetAsync(path);
            Texts(JsonElement.Parse(await auditor.GetStringAsync($"/api/journeys/{woman}")), told);
            foreach (var body in new[] { $"{{\"name\":\"{known[woman].Name}\"", $"{{\"journey\":\"{woman}\",\"name\":\"arrested.v1\",\"body\":{{\"happenedOn\":\"{known[woman].Name}\"}}}}" })
                await client.PostAsync("/api/facts", new StringContent(body, Encoding.UTF8, "application/json"));
            await client.PostAsync($"/api/journeys/{woman}/identity", new StringContent(JsonSerializer.Serialize(new { name = known[woman].Name, identifiers = new[] { new { kind = "pnc", number = known[woman].Name } } }), Encoding.UTF8, "application/json"));
        }

        await using (var hub = await HubClient.ConnectAsync(client.BaseAddress))
        {
            await foreach (var frame in hub.Connection.StreamAsync<BoardFrame>("Watch", Demo.Name, (long?)null)) break;
            await FluentActions.Awaiting(() => hub.Connection.InvokeAsync<object>(known.Values.First().Name!)).Should().ThrowAsync<Exception>();
        }

        await using (var damage = house.Database.Sources.Owner.CreateCommand("alter table journeys.access_log rename to gone")) await damage.ExecuteNonQueryAsync();
        foreach (var woman in women.Take(3)) ((int)(await client.GetAsync($"/journeys/{woman}")).StatusCode).Should().BeGreaterThanOrEqualTo(500);
        await server.StopAsync();

        sink.Log.Should().Contain(l => l.Contains("request-failed", StringComparison.Ordinal)).And.HaveCountGreaterThan(500);
        var hers = known.Values.SelectMany(Identifying).Concat(told).Distinct().ToList();
        hers.Should().HaveCountGreaterThan(75);
        var all = string.Join('\n', sink.Everything);
        hers.Where(h => all.Contains(h, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    private static Action<IServiceCollection> Logged(Sink sink) => services => services
        .AddSingleton<ILoggerProvider>(sink).Configure<LoggerFilterOptions>(o => (o.MinLevel, o.CaptureScopes) = (LogLevel.Trace, true)).PostConfigure<LoggerFilterOptions>(o => o.Rules.Clear());

    private static IEnumerable<string> Identifying(PersonIdentity woman) =>
        new[] { woman.Name, woman.DateOfBirth?.ToString("yyyy-MM-dd") }.Concat(woman.Aliases ?? []).Concat((woman.Identifiers ?? []).Select(i => i.Number)).OfType<string>();

    /// <summary>What was written of her in words.</summary>
    private static void Texts(JsonElement at, HashSet<string> told)
    {
        if (at.ValueKind == JsonValueKind.Object) foreach (var member in at.EnumerateObject()) Texts(member.Value, told);
        if (at.ValueKind == JsonValueKind.Array) foreach (var item in at.EnumerateArray()) Texts(item, told);
        if (at.ValueKind == JsonValueKind.String && at.GetString() is { Length: > 20 } text && text.Count(' '.Equals) > 2) told.Add(text);
    }
}
