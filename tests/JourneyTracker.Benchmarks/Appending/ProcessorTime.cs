using System.Diagnostics;
using System.Globalization;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>Processor time used so far, in seconds, by this program and by the server's processes. On a busy machine it says more than the clock does.</summary>
/// <param name="Client">Of this program.</param>
/// <param name="Server">Of the processes of that server; zero where the system does not tell (only Linux does). A process that ended is not counted.</param>
internal sealed record ProcessorTime(double Client, double Server)
{
    private const double TicksPerSecond = 100;

    /// <param name="folder">Where that server's cluster stands.</param>
    public static ProcessorTime Now(string folder) => new(Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, OfServer(folder));

    public ProcessorTime Since(ProcessorTime before) => new(Client - before.Client, Server - before.Server);

    private static double OfServer(string folder)
    {
        if (!OperatingSystem.IsLinux() || Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault() is not { } file) return 0;
        var postmaster = File.ReadLines(file).First();
        return Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)).Sum(d => Used(d, postmaster));
    }

    private static double Used(string process, string parent)
    {
        try
        {
            // After the name, which stands in brackets and may hold spaces: state, parent, ... and, 12th and 13th, user and system time.
            var text = File.ReadAllText(Path.Combine(process, "stat"));
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[1] == parent ? (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
