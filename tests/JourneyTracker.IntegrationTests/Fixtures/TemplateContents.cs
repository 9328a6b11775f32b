using Npgsql;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>What every test database begins with: the migrations, run once on the template.</summary>
internal static class TemplateContents
{
    public static async Task ApplyAsync(string connectionString)
    {
        // Unpooled: a template with a connection to it cannot be copied.
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync();
    }
}
