using System.Diagnostics;
using System.Globalization;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>The processor time that this program and PostgreSQL have used: what a busy machine does to the clock, it does not do to this. PostgreSQL's on Linux only, else zero.</summary>
/// <param name="Ours">Seconds.</param>
/// <param name="PostgreSql">Seconds, of the server and all its processes, those that ended included.</param>
internal readonly record struct ProcessorTime(double Ours, double PostgreSql)
{
    private const double TicksPerSecond = 100;
    private const double NanosecondsPerSecond = 1e9;

    public static ProcessorTime Now(string folder)
    {
        using var process = Process.GetCurrentProcess();
        return new(process.TotalProcessorTime.TotalSeconds, OfServer(folder));
    }

    /// <summary>Does the work, keeps the processor time that it took, and returns the seconds.</summary>
    public static async Task<double> SpentAsync(string folder, List<ProcessorTime> spent, Func<Task> work)
    {
        var before = Now(folder);
        var seconds = await Statistics.SecondsAsync(work);
        spent.Add(Now(folder) - before);
        return seconds;
    }

    public static ProcessorTime operator -(ProcessorTime left, ProcessorTime right) => new(left.Ours - right.Ours, left.PostgreSql - right.PostgreSql);

    private static double OfServer(string folder)
    {
        var file = Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault();
        if (file is null || !Directory.Exists("/proc/self")) return 0;
        var server = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
        // Its own time and that of its processes that ended, in ticks; that of those that live in nanoseconds, for ticks hide what many of them use.
        var used = Fields(server) is { } own ? Sum(own, 11, 4) / TicksPerSecond : 0;
        foreach (var path in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) && Fields(id) is { } child && child[1] == $"{server}") used += Running(id);
        }

        return used;
    }

    private static long Sum(string[] fields, int first, int count) => fields.Skip(first).Take(count).Sum(f => long.Parse(f, CultureInfo.InvariantCulture));

    private static double Running(int id) => Read($"/proc/{id}/schedstat") is { } line ? double.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture) / NanosecondsPerSecond : 0;

    /// <summary>What follows the program's name: state, parent, ...; null when the process is gone.</summary>
    private static string[]? Fields(int id) => Read($"/proc/{id}/stat") is { } line ? line[(line.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
