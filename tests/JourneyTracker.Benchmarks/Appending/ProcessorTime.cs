using System.Diagnostics;
using System.Globalization;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>Processor time used so far, by this program and by the server's processes. On a busy machine it says more than the clock does.</summary>
internal sealed class ProcessorTime
{
    private const double NanosecondsPerSecond = 1e9;
    private readonly double program = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
    private readonly Dictionary<string, double> server = [];

    /// <param name="folder">Where that server's cluster stands.</param>
    public ProcessorTime(string folder)
    {
        // Only Linux tells.
        if (!OperatingSystem.IsLinux() || Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault() is not { } file) return;
        var postmaster = File.ReadLines(file).First();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            if (Used(process, postmaster) is { } seconds) server.Add(process, seconds);
        }
    }

    /// <summary>Seconds since then, of this program and of the server; a process of the server that ended meanwhile is not counted.</summary>
    public (double Program, double Server) Since(ProcessorTime before) =>
        (program - before.program, server.Sum(p => p.Value - before.server.GetValueOrDefault(p.Key)));

    private static double? Used(string process, string parent)
    {
        try
        {
            // After the name, which stands in brackets and may hold spaces: state, parent. The other file counts nanoseconds; this one ticks, too coarse for many processes.
            var text = File.ReadAllText(Path.Combine(process, "stat"));
            if (text[(text.LastIndexOf(')') + 2)..].Split(' ')[1] != parent) return null;
            return double.Parse(File.ReadAllText(Path.Combine(process, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / NanosecondsPerSecond;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
