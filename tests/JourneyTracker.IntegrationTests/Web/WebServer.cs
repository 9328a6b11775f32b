using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>The real server on a free loopback port, over its own journal, with the folding node beside it.</summary>
public sealed class WebServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Action<IServiceCollection>? adjust;
    private readonly Action<WebApplication>? add;
    private readonly JournalHouse? lent;
    private readonly WebOptions options = new(Coordinator, 0);
    private readonly TimeProvider clock = TimeProvider.System;
    private Task folding = Task.CompletedTask;

    public WebServer()
    {
    }

    private WebServer(JournalHouse? lent, Action<IServiceCollection>? adjust, Action<WebApplication>? add, WebOptions options, TimeProvider clock) =>
        (this.lent, this.adjust, this.add, this.options, this.clock) = (lent, adjust, add, options, clock);

    public static Caller Coordinator { get; } = new("ada", "Coordination", "VOLUNTARY", Role.Coordinator, JournalHouse.North);

    public static DateOnly Today => LondonDay.Of(DateTimeOffset.UtcNow);

    public JournalHouse House { get; private set; } = null!;

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <param name="lent">The journal of another server, which folds and ends it.</param>
    /// <param name="adjust">Changes what stands in the container.</param>
    /// <param name="add">Adds to the server before it starts.</param>
    /// <param name="bounds">How much it takes on at once.</param>
    /// <param name="options">How it is to run; without sign-in, on a free port, when not said.</param>
    /// <param name="clock">What it takes for now.</param>
    public static async Task<WebServer> CreateAsync(
        JournalHouse? lent = null, Action<IServiceCollection>? adjust = null, Action<WebApplication>? add = null, ServerBounds? bounds = null,
        WebOptions? options = null, TimeProvider? clock = null)
    {
        options ??= new WebOptions(Coordinator, 0);
        var server = new WebServer(lent, adjust, add, bounds is null ? options : options with { Bounds = bounds }, clock ?? TimeProvider.System);
        await server.InitializeAsync();
        return server;
    }

    /// <summary>The same journal asked by somebody else.</summary>
    public Task<WebServer> AskedByAsync(Caller caller) =>
        CreateAsync(House, services => services.AddSingleton<ICallerSource>(new Somebody(caller)));

    public async Task InitializeAsync()
    {
        House = lent ?? await JournalHouse.CreateAsync();
        App = WebHost.Build(options, House.House, clock, adjust);
        add?.Invoke(App);
        await App.StartAsync();
        Address = new Uri(App.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
        if (lent is null)
        {
            var options = new FoldingOptions { Takeover = TimeSpan.FromMilliseconds(50), Poll = TimeSpan.FromMilliseconds(100) };
            folding = new FoldingNode(House.House, clock, NullLogger<FoldingNode>.Instance, options).RunAsync(stopping.Token);
        }
    }

    public Task FoldAsync() =>
        new FoldingNode(House.House, clock, NullLogger<FoldingNode>.Instance).CatchUpAsync(null, CancellationToken.None);

    /// <summary>A new journey, opened through the API, with further facts, all folded.</summary>
    public async Task<Guid> OpenAsync(string? area, params (string Name, object Body)[] facts)
    {
        var opened = await PostAsync("journey-opened.v1", new { how = "hand", area, happenedOn = Day(-400) });
        var journey = opened.GetProperty("journey").GetGuid();
        // A simple caution opens nothing, and puts her on the board.
        await PostAsync("cautioned.v1", new { happenedOn = Day(-400) }, journey);
        foreach (var (name, body) in facts) await PostAsync(name, body, journey);
        await FoldAsync();
        return journey;
    }

    public async Task<JsonElement> PostAsync(string name, object body, Guid? journey = null)
    {
        var answer = await SendAsync(new { journey, name, body });
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        return await JsonOf(answer);
    }

    public Task<HttpResponseMessage> SendAsync(object fact) => Client.PostAsJsonAsync("/api/facts", fact, Wire);

    public Task<HttpResponseMessage> SendLinesAsync(byte[] lines)
    {
        var content = new ByteArrayContent(lines);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return Client.PostAsync("/api/facts", content);
    }

    public Task<HttpResponseMessage> SendLinesAsync(IEnumerable<object> facts) =>
        SendLinesAsync(Encoding.UTF8.GetBytes(string.Join('\n', facts.Select(f => JsonSerializer.Serialize(f, Wire)))));

    /// <summary>How many lines of the access log fit a condition.</summary>
    public async Task<long> LookedAsync(string condition)
    {
        await using var connection = new NpgsqlConnection(House.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select count(*) from journeys.access_log where {condition}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static string Day(int fromToday) => Today.AddDays(fromToday).ToString("yyyy-MM-dd");

    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer) =>
        (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync())).RootElement;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        await stopping.CancelAsync();
        await folding;
        stopping.Dispose();
        if (lent is null) await House.DisposeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private static JsonSerializerOptions Wire { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private sealed class Somebody(Caller caller) : ICallerSource
    {
        public Caller Of(HttpContext request) => caller;
    }
}
