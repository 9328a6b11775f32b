using System.Text.Json;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Simulation;

/// <summary>What the demonstration's partnership was made from, so that a start that was interrupted ends with the same.</summary>
internal sealed record DemoMarker(int Seed, int Women, int Years, DateOnly Until, bool Complete);

/// <summary>The data folder of the demonstration. A marker file in it says that nothing else lives there.</summary>
internal sealed class DemoFolder(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string marker = Path.Combine(folder, "demo.json");

    public DemoMarker? Marker => File.Exists(marker) ? Read() : null;

    public void Keep(DemoMarker value)
    {
        // Beside and moved, so that a kill in the middle leaves the old one or the new one.
        File.WriteAllText(marker + ".new", JsonSerializer.Serialize(value, JsonForms.Answer));
        File.Move(marker + ".new", marker, overwrite: true);
    }

    /// <summary>Removes the demonstration's own cluster and secrets, once no process uses them.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="RefusedException">The folder is not the demonstration's, or is in use.</exception>
    public async Task<bool> ResetAsync(CancellationToken ct)
    {
        var parts = new[] { Path.Combine(folder, "cluster"), Path.Combine(folder, "secrets") };
        if (!parts.Any(Directory.Exists)) return false;
        if (!File.Exists(marker))
            throw new RefusedException("There is a database that the demonstration did not make; it is left alone.", folder, "Name another folder with --data, or remove this one by hand.");
        using var alone = await AloneAsync(Path.Combine(parts[0], "users.lock"), ct);
        foreach (var part in parts.Append(Path.Combine(folder, "outcomes")).Where(Directory.Exists)) Directory.Delete(part, recursive: true);
        File.Delete(marker);
        return true;
    }

    /// <summary>The lock that every user of the cluster shares and its guard holds until the server has stopped.</summary>
    private async Task<IDisposable?> AloneAsync(string lockFile, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; File.Exists(lockFile); waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(lockFile, FileMode.Open, FileAccess.Read, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(100, ct);
            }
            catch (IOException)
            {
                throw new RefusedException("The demonstration is running in another process.", folder, "Stop it with Ctrl-C there, and try again.");
            }
        }

        return null;
    }

    private DemoMarker Read()
    {
        try
        {
            return JsonSerializer.Deserialize<DemoMarker>(File.ReadAllText(marker), JsonForms.Answer) ?? throw new JsonException("empty");
        }
        catch (JsonException)
        {
            throw new RefusedException("The demonstration's marker file cannot be read.", marker, "Start anew with ./journey demo --reset.");
        }
    }
}
