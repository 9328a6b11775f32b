using System.Globalization;

namespace JourneyTracker.Benchmarks.Processes;

/// <summary>What a process holds in memory, as the kernel counts it.</summary>
/// <param name="Resident">MiB resident now (VmRSS).</param>
/// <param name="Peak">MiB resident at most so far (VmHWM).</param>
internal sealed record ProcessMemory(double Resident, double Peak)
{
    /// <returns>Null when the process is gone.</returns>
    public static ProcessMemory? Of(int process)
    {
        try
        {
            var lines = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"));
            return MiB(lines, "VmRSS:") is { } resident && MiB(lines, "VmHWM:") is { } peak ? new ProcessMemory(resident, peak) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What this process held at most is counted from now on.</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    private static double? MiB(string[] lines, string name)
    {
        foreach (var line in lines)
        {
            if (!line.StartsWith(name, StringComparison.Ordinal)) continue;
            return double.Parse(line.AsSpan(name.Length).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
        }

        return null;
    }
}
