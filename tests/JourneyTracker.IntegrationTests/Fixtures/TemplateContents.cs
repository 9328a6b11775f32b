using JourneyTracker.Journal.Schema;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>What every test database begins with: the migrations, run once on the template.</summary>
internal static class TemplateContents
{
    // Migrations use connections outside the pool: a template with a connection to it cannot be copied.
    public static Task ApplyAsync(string connectionString) => Migrations.ApplyAsync(connectionString, CancellationToken.None);
}
