using System.Threading.Channels;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>One file on its way into the journal: read and mapped on one task, its women looked up on a second, recorded on a third; bounded in between.</summary>
internal sealed class TableImport : IDisposable
{
    // A chunk ends at whichever comes first, so that neither many rows nor long ones fill the memory.
    private const int ChunkRows = 12_000;
    private const long ChunkBytes = 8 << 20;
    private readonly RowPlan plan;
    private readonly RowReader reader;
    private readonly RejectFile? rejects;
    private readonly Tally tally = new();
    private bool wasReadToItsEnd;
    private int chunksOpen;

    /// <exception cref="ImportRefusedException">The mapping or the file cannot be used.</exception>
    public TableImport(TableSpec spec, string source, string file, string? rejectsFile)
    {
        plan = new RowPlan(spec, source);
        var format = spec.Format ?? new FormatSpec();
        if (!char.IsAscii(format.Delimiter) || format.Delimiter is '"' or '\r' or '\n') throw new ImportRefusedException("The mapping's delimiter cannot be used.");
        var input = InputFile.Open(file);
        try
        {
            reader = format.Kind == FileKind.Csv
                ? new CsvReader(input, plan.Columns, format.Delimiter, keepRaw: rejectsFile is not null)
                : new NdjsonReader(input, plan.Columns, keepRaw: rejectsFile is not null);
            if (rejectsFile is not null) rejects = new RejectFile(rejectsFile, reader, format.Kind == FileKind.Csv ? format.Delimiter : null);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Whether every row of the file is done.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Why the file could not be read to its end.</summary>
    public string? Failure { get; private set; }

    public TableResult Result(bool dryRun) => tally.Result(reader.File.Path, dryRun, reader.NeverSeen);

    /// <summary>Runs to the end of the file, or to the end of the chunk at hand when it is asked to stop.</summary>
    public async Task RunAsync(IRowSink sink, DateOnly today, ImportMeter meter, CancellationToken stop)
    {
        meter.Begin(reader.File);
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var mapped = Channel.CreateBounded<Chunk>(1);
        var prepared = Channel.CreateBounded<Prepared>(1);
        var tasks = new[]
        {
            Task.Run(() => EndAsync(MapAsync(mapped.Writer, today, abort.Token), mapped.Writer, abort), CancellationToken.None),
            Task.Run(() => EndAsync(PrepareAsync(mapped.Reader, prepared.Writer, sink, abort.Token), prepared.Writer, abort), CancellationToken.None),
            Task.Run(() => EndAsync<Prepared>(LoadAsync(prepared.Reader, sink, meter, abort.Token), null, abort), CancellationToken.None),
        };
        await Task.WhenAll(tasks).ConfigureAwait(false);
        rejects?.Dispose();
        IsComplete = wasReadToItsEnd && chunksOpen == 0;
        if (IsComplete && Result(dryRun: false).Rows == 0) throw NoRows();
    }

    /// <summary>Removes the refused rows of an earlier run: the run begins.</summary>
    public void ClearRejects() => rejects?.Clear();

    /// <summary>Reads the first row; the rest cannot be run after it.</summary>
    /// <exception cref="ImportRefusedException">There is none.</exception>
    public void CheckFirstRow()
    {
        if (reader.Read() is null) throw NoRows();
    }

    public void Dispose()
    {
        rejects?.Dispose();
        reader.Dispose();
    }

    private ImportRefusedException NoRows() => new($"{reader.File.Path} has no rows{(reader is CsvReader ? " under its header" : "")}.");

    private async Task MapAsync(ChannelWriter<Chunk> to, DateOnly today, CancellationToken abort)
    {
        var (chunk, bytes) = (new List<MappedRow>(), 0L);
        try
        {
            while (!abort.IsCancellationRequested && reader.Read() is { } row)
            {
                chunk.Add(plan.Map(row, today));
                bytes += row.Length;
                if (chunk.Count < ChunkRows && bytes < ChunkBytes) continue;
                await SendAsync(chunk).ConfigureAwait(false);
                (chunk, bytes) = (new List<MappedRow>(chunk.Count), 0);
            }

            wasReadToItsEnd = !abort.IsCancellationRequested;
        }
        catch (ImportRefusedException damaged)
        {
            Failure = damaged.Message;
        }

        if (chunk.Count > 0) await SendAsync(chunk).ConfigureAwait(false);

        ValueTask SendAsync(List<MappedRow> rows)
        {
            Interlocked.Increment(ref chunksOpen);
            return to.WriteAsync(new Chunk(rows, reader.File.Position), abort);
        }
    }

    private static async Task PrepareAsync(ChannelReader<Chunk> from, ChannelWriter<Prepared> to, IRowSink sink, CancellationToken abort)
    {
        await foreach (var chunk in from.ReadAllAsync(abort).ConfigureAwait(false))
            await to.WriteAsync(new Prepared(chunk, await sink.PrepareAsync(chunk.Rows).ConfigureAwait(false)), abort).ConfigureAwait(false);
    }

    private async Task LoadAsync(ChannelReader<Prepared> from, IRowSink sink, ImportMeter meter, CancellationToken abort)
    {
        await foreach (var ((rows, position), journeys) in from.ReadAllAsync(abort).ConfigureAwait(false))
        {
            await sink.LoadAsync(rows, journeys, tally, rejects).ConfigureAwait(false);
            Interlocked.Decrement(ref chunksOpen);
            meter.Done(rows.Count, rows[^1].Source.Line, position);
            if (abort.IsCancellationRequested) return;
        }
    }

    /// <summary>Ends a stage: whoever fails stops the others; a stop that was asked for is no failure.</summary>
    private static async Task EndAsync<T>(Task stage, ChannelWriter<T>? next, CancellationTokenSource abort)
    {
        try
        {
            await stage.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
        }
        catch
        {
            await abort.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            next?.TryComplete();
        }
    }

    private sealed record Chunk(List<MappedRow> Rows, long Position);

    private sealed record Prepared(Chunk Chunk, Dictionary<string, Domain.Identity.JourneyId> Journeys);
}
