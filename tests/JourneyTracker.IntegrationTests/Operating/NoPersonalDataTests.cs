using System.Net;
using System.Text;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>Whatever is done with a woman's record, well or badly, nothing of her stands in a log line, a metric or a trace; and each thing that is measured is measured.</summary>
public sealed class NoPersonalDataTests
{
    private const string Name = "Plantedname";
    private const string Reference = "REF-PLANTED-77";
    private const string Text = "plantedfreetext";
    private const string Address = "7 Planted Street";
    private const string Born = "1987-06-05";
    private static readonly string[] Planted = [Name, Reference, Text, "Planted Street", Born];

    [PostgresFact]
    public async Task Nothing_of_her_is_in_logs_metrics_or_traces()
    {
        using var sink = new Sink();
        await using var house = await JournalHouse.CreateAsync();
        await using var server = await WebServer.CreateAsync(house, services => services
            .AddSingleton<ILoggerProvider>(sink).Configure<LoggerFilterOptions>(o => (o.MinLevel, o.CaptureScopes) = (LogLevel.Trace, true))
            .PostConfigure<LoggerFilterOptions>(o => o.Rules.Clear()));
        using var stop = new CancellationTokenSource();
        var folding = new FoldingNode(house.House, TimeProvider.System, server.App.Services.GetRequiredService<ILogger<FoldingNode>>()).RunAsync(stop.Token);

        var journey = await RecordAsync(server);
        await house.House.Vault.PutAsync(JournalHouse.North, new JourneyId(journey), new PersonIdentity(Name, new DateOnly(1987, 6, 5)), CancellationToken.None);
        await WatchAsync(server);
        foreach (var path in new[] { "/board", $"/journeys/{journey}", $"/api/journeys/{journey}", "/api/stages", $"/board?area={Name}", $"/journeys/{Name}", $"/nowhere/{Reference}?q={Text}", "/health/ready", $"/api/stages?asAt={Born}" })
            await server.Client.GetAsync(path);
        await WrongAsync(server, journey);
        await BrokenAsync(server, house, journey);
        await server.App.Services.GetRequiredService<FoldingWatch>().MeasureAsync(CancellationToken.None);
        await stop.CancelAsync();
        await folding;

        sink.Log.Should().Contain(l => l.Contains("request-failed", StringComparison.Ordinal), "else this test would not have looked at a failure");
        sink.Log.Count.Should().BeGreaterThan(200);
        foreach (var planted in Planted) sink.Everything.Where(l => l.Contains(planted, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        sink.Traces.Should().Contain(t => t.Contains("/api/journeys/{id}", StringComparison.Ordinal)).And.Contain(t => t.StartsWith("append group", StringComparison.Ordinal));
        sink.Measurements.Keys.Should().Contain([
            "journey.append.duration", "journey.append.waiting", "journey.fold.batch", "journey.fold.duration", "journey.fold.lag", "journey.fold.lag.time", "journey.fold.frozen",
            "journey.feed.lag", "journey.hub.clients", "journey.hub.movements"]);
    }

    [Fact]
    public void A_failure_is_said_by_its_kind_and_place_and_its_text_only_when_that_quotes_nobody()
    {
        FailureWords.Of(new InvalidOperationException(Name, new PostgresException($"invalid input syntax: \"{Text}\"", "ERROR", "ERROR", "22P02"))).Should().Be("InvalidOperationException < PostgresException 22P02");
        FailureWords.Of(new TimeoutException("The operation has timed out.")).Should().Be("TimeoutException (The operation has timed out.)");
    }

    private static async Task<Guid> RecordAsync(WebServer server)
    {
        var opened = await WebServer.JsonOf(await server.SendAsync(new { name = "journey-opened.v1", body = new { how = "hand", area = "E23000007", happenedOn = WebServer.Day(-9) }, source = new { system = "planted", reference = Reference } }));
        var journey = opened.GetProperty("journey").GetGuid();
        await server.PostAsync("cautioned.v1", new { happenedOn = WebServer.Day(-9) }, journey);
        await server.PostAsync("arrested.v1", new { happenedOn = WebServer.Day(-8), note = $"{Text} lives at {Address}" }, journey);
        var other = new { how = "hand", area = "E23000009", happenedOn = WebServer.Day(-8) };
        (await server.SendAsync(new { name = "journey-opened.v1", body = other, source = new { system = "planted", reference = Reference } })).StatusCode.Should().Be(HttpStatusCode.Conflict);
        return journey;
    }

    private static async Task WatchAsync(WebServer server)
    {
        await using var client = await HubClient.ConnectAsync(server.Address);
        var opened = await server.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-1) });
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var frame in client.Connection.StreamAsync<BoardFrame>("Watch", JournalHouse.North.Name, null, enough.Token))
        {
            if (frame.Kind == BoardFrameKind.CaughtUp) await server.PostAsync("cautioned.v1", new { happenedOn = WebServer.Day(-1) }, opened.GetProperty("journey").GetGuid());
            if (frame.Kind == BoardFrameKind.Movement) break;
        }

        await FluentActions.Awaiting(() => client.Connection.InvokeAsync<object>(Name, Text)).Should().ThrowAsync<Exception>();
    }

    private static async Task WrongAsync(WebServer server, Guid journey)
    {
        foreach (var line in new[] { $"{{ \"{Name}\": ", $"{{ \"journey\": \"{journey}\", \"name\": \"arrested.v1\", \"body\": {{ \"happenedOn\": \"{Text}\" }} }}", $"{{ \"name\": \"{Text}\" }}" })
            await server.SendLinesAsync(Encoding.UTF8.GetBytes(line));
        await server.Client.PostAsync("/api/facts", new StringContent(Address, Encoding.UTF8, "application/json"));
        await server.SendAsync(new { journey, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-1), note = Text + "\0" } });
    }

    /// <summary>Requests that fail inside, with her data in hand.</summary>
    private static async Task BrokenAsync(WebServer server, JournalHouse house, Guid journey)
    {
        await using var connection = new NpgsqlConnection(house.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var damage = new NpgsqlCommand($"alter table journeys.access_log rename to gone; alter table journeys.source_reference add check (system <> 'planted') not valid", connection);
        await damage.ExecuteNonQueryAsync();
        (await server.Client.GetAsync($"/api/journeys/{journey}")).IsSuccessStatusCode.Should().BeFalse();
        var sent = await server.SendAsync(new { journey, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-1), note = Text }, source = new { system = "planted", reference = Reference + "2" } });
        sent.IsSuccessStatusCode.Should().BeFalse();
        (await sent.Content.ReadAsStringAsync()).Should().NotContain(Text);
    }
}
