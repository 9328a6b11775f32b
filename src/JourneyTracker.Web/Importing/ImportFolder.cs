using System.Diagnostics;

namespace JourneyTracker.Web.Importing;

/// <summary>A folder of this process's own in which one uploaded file stands while it is imported. Nothing of it is left afterwards, nor of a process that died.</summary>
internal sealed class ImportFolder : IDisposable
{
    private const string Prefix = "journey-upload-";

    // On Unix nobody else may look into it.
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>What people read, without the folder.</summary>
    public string InWords(string message, string fileName) => message.Replace(PathOf("file"), fileName, StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Deletes what processes left that are gone. To be asked before this one makes any.</summary>
    public static void DeleteLeftovers()
    {
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            if (!int.TryParse(left.Name[Prefix.Length..].Split('-')[0], out var process) || (process != Environment.ProcessId && IsRunning(process))) continue;
            try
            {
                left.Delete(recursive: true);
            }
            catch (Exception notOurs) when (notOurs is UnauthorizedAccessException or IOException)
            {
                // Somebody else's: theirs to delete.
            }
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
