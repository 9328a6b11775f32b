using JourneyTracker.Journal.Cluster;

namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>A test that needs PostgreSQL. Without it the test is skipped on a laptop and fails where CI=true.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresIsHere.ReasonToSkip;
}

/// <summary>A theory that needs PostgreSQL, see <see cref="PostgresFactAttribute"/>.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresIsHere.ReasonToSkip;
}

internal static class PostgresIsHere
{
    public static string? ReasonToSkip { get; } =
        PostgresBinaries.Exist || TestServer.Elsewhere is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : "No PostgreSQL on this machine; ./journey test gets it.";
}
