using System.Net;
using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Folding;
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
            await using var command = new NpgsqlCommand($"insert into journeys.fold_failure values ('status.2', 'north', '{journey}', 7, gen_random_uuid(), 'a reason')", connection);
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
        var state = new FoldingState(100_000, 100_000 - behind, 0, null, []) { Folds = [("status.2", 100_000 - behind)], Waiting = TimeSpan.FromSeconds(waiting) };
        var report = Readiness.Report(state, toGo, following, null);
        (report.Ready, report.Health.ToString()).Should().Be((ready, health));
        if (words.Length > 0) string.Join(' ', report.Problems).Should().Contain(words);
        else report.Problems.Should().BeEmpty();
    }

    [PostgresFact]
    public async Task Who_holds_the_log_back_is_said_and_a_hole_that_nobody_holds_is_not()
    {
        await using var house = await FoldingHouse.CreateAsync();
        await house.OpenAsync(FoldingHouse.Today);
        await house.FoldAsync();
        (await house.Health.ReadAsync(default)).Holder.Should().BeNull();
        await using (var connection = await house.Database.Sources.Writer.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using (var draw = new NpgsqlCommand("select nextval('journeys.mt_events_sequence')", connection, transaction)) await draw.ExecuteScalarAsync();
            (await house.Health.ReadAsync(default)).Holder.Should().BeNull("nothing waits behind its number");

            await house.OpenAsync(FoldingHouse.Today);
            var state = await house.Health.ReadAsync(default);
            state.Holder.Should().Be(new LogHolder(connection.ProcessID, new NpgsqlConnectionStringBuilder(house.Database.Sources.ConnectionString).Username, state.Holder!.Open));
            state.Holder.Open.Should().BePositive("the login sees its own sessions");
            state.Waiting.Should().BePositive();
            await transaction.RollbackAsync();
        }

        (await house.Health.ReadAsync(default)).Holder.Should().BeNull("the next node that folds closes it");
    }

    [Theory]
    [InlineData(4, 4, 7, "Green", "")]
    [InlineData(60, 1, 7, "Green", "")]
    [InlineData(12, 13, 7, "Amber", "Process 7 of the database (role writer) has held the log back for 12 s: its transaction (open for 13 s) drew a number and has not ended.")]
    [InlineData(12, null, 7, "Amber", "Process 7 of the database (role writer) has held the log back for 12 s: its transaction drew a number and has not ended.")]
    [InlineData(12, null, null, "Amber", "A prepared transaction has held the log back for 12 s")]
    public void A_log_that_is_held_back_for_long_is_amber_and_the_process_is_named_to_the_operator_only(int waiting, int? open, int? process, string health, string words)
    {
        var holder = new LogHolder(process, process is null ? null : "writer", open is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        var state = new FoldingState(100, 90, 0, null, []) { Folds = [("status.2", 90)], Waiting = TimeSpan.FromSeconds(waiting), Holder = holder };
        var report = Readiness.Report(state, 0, true, Journal.JournalHouse.North);
        (report.Ready, report.Health.ToString()).Should().Be((true, health));
        string.Join(' ', report.Problems).Should().StartWith(words);
        string.Join(' ', Readiness.Report(state, 0, true, null).Problems).Should().NotContain("7").And.NotContain("writer");
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
