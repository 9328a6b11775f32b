using System.Net;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web.Api;
using JourneyTracker.Web.Live;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>Whoever directs traffic learns whether to send it; whoever runs the server learns what is wrong, and with which journey.</summary>
public sealed class ReadinessTests(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public void A_server_that_starts_while_others_record_without_pause_is_ready_when_it_has_come_to_where_they_were()
    {
        var catchUp = new FirstCatchUp(folding: null!);
        catchUp.ToGo(State(position: 100, foldedTo: 40)).Should().Be(60);
        catchUp.ToGo(State(position: 190, foldedTo: 90)).Should().Be(100);
        catchUp.ToGo(State(position: 210, foldedTo: 200)).Should().Be(0);
        catchUp.ToGo(State(position: 300, foldedTo: 200)).Should().Be(0);
        catchUp.ToGo(State(position: 300, foldedTo: 200), isEmpty: true).Should().Be(100);

        static FoldingState State(long position, long foldedTo) => new(position, foldedTo, 0, null, []);
    }

    [PostgresFact]
    public async Task A_frozen_journey_is_red_and_named_to_the_operator_only_and_the_server_serves_on()
    {
        var journey = await server.OpenAsync("E23000007");
        (await ReadyAsync(server)).Report.GetProperty("health").GetString().Should().Be("green");
        await using (var connection = new NpgsqlConnection(server.House.Database.SuperuserConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"insert into journeys.fold_failure values ('status.1', 'north', '{journey}', 7, gen_random_uuid(), 'a reason')", connection);
            await command.ExecuteNonQueryAsync();
        }

        var (status, report) = await ReadyAsync(server);
        status.Should().Be(HttpStatusCode.OK, "all others are served");
        (report.GetProperty("ready").GetBoolean(), report.GetProperty("health").GetString()).Should().Be((true, "red"));
        report.GetProperty("journeys")[0].GetProperty("journey").GetGuid().Should().Be(journey);
        report.GetProperty("folds").EnumerateArray().Select(f => f.GetProperty("fold").GetString()).Should().BeEquivalentTo(FoldNames.All);

        foreach (var stranger in new[] { WebServer.Coordinator with { Role = Role.Practitioner }, WebServer.Coordinator with { Partnership = Journal.JournalHouse.South }, WebServer.Coordinator with { Role = Role.Evaluator } })
        {
            await using var asked = await server.AskedByAsync(stranger);
            var text = await asked.Client.GetStringAsync("/health/ready");
            text.Should().NotContain($"{journey}").And.Contain("\"frozenJourneys\":1");
        }
    }

    [Theory]
    [InlineData(0, 0, 0, true, true, "Green", "")]
    [InlineData(50, 2, 0, true, true, "Green", "")]
    [InlineData(50, 90, 0, true, true, "Amber", "50 facts behind; the oldest has waited 90 s")]
    [InlineData(20_000, 2, 0, true, true, "Amber", "20,000 facts behind")]
    [InlineData(20_000, 2, 20_000, true, false, "Red", "The boards are being drawn")]
    [InlineData(0, 0, 0, false, false, "Red", "not being followed")]
    public void It_is_ready_unless_it_would_show_what_is_wrong(long behind, int waiting, long toGo, bool following, bool ready, string health, string words)
    {
        var state = new FoldingState(100_000, 100_000 - behind, 0, null, []) { Folds = [("status.1", 100_000 - behind)], Waiting = TimeSpan.FromSeconds(waiting) };
        var report = Readiness.Report(state, toGo, following, null);
        (report.Ready, report.Health.ToString()).Should().Be((ready, health));
        if (words.Length > 0) string.Join(' ', report.Problems).Should().Contain(words);
        else report.Problems.Should().BeEmpty();
    }

    [PostgresFact]
    public async Task A_database_that_is_gone_is_a_503_in_words_while_the_process_still_says_that_it_lives()
    {
        await using var house = await Journal.JournalHouse.CreateAsync();
        await using var other = await WebServer.CreateAsync(house);
        await using (var connection = new NpgsqlConnection(house.Database.SuperuserConnectionString + ";Database=postgres;Pooling=false"))
        {
            await connection.OpenAsync();
            var name = new NpgsqlConnectionStringBuilder(house.Database.ConnectionString).Database;
            await using var command = new NpgsqlCommand($"alter database {name} with allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'", connection);
            await command.ExecuteNonQueryAsync();
            var (status, report) = await ReadyAsync(other);
            (status, report.GetProperty("ready").GetBoolean()).Should().Be((HttpStatusCode.ServiceUnavailable, false));
            report.GetProperty("problems")[0].GetString().Should().Be("The database cannot be reached.");
            (await other.Client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
            await using var back = new NpgsqlCommand($"alter database {name} with allow_connections true", connection);
            await back.ExecuteNonQueryAsync();
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Report)> ReadyAsync(WebServer of)
    {
        var answer = await of.Client.GetAsync("/health/ready");
        return (answer.StatusCode, await WebServer.JsonOf(answer));
    }
}
