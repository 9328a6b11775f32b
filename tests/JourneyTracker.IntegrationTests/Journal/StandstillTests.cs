using JourneyTracker.IntegrationTests.Fixtures;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>A program that stands still within a transaction holds up whoever reads past the number that it drew.</summary>
public sealed class StandstillTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    [PostgresFact]
    public async Task The_server_ends_a_transaction_in_which_a_writer_stands_still()
    {
        foreach (var source in new[] { house.House.Sources.Writer, house.House.Sources.Loader })
        {
            await using var command = source.CreateCommand("select setting::int from pg_settings where name = 'idle_in_transaction_session_timeout'");
            (await command.ExecuteScalarAsync()).Should().Be(10_000, "milliseconds");
        }
    }

    [PostgresFact]
    public async Task What_it_had_drawn_is_passed_then_and_it_is_told()
    {
        await using var connection = await house.House.Sources.Writer.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // In one go: it must not be ended before it has drawn.
        await using (var draw = new NpgsqlCommand("set local idle_in_transaction_session_timeout = 50; select nextval('journeys.mt_events_sequence')", connection, transaction)) await draw.ExecuteNonQueryAsync();
        await house.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))), default);

        await house.House.HoleCloser.CloseAsync(default);

        var goingOn = async () =>
        {
            await using var late = new NpgsqlCommand("select 1", connection, transaction);
            await late.ExecuteScalarAsync();
        };
        await goingOn.Should().ThrowAsync<NpgsqlException>();
        (await house.House.Journal.PositionAsync(default)).Should().BeGreaterThan(1, "the hole is closed");
    }
}
