using System.Net;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.AccessLog;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Finding;
using JourneyTracker.Web.Forms;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyTracker.IntegrationTests.AccessLog;

/// <summary>What cannot be written down is not shown, by any door or page.</summary>
public sealed class UnwritableLogTests(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Caller Auditor = new("pat", "Oversight", "VOLUNTARY", Role.Auditor, JournalHouse.North);

    /// <summary>How the log is made unwritable, and writable again.</summary>
    public static TheoryData<string, string> Troubles => new()
    {
        { "revoke insert on journeys.access_log from journeys_writer", "grant insert on journeys.access_log to journeys_writer" },
        {
            "create function journeys.full() returns trigger language plpgsql as $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$; create trigger full_disk before insert on journeys.access_log execute function journeys.full()",
            "drop trigger full_disk on journeys.access_log; drop function journeys.full()"
        },
    };

    [PostgresTheory]
    [MemberData(nameof(Troubles))]
    public async Task Every_page_and_endpoint_refuses_and_shows_nothing_of_her(string damage, string mend)
    {
        var journey = await KnownAsync();
        var run = await server.House.House.Imports.BeginAsync(WebServer.Coordinator, "test", "rows.csv", "road-fines", KnownMappings.All["road-fines"], default);
        await server.House.House.Imports.KeepRejectsAsync(JournalHouse.North, run, "who\nNadia\n"u8.ToArray(), default);
        var paths = PathsOf(journey, run, (await server.House.House.Journal.ReadAsync(JournalHouse.North, journey, null, default))[^1].Id);
        paths.Should().Contain($"/journeys/{journey}").And.Contain("/board").And.HaveCountGreaterThan(4);
        foreach (var path in paths) (await server.Client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK, path);
        await server.House.Database.ExecuteSuperAsync(damage);
        try
        {
            foreach (var path in paths)
            {
                var answer = await server.Client.GetAsync(path);
                var text = await answer.Content.ReadAsStringAsync();
                answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, path);
                text.Should().NotContain("Nadia").And.NotContain(journey.ToString()).And.NotContain(journey.Pseudonym).And.NotContain("access_log");
                text.Should().ContainAny("cannot be written down", "disk is full");
                answer.Headers.RetryAfter.Should().NotBeNull();
            }

            await using var watcher = await HubClient.ConnectAsync(server.Address);
            var watching = async () => await watcher.Connection.StreamAsync<object>("Watch", "north", null).GetAsyncEnumerator().MoveNextAsync();
            (await watching.Should().ThrowAsync<HubException>()).Which.Message.Should().Contain("cannot be written down");
        }
        finally
        {
            await server.House.Database.ExecuteSuperAsync(mend);
        }

        foreach (var path in paths) (await server.Client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK, path);
    }

    [PostgresFact]
    public async Task Every_door_refuses_while_the_log_is_locked()
    {
        var journey = await KnownAsync();
        var database = server.House.House;
        var reading = new ReadingDoor(database.Journal, database.Sealing, database.Vault, database.AccessLog, database.Access, TimeProvider.System, new StageTables(database.Sources));
        var identity = new IdentityDoor(database.Vault, database.AccessLog, database.Access, TimeProvider.System);
        var sights = new SightDoor(database.Sources, database.Journal, database.Sealing, database.AccessLog, TimeProvider.System);
        var log = new AccessLogDoor(database, TimeProvider.System);
        var handed = 0;
        Dictionary<string, Func<Task>> doors = new()
        {
            [nameof(ReadingDoor.JourneyAsync)] = () => reading.JourneyAsync(Auditor, journey, null, null, "test", default),
            [nameof(ReadingDoor.WholeAsync)] = () => reading.WholeAsync(Auditor, journey, null, null, "test", default),
            [nameof(ReadingDoor.StepAsync)] = () => reading.StepAsync(Auditor, journey, new ReplayAsked(null, null), "test", default),
            [nameof(ReadingDoor.ReplayAsync)] = () => reading.ReplayAsync(Auditor, journey, null, null, "test", default),
            [nameof(ReadingDoor.PathwaysAsync)] = () => reading.PathwaysAsync(Auditor, journey, null, null, "test", default),
            [nameof(ReadingDoor.CompareAsync)] = () => reading.CompareAsync(Auditor, journey, (null, null), (null, null), "test", default),
            [nameof(ReadingDoor.SupportAsync)] = () => reading.SupportAsync(Auditor with { AgencyType = Caller.AtTheMachine }, journey, null, null, "test", default),
            [nameof(ReadingDoor.StagesAsync)] = () => reading.StagesAsync(Auditor, null, null, null, "test", default),
            [nameof(ReadingDoor.EachAsync)] = () => reading.EachAsync(Auditor, null, "test", "test", (_, _) => handed++, default),
            [nameof(OutcomesDoor.ScoreAsync)] = () => new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).ScoreAsync(Auditor with { Role = Role.Evaluator, AgencyType = Caller.AtTheMachine }, database.Sealing, long.MaxValue, "test", (_, _) => handed++, default),
            [nameof(OutcomesDoor.LetOutAsync)] = () => new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).LetOutAsync(Auditor with { Role = Role.Evaluator, Why = "A study" }, "rows", "test", default),
            [nameof(OutcomesDoor.AskAsync)] = () => new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).AskAsync(Auditor, "test", "outcomes: flows", default),
            [nameof(OutcomesDoor.ReadAsync)] = () => new OutcomesDoor(database.Journal, database.AccessLog, TimeProvider.System).ReadAsync(Auditor, null, "test", (_, _) => handed++, default),
            [$"{nameof(WomenBehindDoor)}.{nameof(WomenBehindDoor.ReadAsync)}"] = () => new WomenBehindDoor(database, TimeProvider.System).ReadAsync(Auditor, known => known, women => women.Select(w => w.Id).ToHashSet(), "women behind M02", "test", default),
            [nameof(IdentityDoor.FindAsync)] = () => identity.FindAsync(Auditor, new("Nadia"), "test", default),
            [$"{nameof(IdentityDoor)}.{nameof(IdentityDoor.SearchAsync)}"] = () => identity.SearchAsync(Auditor, [new("Nadia")], [], 9, "test", default),
            [nameof(IdentityDoor.AlikeAsync)] = () => identity.AlikeAsync(Auditor, new("Nadia"), 9, "test", default),
            [$"{nameof(IdentityDoor)}.{nameof(IdentityDoor.CompareAsync)}"] = () => identity.CompareAsync(Auditor, journey, journey, "test", default),
            [nameof(IdentityDoor.DuplicatesAsync)] = () => identity.DuplicatesAsync(Auditor, "test", default),
            [nameof(SightDoor.OnAsync)] = () => sights.OnAsync(Auditor, journey, LondonDay.Of(DateTimeOffset.UtcNow), "test", default),
            [nameof(AccessLogDoor.SearchAsync)] = () => log.SearchAsync(Auditor, new AccessQuery(), "test", default),
            [nameof(AccessLogDoor.WhoLookedAsync)] = () => log.WhoLookedAsync(Auditor, journey, "test", default),
            [nameof(AccessLogDoor.FindingsAsync)] = () => log.FindingsAsync(Auditor, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow, 30, "test", default),
        };
        new[] { typeof(ReadingDoor), typeof(IdentityDoor), typeof(SightDoor), typeof(AccessLogDoor), typeof(OutcomesDoor), typeof(WomenBehindDoor) }.SelectMany(d => d.GetMethods().Where(m => m.DeclaringType == d && m.ReturnType.IsAssignableTo(typeof(Task))))
            .Select(m => m.Name).Should().BeSubsetOf(doors.Keys, "a door that is not tried here may show what is not written down");

        await using var other = await OtherWriter.BeginAsync(server.House.Database.SuperuserConnectionString);
        await other.ExecuteAsync("lock table journeys.access_log in exclusive mode");
        foreach (var (name, ask) in doors) await ask.Should().ThrowAsync<NotWrittenDownException>(name);
        handed.Should().Be(0);
    }

    private async Task<JourneyId> KnownAsync()
    {
        var journey = new JourneyId(await server.OpenAsync("E23000007", ("contact.v1", new { happenedOn = WebServer.Day(-1), type = "phone-call" })));
        await server.House.House.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity("Nadia Fictional"), default);
        return journey;
    }

    /// <summary>Administration tells of no woman, nor do the first page, the filters that somebody keeps, a form that nobody has filled in and how an import stands.</summary>
    private List<string> PathsOf(JourneyId journey, Guid run, FactId fact) =>
    [
        .. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<RequiresAttribute>()!.Permission is not (Permission.None or Permission.SeeAdministration or Permission.Administer) && e.Metadata.GetMetadata<HubMetadata>() is null)
            .Where(e => e.Metadata.GetMetadata<RequiresAttribute>()!.Permission.Allows(WebServer.Coordinator, JournalHouse.North))
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is null or [] || e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Except(["/", "/board/kept", "/journeys/open", "/imports/add", "/imports/{run}", "/outcomes/list-of-measures", "/api/outcomes", "/api/outcomes/{kind}", "/outcomes/women", "/api/outcomes/women"])
            .Select(r => r == "/find" ? $"/find?for={server.App.Services.GetRequiredService<SealedSearches>().Seal(WebServer.Coordinator, new AskedSearch("Nadia", TypedDay.None))}" : r)
            .Select(r => r.Replace("{id}", journey.ToString(), StringComparison.Ordinal).Replace("{run}", run.ToString(), StringComparison.Ordinal).Replace("{kind}", "contact.v1", StringComparison.Ordinal).Replace("{question}", "measure", StringComparison.Ordinal).Replace("{stage}", "remanded", StringComparison.Ordinal).Replace("{fact}", fact.ToString(), StringComparison.Ordinal)).Distinct(),
    ];
}
