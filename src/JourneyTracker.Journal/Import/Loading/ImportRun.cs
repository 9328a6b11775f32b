using System.Diagnostics;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>
/// Imports files into the journal. Rows are recorded in the order of the file, and what was recorded before is recognised by its reference: a run that
/// died and starts again ends with the same journal as one that did not.
/// </summary>
public sealed class ImportRun(IJournal journal, IIdentityVault vault, TimeProvider clock)
{
    /// <summary>Whether the mapping fits the files, without a database, without reading more than their first row, and without writing anything.</summary>
    /// <exception cref="ImportRefusedException">It does not.</exception>
    public static void Check(ImportRequest request)
    {
        RejectPlaces.Check(request);
        using var main = Main(request);
        using var people = People(request);
        main.CheckFirstRow();
        people?.CheckFirstRow();
    }

    /// <param name="request">What is to be imported.</param>
    /// <param name="meter">Says how far it is.</param>
    /// <param name="stop">Ends the run after the chunk at hand, consistently; the result then says where.</param>
    /// <exception cref="ImportRefusedException">Nothing can be imported, and nothing was: the mapping or a file cannot be used.</exception>
    public async Task<ImportResult> RunAsync(ImportRequest request, ImportMeter meter, CancellationToken stop)
    {
        RejectPlaces.Check(request);
        var mapping = request.Mapping;
        var today = LondonDay.Of(clock.GetUtcNow());
        using var main = Main(request);
        using var people = People(request);
        IRowSink sink = request.DryRun ? new CountingSink() : new Loader(journal, vault, request.Partnership, mapping);

        main.ClearRejects();
        people?.ClearRejects();
        var begun = Stopwatch.GetTimestamp();
        await main.RunAsync(sink, today, meter, stop).ConfigureAwait(false);
        var goesOn = main.IsComplete;
        if (goesOn && people is not null) await people.RunAsync(sink, today, meter, stop).ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        return new ImportResult(
            main.Result(request.DryRun),
            goesOn ? people?.Result(request.DryRun) : null,
            sink.Journeys,
            request.DryRun ? null : sink.Opened,
            request.DryRun,
            stop.IsCancellationRequested && !(main.IsComplete && people is null or { IsComplete: true }),
            main.Failure ?? people?.Failure,
            seconds,
            process.PeakWorkingSet64,
            request.DryRun ? null : await journal.PositionAsync(CancellationToken.None).ConfigureAwait(false));
    }

    private static TableImport Main(ImportRequest request) => new(request.Mapping.Table, request.Mapping.Source, request.File, request.Rejects);

    private static TableImport? People(ImportRequest request)
    {
        if (request.People is not null && request.Mapping.People is null) throw new ImportRefusedException("A file of people was named, but the mapping has no part for people.");
        return request.Mapping.PeopleTable is { } table && request.PeopleFile is { } file
            ? new TableImport(table, request.Mapping.Source, file, request.PeopleRejects)
            : null;
    }
}
