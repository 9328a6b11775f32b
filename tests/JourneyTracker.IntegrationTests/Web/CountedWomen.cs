using System.Text.Json;
using JourneyTracker.Cli.Verbs.Outcomes;
using JourneyTracker.Domain.Access;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>One store for all tests of the pages of outcomes.</summary>
[CollectionDefinition(nameof(CountedWomen))]
public sealed class CountedWomenTests : ICollectionFixture<CountedWomen>;

/// <summary>A server with women who were arrested in the last quarter that is published, most of them White and three of them Asian, and the evaluator's store built of them.</summary>
public sealed class CountedWomen : IAsyncLifetime
{
    public const int White = 24;
    public const int Asian = 3;
    private readonly string folder = Directory.CreateTempSubdirectory("journey-outcomes-").FullName;

    /// <summary>The last quarter about which figures are published.</summary>
    public static PublishedPeriod Quarter { get; } = PublishedPeriod.LastSettled(WebServer.Today.AddDays(-1), 3);

    /// <summary>The quarter as it stands in an address.</summary>
    public static string Asked { get; } = $"from={Quarter.From:yyyy-MM-dd}&to={Quarter.To:yyyy-MM-dd}";

    /// <summary>Asked by a coordinator, who may count.</summary>
    public WebServer Server { get; private set; } = null!;

    /// <summary>The same asked by an evaluator.</summary>
    public WebServer ForEvaluator { get; private set; } = null!;

    /// <summary>The next generation of the store of a server's partnership.</summary>
    public static async Task BuildAsync(WebServer server, string folder) => await StoreBuild.RunAsync(
        server.House.House, new OutcomesStore(folder, WebServer.Coordinator.Partnership.Name), WebServer.Coordinator with { Role = Role.Evaluator }, whole: true, "test", _ => { }, default);

    public async Task InitializeAsync()
    {
        if (Fixtures.PostgresIsHere.ReasonToSkip is not null) return;
        Server = await WebServer.CreateAsync(options: new WebOptions(WebServer.Coordinator, 0) { Outcomes = folder });
        var opened = await SendAsync(Enumerable.Range(0, White + Asian).Select(i => Fact("journey-opened.v1", null, new { how = "hand", area = i % 2 == 0 ? "E23000001" : "E23000002", happenedOn = WebServer.Day(-900) })));
        var women = opened.GetProperty("outcomes").EnumerateArray().Select(f => f.GetProperty("journey").GetGuid()).ToList();
        await SendAsync(women.SelectMany((w, i) => (object[])
        [
            Fact("characteristics-recorded.v1", w, new { ethnicity = i < White ? "W1" : "A1", happenedOn = WebServer.Day(-900) }),
            Fact("arrested.v1", w, new { happenedOn = Quarter.From.AddDays(i).ToString("yyyy-MM-dd") }),
        ]));
        await BuildAsync(Server, folder);
        ForEvaluator = await WebServer.CreateAsync(Server.House, options: new WebOptions(WebServer.Coordinator with { Role = Role.Evaluator }, 0) { Outcomes = folder });
    }

    public async Task DisposeAsync()
    {
        if (ForEvaluator is not null) await ForEvaluator.DisposeAsync();
        if (Server is not null) await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static object Fact(string name, Guid? journey, object body) => new { journey, name, body };

    private async Task<JsonElement> SendAsync(IEnumerable<object> facts)
    {
        var answer = await Server.SendLinesAsync(facts);
        var said = await WebServer.JsonOf(answer);
        said.GetProperty("refused").GetInt32().Should().Be(0, said.ToString());
        return said;
    }
}
