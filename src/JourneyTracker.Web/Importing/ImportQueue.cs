using System.Collections.Concurrent;
using System.Threading.Channels;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Loading;

namespace JourneyTracker.Web.Importing;

/// <summary>Imports uploaded files one after the other, beside what the server does for others, and keeps the refused rows.</summary>
internal sealed class ImportQueue(JourneyDatabase database, TimeProvider clock, ILogger<ImportQueue> log) : BackgroundService
{
    private const int MostWaiting = 4;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private readonly Channel<QueuedImport> queue = Channel.CreateBounded<QueuedImport>(MostWaiting);
    private readonly ConcurrentDictionary<Guid, QueuedImport> waiting = new();

    /// <returns>Whether there was room.</returns>
    public bool TryAdd(QueuedImport import)
    {
        waiting[import.Run] = import;
        if (queue.Writer.TryWrite(import)) return true;
        waiting.TryRemove(import.Run, out _);
        return false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        ImportFolder.DeleteLeftovers();
        await Task.WhenAll(SweepAsync(stoppingToken), ImportAllAsync(stoppingToken));
    }

    private async Task ImportAllAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await queue.Reader.WaitToReadAsync(stop))
        {
            if (!queue.Reader.TryRead(out var next)) continue;
            waiting.TryRemove(next.Run, out _);
            var meter = new ImportMeter();
            try
            {
                await ImportAsync(next, meter, stop);
            }
            catch (ImportRefusedException)
            {
                // The history says why.
            }
            catch (Exception wrong)
            {
                log.LogError(new EventId(1, "import-failed"), wrong, "The import {Run} failed.", next.Run);
                await FailAsync(next, meter);
            }
        }
    }

    private async Task ImportAsync(QueuedImport next, ImportMeter meter, CancellationToken stop)
    {
        var partnership = next.By.Partnership;
        var running = Task.Run(
            async () =>
            {
                using var folder = new ImportFolder();
                var (file, rejects) = (folder.PathOf("file"), folder.PathOf("rejects"));
                try
                {
                    await File.WriteAllBytesAsync(file, next.File, stop);
                    var result = await new ImportRun(database.Journal, database.Vault, clock).RunAsync(new ImportRequest(file, next.Mapping, partnership, Rejects: rejects), meter, stop);
                    if (File.Exists(rejects)) await database.Imports.KeepRejectsAsync(partnership, next.Run, await File.ReadAllBytesAsync(rejects, CancellationToken.None), CancellationToken.None);
                    return result with { Failure = result.Failure is null ? null : folder.InWords(result.Failure, next.FileName) };
                }
                catch (ImportRefusedException refused)
                {
                    throw new ImportRefusedException(folder.InWords(refused.Message, next.FileName), refused);
                }
            },
            CancellationToken.None);
        await database.Imports.FollowAsync(partnership, next.Run, meter, running, async () =>
        {
            foreach (var other in waiting.Values) await database.Imports.ProgressAsync(other.By.Partnership, other.Run, new ImportMeter());
        });
    }

    private async Task FailAsync(QueuedImport next, ImportMeter meter)
    {
        try
        {
            await database.Imports.FailAsync(next.By.Partnership, next.Run, meter, "Something went wrong here. What was recorded stays; import the same file again.");
        }
        catch (Exception wrong)
        {
            log.LogError(new EventId(2, "import-not-ended"), wrong, "That the import {Run} failed could not be remembered.", next.Run);
        }
    }

    /// <summary>Refused rows that nobody may keep any longer are deleted.</summary>
    private async Task SweepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(BetweenSweeps);
        do
        {
            try
            {
                await database.Imports.ForgetOldRejectsAsync(stop);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                log.LogError(new EventId(3, "rejects-not-deleted"), wrong, "Refused rows that are too old could not be deleted.");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
