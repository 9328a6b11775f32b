using System.CommandLine;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Says which database is in use, and that it answers.</summary>
internal sealed class DatabaseVerb : Verb
{
    private readonly Option<bool> _hold = new("--hold") { Description = "Keep the private cluster running until Ctrl-C, for example to look into it with psql" };

    public DatabaseVerb() : base("database", "Say which database and data folder are in use, and check that the database answers") => Options.Add(_hold);

    /// <summary>Kind is private-cluster or connection-string; WasRunning says whether another process already held the private cluster open.</summary>
    private sealed record Answer(string Kind, string DataFolder, string Server, string Version, string Database, string KeysDatabase, long SizeBytes, bool? WasRunning);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var database = await session.OpenDatabaseAsync(cancellation);
        var found = await database.DescribeAsync(cancellation);
        var answer = new Answer(
            database.Cluster is null ? "connection-string" : "private-cluster",
            session.Choice.DataFolder, found.Server, found.Version, found.Database, found.KeysDatabase, found.SizeBytes, database.Cluster?.WasRunning);
        session.Answer(answer, output => Write(answer, output));
        if (session.Get(_hold))
            await HoldAsync(session, cancellation);
        return ExitCode.Done;
    }

    private static async Task HoldAsync(Session session, CancellationToken cancellation)
    {
        session.Say("Holding the database open. Ctrl-C lets go.");
        var stopped = new TaskCompletionSource();
        await using var registration = cancellation.Register(stopped.SetResult);
        await stopped.Task;
    }

    private static void Write(Answer answer, TextWriter output)
    {
        output.WriteLine($"Data folder: {answer.DataFolder}");
        output.WriteLine($"Server: PostgreSQL {answer.Version} at {answer.Server}");
        output.WriteLine($"Databases: {answer.Database} ({answer.SizeBytes >> 20} MB), keys in {answer.KeysDatabase}");
        output.WriteLine(answer.WasRunning switch
        {
            true => "The private cluster is running for another process as well.",
            false => "The private cluster was not running; it was started for this question and stops when nobody uses it.",
            null => "It was named by a connection string.",
        });
    }
}
