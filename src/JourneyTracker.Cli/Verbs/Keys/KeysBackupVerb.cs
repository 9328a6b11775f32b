using System.CommandLine;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs.Keys;

/// <summary>The wrapped keys of all journeys, in a file.</summary>
internal sealed class KeysBackupVerb : Verb
{
    private readonly Argument<string> file = new("FILE") { Description = "The file to write; it must not be there yet" };

    public KeysBackupVerb() : base("backup", "Write the wrapped keys of all journeys to a file, to be kept apart from the journal's backups and from the master key") => Arguments.Add(file);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(session.Get(file)!);
        if (File.Exists(path)) throw new RefusedException("There is a file already.", path, "Name another: a backup never replaces one.");
        await using var house = await House.OpenAsync(session, cancellation);
        try
        {
            var count = await house.Database.Keys.BackupAsync(path, cancellation);
            session.Answer(new { File = path, Keys = count, house.Database.Keys.Master }, output => output.WriteLine($"{count} journeys' keys are in {path}. It opens with the master key {house.Database.Keys.Master}: keep the two apart, and this file no longer than erasure may take."));
            return ExitCode.Done;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The backup cannot be written: {wrong.Message.TrimEnd('.')}.", path);
        }
    }
}
