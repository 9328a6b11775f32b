using System.CommandLine;

namespace JourneyTracker.Cli.Shell;

/// <summary>The options that every verb takes.</summary>
internal static class HouseOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder, with its private PostgreSQL cluster and its secrets (or JOURNEY_DATA; .data when not said)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "A PostgreSQL connection string, instead of the private cluster (or JOURNEY_DB)",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Answer with one JSON document on standard output; messages go to standard error",
        Recursive = true,
    };
}
