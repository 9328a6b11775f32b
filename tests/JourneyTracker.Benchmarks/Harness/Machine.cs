using System.Globalization;
using System.Runtime.InteropServices;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>What the figures were measured on, and what else it was doing.</summary>
internal sealed record Machine(string System, string Processor, int Cores, long MemoryMiB, string Runtime, string PostgreSql, IReadOnlyDictionary<string, string> Settings, string LoadBefore, string LoadAfter)
{
    private static readonly string[] Told =
    [
        "fsync", "synchronous_commit", "full_page_writes", "wal_level", "shared_buffers", "max_wal_size", "checkpoint_timeout", "work_mem", "maintenance_work_mem", "jit", "max_connections",
    ];

    public static string Load => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known";

    public static async Task<Machine> DescribeAsync(BenchHouse house, string loadBefore, CancellationToken ct)
    {
        var settings = new Dictionary<string, string>();
        foreach (var name in Told) settings[name] = await house.SettingAsync(name, ct);
        return new(RuntimeInformation.OSDescription, ProcessorName(), Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
            RuntimeInformation.FrameworkDescription, await house.SettingAsync("server_version", ct), settings, loadBefore, Load);
    }

    public IEnumerable<string> InWords() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Cores} cores, {MemoryMiB:N0} MiB; {System}; {Runtime}; PostgreSQL {PostgreSql}"),
        string.Join(", ", Settings.Select(s => $"{s.Key} {s.Value}")),
        $"Load before {LoadBefore}, after {LoadAfter} (1, 5 and 15 minutes).",
    ];

    private static string ProcessorName() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "a processor"
        : "a processor";
}
