using System.Diagnostics;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal;
using Npgsql;

namespace JourneyTracker.Benchmarks.Simulated;

/// <summary>A simulated partnership to measure on: about ten facts for each journey, the same for the same number of journeys.</summary>
internal static class SimulatedJourneys
{
    private const int Seed = 1;
    private const int Years = 1;

    /// <summary>Beyond this many journeys nobody gets an identity: sealing a name for each says nothing about what is measured.</summary>
    private const int MostWithNames = 100_000;

    public static readonly Partnership Partnership = new("simulated");

    /// <summary>What was loaded.</summary>
    public sealed record Loaded(int Journeys, int Facts, TimeSpan Took, bool HaveNames);

    public static async Task<Loaded> LoadAsync(JourneyDatabase database, int women, Action<string> say, CancellationToken ct)
    {
        await database.Partnerships.AddAsync(Partnership, "Simulated partnership", simulated: true, ct);
        var history = new History(Rates.Load(), Seed, women, Years, LondonDay.Of(TimeProvider.System.GetUtcNow()));
        var begun = Stopwatch.GetTimestamp();
        var told = 0;
        var progress = new Told(done =>
        {
            if ((int)(done * 10) <= told) return;
            told = (int)(done * 10);
            if (women > MostWithNames) say($"  {told * 10} % loaded after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
        });
        var report = await new BackHistory(database.Journal, women > MostWithNames ? null : database.Vault, Partnership).LoadAsync(history, Years, progress, ct);
        return new Loaded(report.Women, report.Facts, Stopwatch.GetElapsedTime(begun), women <= MostWithNames);
    }

    /// <summary>Some of the journeys that were loaded, at random.</summary>
    public static async Task<IReadOnlyList<Guid>> SomeAsync(string superuserConnectionString, int howMany, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(superuserConnectionString);
        await using var command = source.CreateCommand("select id from journeys.mt_streams where tenant_id = $1 order by random() limit $2");
        command.Parameters.Add(new() { Value = Partnership.Name });
        command.Parameters.Add(new() { Value = howMany });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var journeys = new List<Guid>();
        while (await rows.ReadAsync(ct)) journeys.Add(rows.GetGuid(0));
        return journeys;
    }

    private sealed class Told(Action<double> told) : IProgress<double>
    {
        public void Report(double value) => told(value);
    }
}
