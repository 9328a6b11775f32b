using System.Diagnostics;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Import.Loading;
using Spectre.Console;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Shows how far an import is, on standard error: a bar on a terminal, a line every few seconds elsewhere, nothing with --json.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(100);

    public static Task<ImportResult> WatchAsync(Session session, Task<ImportResult> running, ImportMeter meter) =>
        session.Json ? running
        : Console.IsErrorRedirected ? WatchInLinesAsync(session, running, meter)
        : WatchInBarAsync(session, running, meter);

    private static async Task<ImportResult> WatchInLinesAsync(Session session, Task<ImportResult> running, ImportMeter meter)
    {
        var begun = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(running, Task.Delay(BetweenLines)).ConfigureAwait(false) != running)
        {
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var left = meter.Part > 0.01 ? $", about {seconds * (1 - meter.Part) / meter.Part:N0} s left" : "";
            session.Say($"{Path.GetFileName(meter.File)}: {meter.Part:P0}, {meter.Rows:N0} rows, {meter.Rows / seconds:N0} rows/s{left}");
        }

        return await running.ConfigureAwait(false);
    }

    private static Task<ImportResult> WatchInBarAsync(Session session, Task<ImportResult> running, ImportMeter meter) =>
        session.Progress.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var begun = Stopwatch.GetTimestamp();
                ProgressTask? bar = null;
                string? file = null;
                while (true)
                {
                    var ended = await Task.WhenAny(running, Task.Delay(BetweenFrames)).ConfigureAwait(false) == running;
                    if (meter.File is { } now && now != file)
                    {
                        if (bar is not null) bar.Value = bar.MaxValue;
                        bar = context.AddTask(Markup.Escape(Path.GetFileName(now)), maxValue: 1);
                        file = now;
                    }

                    if (bar is not null)
                    {
                        bar.Value = meter.Part;
                        bar.Description = Markup.Escape($"{Path.GetFileName(file)} {meter.Rows:N0} rows, {meter.Rows / Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} rows/s");
                    }

                    if (ended) return await running.ConfigureAwait(false);
                }
            });
}
