using JourneyTracker.IntegrationTests.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Hardening;

internal static class Damage
{
    /// <summary>Changes a journal's database behind the program's back.</summary>
    public static async Task DamageAsync(this JournalHouse house, string sql)
    {
        await using var connection = new NpgsqlConnection(house.Database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
