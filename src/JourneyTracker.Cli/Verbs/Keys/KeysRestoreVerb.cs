using System.CommandLine;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs.Keys;

/// <summary>Puts keys of a backup back where they are missing.</summary>
internal sealed class KeysRestoreVerb : Verb
{
    private readonly Argument<string> file = new("FILE") { Description = "A file that ./journey keys backup wrote" };

    public KeysRestoreVerb() : base("restore", "Put journeys' keys of a backup back where they are missing; keys that were destroyed stay destroyed, and a backup of another master key is refused") => Arguments.Add(file);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(session.Get(file)!);
        if (!File.Exists(path)) throw new RefusedException("There is no such file.", path);
        await using var house = await House.OpenAsync(session, cancellation);
        var done = await house.Database.Keys.RestoreAsync(path, cancellation);
        session.Answer(done, output => output.WriteLine($"{done.Restored} keys were put back; {done.There} were there; {done.Destroyed} are of women who were erased, and stay destroyed."));
        return ExitCode.Done;
    }
}
