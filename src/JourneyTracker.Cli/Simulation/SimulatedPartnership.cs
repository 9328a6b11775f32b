using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal;
using Spectre.Console;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Makes a simulated partnership in a database and gives it its back history.</summary>
internal static class SimulatedPartnership
{
    /// <summary>The first day for which the table of rates has every rule: fixed-term recalls of short sentences began then.</summary>
    public static readonly DateOnly EarliestDay = new(2015, 2, 1);

    /// <exception cref="RefusedException">The partnership is there and is a real one.</exception>
    public static async Task EnsureAsync(JourneyDatabase database, Partnership name, string title, CancellationToken ct)
    {
        var entry = await database.Partnerships.AddAsync(name, title, simulated: true, ct);
        if (!entry.Simulated)
            throw new RefusedException($"The partnership {name} is a real one: nothing is simulated into it.", how: "Name another with --partnership.");
    }

    /// <summary>Made-up women do not come to stand beside real ones by a slip.</summary>
    /// <exception cref="RefusedException">A real partnership is in the database, and the simulated one is not there yet.</exception>
    public static async Task RefuseBesideRealAsync(JourneyDatabase database, Partnership name, string how, CancellationToken ct)
    {
        var all = await database.Partnerships.ListAsync(ct);
        if (all.Any(p => p.Name == name) || all.All(p => p.Simulated)) return;
        var real = string.Join(", ", all.Where(p => !p.Simulated).Select(p => p.Name));
        throw new RefusedException(
            $"This database holds a real partnership ({real}); made-up women would stand beside real ones.", how: how);
    }

    public static async Task<BackHistory.Report> LoadAsync(
        JourneyDatabase database, Partnership name, History history, int years, IAnsiConsole console, CancellationToken ct)
    {
        var load = new BackHistory(database.Journal, database.Vault, name);
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("Recording the simulated history", maxValue: 1);
                return await load.LoadAsync(history, years, new Bar(bar), ct);
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
