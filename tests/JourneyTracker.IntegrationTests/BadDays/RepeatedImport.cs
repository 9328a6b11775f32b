using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Import;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Imports of generated files, one after another, each begun again until it has ended well.</summary>
internal sealed class RepeatedImport(DurableHouse house) : IDisposable
{
    private const int Women = 300;
    private const int RowsEach = 8;
    private readonly ImportFolder files = new();
    private CliProcess? running;
    private int number;

    /// <summary>How many facts the files begun so far make, the openings included.</summary>
    public int Facts => number * Women * (RowsEach + 1);

    public int Files => number;

    /// <summary>How many imports were killed on the way.</summary>
    public int Killed { get; private set; }

    /// <summary>Begins the next file, or the present one again, unless it is under way.</summary>
    public void KeepGoing()
    {
        if (running is { ExitCode: null }) return;
        if (running is null or { ExitCode: 0 }) Prepare(++number);
        running?.Dispose();
        running = CliProcess.Start(Words(number));
    }

    public async Task KillAsync()
    {
        KeepGoing();
        if (running!.ExitCode is null) Killed++;
        await running.KillAsync();
    }

    /// <summary>Ends the present file well; those before it have.</summary>
    public async Task FinishAsync()
    {
        if (running is { ExitCode: null }) await running.KillAsync();
        var outcome = await CliProcess.RunAsync(Words(number));
        outcome.ExitCode.Should().Be(0, outcome.Messages);
    }

    public void Dispose()
    {
        running?.Dispose();
        files.Dispose();
    }

    private void Prepare(int file)
    {
        files.WriteStays($"{file}.csv", Women, RowsEach);
        files.Write($"{file}.json", ImportFolder.SmallMapping.Replace("\"small\"", $"\"small-{file}\"", StringComparison.Ordinal));
    }

    private string[] Words(int file) =>
        ["import", files.PathOf($"{file}.csv"), "--mapping", files.PathOf($"{file}.json"), "--partnership", "north", "--data", house.Folder];
}
