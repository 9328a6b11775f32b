using System.Diagnostics;
using System.Globalization;
using JourneyTracker.Benchmarks.Harness;
using JourneyTracker.Benchmarks.Processes;
using JourneyTracker.Benchmarks.Simulated;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Folding.Rebuild;

namespace JourneyTracker.Benchmarks.Browsing;

/// <summary>How long the server takes for each page, with many journeys in one partnership.</summary>
internal static class PagesBench
{
    private const int Journeys = 20_000;
    private const int Turns = 40;
    private const int Warm = 40;
    private static readonly Budget Most = Budget.AtMost(100);

    private static readonly string[] Places =
    [
        "/", "/today", "/board", "/board/due", "/board/changes", "/board/wall", "/board/history", "/board/cards/remanded", "/find",
        "/duplicates", "/data-quality", "/record", "/imports", "/administration", "/administration/rules", "/administration/codes", "/help",
    ];

    private static readonly string[] Typed = ["Saffron Azure", "testcase juniper", "Safron Azur", "Amber", "1990-05-04", "Nobody Ofthatname"];

    private static readonly string[] Hers = ["", "/record", "/record/contact.v1", "/replay", "/replay/difference", "/merge"];

    private static readonly string[] AuditorsOfHers = ["/recall", "/replay/sight"];

    public static Bench Bench { get; } = new("pages", "how long the server takes for each page, with many journeys in one partnership", RunAsync);

    private static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var database = await run.House.FreshAsync("pages", ct);
        var loaded = await SimulatedJourneys.LoadAsync(database, run.Options.Journeys ?? Journeys, run.Say, ct);
        await new QuietBeginning(database, TimeProvider.System).RunAsync(null, ct);
        await using var server = JourneyProcess.Start(run.House.CommandLine("pages"), "serve", "--port", "0");
        using var visitor = new Visitor(await server.AddressAsync(ct));
        var note = string.Create(CultureInfo.InvariantCulture, $"{loaded.Journeys:N0} journeys, {loaded.Facts:N0} facts{(loaded.HaveNames ? "" : ", nobody named")}");
        foreach (var place in Places) await TimeAsync(run, visitor, place, Enumerable.Repeat(place, Turns + Warm), note, ct);
        var journeys = await SimulatedJourneys.SomeAsync(run.House.SuperuserConnectionString("pages"), Turns + Warm, ct);
        foreach (var page in Hers) await TimeAsync(run, visitor, $"/journeys/{{id}}{page}", journeys.Select(id => $"/journeys/{id}{page}"), note, ct);
        run.Add(new Measurement("pages: memory of the server", "MiB", server.Memory.Resident, null, null, note));
        await AuditAsync(run, journeys, note, ct);
        await FindAsync(run, database, note, ct);
    }

    /// <summary>Pages that a coordinator is refused.</summary>
    private static async Task AuditAsync(BenchRun run, IReadOnlyList<Guid> journeys, string note, CancellationToken ct)
    {
        await using var server = JourneyProcess.Start(run.House.CommandLine("pages"), "serve", "--port", "0", "--role", "auditor", "--no-folding");
        using var visitor = new Visitor(await server.AddressAsync(ct));
        foreach (var page in AuditorsOfHers) await TimeAsync(run, visitor, $"/journeys/{{id}}{page}", journeys.Select(id => $"/journeys/{id}{page}"), note, ct);
    }

    /// <summary>Searches, which are posted, are made in this process, which has the vault to open first. What a search takes is rounded up to steps of 40 ms (safeguards S5).</summary>
    private static async Task FindAsync(BenchRun run, JourneyDatabase database, string note, CancellationToken ct)
    {
        var door = new FindingDoor(database, TimeProvider.System);
        var caller = new Caller("bench", "Bench", Caller.AtTheMachine, Role.Coordinator, SimulatedJourneys.Partnership);
        var times = new List<double>();
        foreach (var typed in Enumerable.Range(0, Turns + Warm).Select(n => Typed[n % Typed.Length]))
        {
            var begun = Stopwatch.GetTimestamp();
            await door.FindAsync(caller, typed, null, "bench", ct);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        Add(run, "a search", times, note);
    }

    private static async Task TimeAsync(BenchRun run, Visitor visitor, string name, IEnumerable<string> paths, string note, CancellationToken ct)
    {
        Add(run, name, await visitor.TimesAsync(paths, ct), note);
    }

    private static void Add(BenchRun run, string name, IReadOnlyList<double> times, string note) =>
        run.Add(new Measurement($"{name} p95", "ms", Statistics.Quantile(times.Skip(Warm), 0.95), null, Most, string.Create(CultureInfo.InvariantCulture, $"{note}; p50 {Statistics.Quantile(times.Skip(Warm), 0.5):0.0} ms; the first took {times[0]:0} ms")));
}
