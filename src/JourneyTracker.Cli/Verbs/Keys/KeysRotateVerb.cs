using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.Cli.Verbs.Keys;

/// <summary>Goes over to another master key while programs read and record.</summary>
internal sealed class KeysRotateVerb : Verb
{
    private readonly Option<bool> retire = new("--retire") { Description = "Instead, end the access of every master key but the one at hand, once all programs run with it" };

    public KeysRotateVerb() : base(
        "rotate",
        $"Wrap the journeys' keys anew for a new master key, while programs run; stopped, it goes on when run again. The new key is named by {MasterKeySource.NewVariable}, {MasterKeySource.NewVariable}_FILE or {MasterKeySource.NewVariable}_COMMAND; where the key stands in a file and none is named, a new file is made and put in its place") =>
        Options.Add(retire);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var keys = house.Database.Keys;
        if (session.Get(retire))
        {
            await keys.RetireOthersAsync(cancellation);
            session.Answer(new { keys.Master, Retired = true }, output => output.WriteLine($"Only the master key {keys.Master} opens this database now. Backups from before need the former one: take new ones, then destroy it."));
            return ExitCode.Done;
        }

        var place = New(session);
        var next = place is MasterKeyFile file ? await file.ReadOrMakeAsync(cancellation) : await place.ReadAsync(cancellation) ?? throw new RefusedException($"There is no new master key {place.Place}.");
        var done = await keys.RotateAsync(next, so => session.Say($"{so} keys wrapped anew."), cancellation);
        var former = Replaced(session, place) is { } current ? await current.ReplaceByAsync((MasterKeyFile)place, cancellation) : null;
        session.Answer(
            new { From = keys.Master, To = next.Name, Wrapped = done, Former = former },
            output =>
            {
                output.WriteLine($"{done} journeys' keys were wrapped anew: {keys.Master} -> {next.Name}. Both master keys open the database until the former is retired.");
                output.WriteLine(former is null
                    ? "Start every program with the new one, then run ./journey keys rotate --retire with it."
                    : $"The new one is {session.Choice.MasterKey.Place}, the former in {former}. Copy the new one to the safe, start every program again, then run ./journey keys rotate --retire.");
            });
        return ExitCode.Done;
    }

    private static MasterKeySource New(Session session)
    {
        if (MasterKeySource.From(Environment.GetEnvironmentVariable, null, MasterKeySource.NewVariable) is { } named) return named;
        return session.Choice.MasterKey is MasterKeyFile file
            ? new MasterKeyFile(file.Path + Next)
            : throw new RefusedException("No new master key is named.", MasterKeySource.NewVariable, $"Set {MasterKeySource.NewVariable}, or the same with _FILE or _COMMAND.");
    }

    /// <summary>The file in whose place the new key is put; null when somebody else keeps the keys.</summary>
    private static MasterKeyFile? Replaced(Session session, MasterKeySource place) =>
        session.Choice.MasterKey is MasterKeyFile file && (place as MasterKeyFile)?.Path == file.Path + Next ? file : null;

    private const string Next = ".next";
}
