using System.Net.Sockets;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.Web.Hosting;

/// <summary>A failure for the log. Its message is left out unless it is of a kind that never quotes what was sent or stored.</summary>
internal static class FailureWords
{
    private const int Frames = 8;

    public static string Of(Exception failure)
    {
        var words = new List<string>();
        for (var at = failure; at is not null; at = at.InnerException) words.Add(One(at));
        return string.Join(" < ", words);
    }

    /// <summary>The innermost calls; names of methods, never values.</summary>
    public static string? Where(Exception failure) => failure.StackTrace is { } stack
        ? string.Join(" < ", stack.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("at ", StringComparison.Ordinal)).Take(Frames).Select(l => l[3..].Split(" in ")[0]))
        : null;

    /// <summary>Want of room or connections, a server that stops, a disk that fails: the server's own sentence, which quotes no values.</summary>
    private static bool IsAboutTheServer(PostgresException met) => met.SqlState is ['5', '3' or '7' or '8', ..];

    private static string One(Exception failure) => failure switch
    {
        PostgresException met when IsAboutTheServer(met) => $"{nameof(PostgresException)} {met.SqlState} ({met.MessageText})",
        PostgresException met => $"{nameof(PostgresException)} {met.SqlState}",
        NpgsqlException or SocketException or TimeoutException or IOException or ClusterException or MigrationException or SecretsException or BrokenSequenceException =>
            $"{failure.GetType().Name} ({failure.Message.Split('\n')[0]})",
        _ => failure.GetType().Name,
    };
}
