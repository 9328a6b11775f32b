using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JourneyTracker.IntegrationTests.BadDays;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using JourneyTracker.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>Whatever is more than the server takes on at once is turned away in words with a time to come back, and nothing else suffers.</summary>
public sealed class RequestBoundsTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [PostgresFact]
    public async Task More_requests_than_it_answers_at_once_are_turned_away_programs_with_problem_details_people_with_a_page()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        await using var server = await WebServer.CreateAsync(house, bounds: new ServerBounds { Requests = 1 }, add: app => app.MapGet("/slow", () =>
        {
            begun.SetResult();
            return end.Task;
        }).WithMetadata(new RequiresAttribute(Permission.WatchBoard)));
        var slow = server.Client.GetAsync("/slow");
        await begun.Task;

        var program = await server.Client.GetAsync("/api/stages");
        program.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        program.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        program.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await WebServer.JsonOf(program)).GetProperty("title").GetString().Should().Be("The server has more to do than it can at the moment.");
        var person = await server.Client.GetAsync("/board?area=E23000007");
        (person.StatusCode, person.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.TooManyRequests, "text/html"));
        (await person.Content.ReadAsStringAsync()).Should().Contain("Nothing was done. Try again in a moment; what you entered is still on the page before.");
        (await server.Client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);

        end.SetResult("done");
        (await slow).StatusCode.Should().Be(HttpStatusCode.OK);
        (await server.Client.GetAsync("/api/stages")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task An_upload_too_many_is_turned_away_whole_and_the_one_before_it_is_recorded_whole()
    {
        await using var server = await WebServer.CreateAsync(house, bounds: new ServerBounds { Uploads = 1 });
        var lines = Enumerable.Range(0, 20).Select(i => JsonSerializer.Serialize(new
        {
            name = "journey-opened.v1",
            body = new { how = "hand", area = "E23000007", happenedOn = WebServer.Day(-5) },
            source = new { system = "bounds", reference = $"line {i}" },
        })).ToList();
        using var upload = new HeldUpload(string.Join('\n', lines));
        var first = server.Client.PostAsync("/api/facts", upload);
        await upload.Begun.WaitAsync(TimeSpan.FromSeconds(10));

        var second = await server.SendLinesAsync(Encoding.UTF8.GetBytes("\n"));
        await BadDay.UntilAsync(async () => (second = await server.SendLinesAsync(Encoding.UTF8.GetBytes("\n"))).StatusCode == HttpStatusCode.TooManyRequests, "the first upload has its place", Patience);
        second.Headers.RetryAfter.Should().NotBeNull();
        (await server.Client.GetAsync("/api/stages")).StatusCode.Should().Be(HttpStatusCode.OK, "only uploads are full");
        upload.End();
        (await WebServer.JsonOf(await first)).GetProperty("recorded").GetInt32().Should().Be(20);
    }

    [PostgresFact]
    public async Task A_watcher_too_many_is_turned_away_and_may_come_when_another_has_left()
    {
        foreach (var bounds in new[] { new ServerBounds { Watchers = 2 }, new ServerBounds { WatchersOfOne = 2 } })
        {
            await using var server = await WebServer.CreateAsync(house, bounds: bounds);
            await using var one = await HubClient.ConnectAsync(server.Address);
            var two = await HubClient.ConnectAsync(server.Address);
            await FluentActions.Awaiting(() => HubClient.ConnectAsync(server.Address)).Should().ThrowAsync<Exception>().WithMessage("*429*");
            (await FirstAsync(one)).Kind.Should().Be(BoardFrameKind.Snapshot);
            await two.DisposeAsync();
            await BadDay.UntilAsync(() => MayWatchAsync(server), "the place of the one that left is free", Patience);
        }
    }

    [PostgresFact]
    public async Task One_connection_watches_so_many_boards_and_no_more_and_may_begin_another_when_one_has_ended()
    {
        await using var server = await WebServer.CreateAsync(house, bounds: new ServerBounds { BoardsOfWatcher = 2 });
        await using var client = await HubClient.ConnectAsync(server.Address);
        using var stop = new CancellationTokenSource();
        var frames = Watch(client, stop.Token).GetAsyncEnumerator(CancellationToken.None);
        (await frames.MoveNextAsync()).Should().BeTrue();
        await using var second = Watch(client, CancellationToken.None).GetAsyncEnumerator();
        (await second.MoveNextAsync()).Should().BeTrue();
        await FluentActions.Awaiting(() => FirstAsync(client)).Should().ThrowAsync<HubException>().WithMessage("*at most 2 boards*");
        await stop.CancelAsync();
        await BadDay.UntilAsync(() => MayBeginAsync(client), "the place of the one that ended is free", Patience);
    }

    [PostgresFact]
    public async Task A_hub_message_that_is_too_long_ends_the_connection_that_sent_it_and_no_other()
    {
        await using var server = await WebServer.CreateAsync(house);
        await using var client = await HubClient.ConnectAsync(server.Address);
        await using var other = await HubClient.ConnectAsync(server.Address);
        var closed = new TaskCompletionSource();
        client.Connection.Closed += _ => Task.FromResult(closed.TrySetResult());
        _ = client.Connection.SendAsync("Watch", new string('x', 5_000), null);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        (await FirstAsync(other)).Kind.Should().Be(BoardFrameKind.Snapshot);
    }

    [PostgresFact]
    public async Task A_pool_of_connections_that_is_used_up_is_a_503_with_a_time_to_come_back()
    {
        await using var small = await JourneyTracker.Journal.JourneyDatabase.OpenAsync(
            new NpgsqlConnectionStringBuilder(house.Database.ConnectionString) { MaxPoolSize = 4, Timeout = 1 }.ConnectionString,
            house.Keys.ConnectionString, house.SecretsFolder, TimeProvider.System, CancellationToken.None);
        await using var server = JourneyTracker.Web.WebHost.Build(new JourneyTracker.Web.WebOptions(WebServer.Coordinator, 0), small, TimeProvider.System);
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        var held = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => small.Sources.Reader.OpenConnectionAsync().AsTask()));
        var answer = await client.GetAsync($"/api/journeys/{Guid.NewGuid()}");
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        (await answer.Content.ReadAsStringAsync()).Should().Contain("The server has more to do than its database can at the moment.");
        foreach (var connection in held) await connection.DisposeAsync();
        (await client.GetAsync($"/api/journeys/{Guid.NewGuid()}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("53300", "more to do than its database can")]
    [InlineData("53100", "disk is full")]
    [InlineData("25006", "takes only reads")]
    [InlineData("57P03", "cannot be reached")]
    public void Every_way_in_which_the_database_can_be_unwell_has_its_sentence(string state, string words)
    {
        var trouble = Trouble.Of(new PostgresException("a text", "FATAL", "FATAL", state))!;
        (trouble.Status, trouble.RetryAfter > 0).Should().Be((503, true));
        trouble.Title.Should().Contain(words);
    }

    private static IAsyncEnumerable<BoardFrame> Watch(HubClient client, CancellationToken ct) => client.Connection.StreamAsync<BoardFrame>("Watch", JournalHouse.North.Name, null, ct);

    private static async Task<bool> MayWatchAsync(WebServer server)
    {
        try
        {
            await using var client = await HubClient.ConnectAsync(server.Address);
            return true;
        }
        catch (Exception full) when (full.Message.Contains("429", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static async Task<bool> MayBeginAsync(HubClient client)
    {
        try
        {
            return await FirstAsync(client) is not null;
        }
        catch (HubException full) when (full.Message.Contains("at most 2 boards", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static async Task<BoardFrame> FirstAsync(HubClient client)
    {
        await foreach (var frame in Watch(client, CancellationToken.None)) return frame;
        throw new InvalidOperationException("There was no frame.");
    }

    /// <summary>Facts whose last byte is sent only when it is told to.</summary>
    private sealed class HeldUpload : HttpContent
    {
        private readonly byte[] lines;
        private readonly TaskCompletionSource begun = new();
        private readonly TaskCompletionSource end = new();

        public HeldUpload(string lines)
        {
            this.lines = Encoding.UTF8.GetBytes(lines);
            Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        }

        public Task Begun => begun.Task;

        public void End() => end.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(lines.AsMemory(0, 100));
            await stream.FlushAsync();
            begun.SetResult();
            await end.Task;
            await stream.WriteAsync(lines.AsMemory(100));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
