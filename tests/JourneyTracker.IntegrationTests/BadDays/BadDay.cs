using System.Globalization;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>How long bad days last in this run, and where what was counted is written.</summary>
internal static class BadDay
{
    /// <summary>Tests of one collection run one after another: these start processes, and would only be in each other's way.</summary>
    public const string Collection = "Bad days";

    /// <summary>What <c>./journey test --full</c> asks for.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("JOURNEY_FULL") == "1";

    /// <summary>Of everything that is random here; JOURNEY_SEED sets another.</summary>
    public static int Seed { get; } = Number("JOURNEY_SEED") ?? 20_260_301;

    /// <summary>How often somebody is killed; JOURNEY_CYCLES sets another number.</summary>
    public static int Cycles { get; } = Number("JOURNEY_CYCLES") ?? (Full ? 100 : 5);

    /// <summary>Into the test's output and, when JOURNEY_REPORT names a file, there as well.</summary>
    public static void Report(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("JOURNEY_REPORT") is { Length: > 0 } file) File.AppendAllText(file, line + "\n");
    }

    /// <summary>Asks until it is so; what fails meanwhile counts as no.</summary>
    public static async Task UntilAsync(Func<Task<bool>> so, string what, TimeSpan? patience = null)
    {
        using var over = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(120));
        Exception? last = null;
        while (!over.IsCancellationRequested)
        {
            try
            {
                if (await so()) return;
            }
            catch (Exception wrong) when (wrong is Npgsql.NpgsqlException or HttpRequestException or IOException or TaskCanceledException)
            {
                last = wrong;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"Waited in vain until {what}.", last);
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var said) ? said : null;
}
