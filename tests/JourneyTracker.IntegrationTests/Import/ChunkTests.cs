using System.IO.Compression;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>However long the rows are, no more than so much of a file is in memory at once.</summary>
public sealed class ChunkTests : IDisposable
{
    private readonly ImportFolder folder = new();

    [Theory]
    [InlineData(60, 1_000_000)]
    [InlineData(30_000, 50)]
    public async Task A_chunk_is_bounded_in_rows_and_in_bytes(int rows, int rowLength)
    {
        var sink = new MeasuringSink();
        using var table = new TableImport(ImportFolder.Mapping().Table, "small", WriteRows(rows, rowLength), folder.PathOf("rejects.csv"));

        await table.RunAsync(sink, new DateOnly(2024, 6, 1), new ImportMeter(), CancellationToken.None);

        table.IsComplete.Should().BeTrue();
        sink.Chunks.Sum(c => c.Rows).Should().Be(rows);
        sink.Chunks.Should().OnlyContain(c => c.Rows <= 12_000 && c.Bytes <= (8 << 20) + RowReader.LongestRow);
        sink.Chunks.Should().HaveCountLessThan(12, "chunks are not needlessly small");
    }

    public void Dispose() => folder.Dispose();

    private string WriteRows(int rows, int length)
    {
        var path = folder.PathOf("long.csv.gz");
        using var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        file.Write("id,who,day,kind,note\n");
        var note = new string('x', length - 30);
        for (var row = 0; row < rows; row++) file.Write($"{row:000000},w{row % 7},2024-01-01,in,{note}\n");
        return path;
    }

    private sealed class MeasuringSink : IRowSink
    {
        public List<(int Rows, long Bytes)> Chunks { get; } = [];

        public long Journeys => 0;

        public long Opened => 0;

        public Task<Dictionary<string, JourneyId>> PrepareAsync(IReadOnlyList<MappedRow> rows) => Task.FromResult(new Dictionary<string, JourneyId>());

        public Task LoadAsync(IReadOnlyList<MappedRow> rows, Dictionary<string, JourneyId> journeys, Tally tally, RejectFile? rejects)
        {
            foreach (var row in rows) tally.Accept(row, row.Facts.Count);
            Chunks.Add((rows.Count, rows.Sum(r => (long)(r.Source.Raw?.Length ?? 0))));
            return Task.CompletedTask;
        }
    }
}
