using System.IO.Compression;
using System.Text;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>A file that was made to fill memory or disk, or a mapping that points elsewhere, is refused; a real table that packs well is not.</summary>
public sealed class BombTests : IDisposable
{
    private const long Unpacked = 300L << 20;
    private readonly ImportFolder folder = new();

    [Theory]
    [InlineData("id,who,day,kind\n")]
    [InlineData("id,who,day,kind\n1,a,2024-01-01,in\n\"")]
    public async Task A_packed_file_that_unpacks_to_more_than_100_times_its_size_is_refused_and_fills_no_disk(string start)
    {
        var bomb = Pack("bomb.csv.gz", start, Unpacked);
        new FileInfo(bomb).Length.Should().BeLessThan(1 << 20);
        var rejects = folder.PathOf("rejects.csv");
        var before = GC.GetTotalAllocatedBytes();

        (await RefusalAsync(bomb, rejects)).Should().Contain("unpacks to more than 100 times its size");

        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(64 << 20);
        (File.Exists(rejects) ? new FileInfo(rejects).Length : 0).Should().BeLessThan(1 << 20);
    }

    [Fact]
    public async Task A_bomb_of_json_lines_is_refused_too()
    {
        var mapping = ImportFolder.Mapping() with { Format = new FormatSpec(FileKind.Ndjson) };
        (await RefusalAsync(Pack("bomb.ndjson.gz", "{\"id\":\"", Unpacked), folder.PathOf("rejects.ndjson"), mapping)).Should().Contain("unpacks to more than 100 times its size");
    }

    [Fact]
    public void A_mapping_that_unpacks_without_end_is_too_long_to_be_a_mapping()
    {
        var bomb = Pack("mapping.json.gz", "{", Unpacked);
        var before = GC.GetTotalAllocatedBytes();
        FluentActions.Invoking(() => MappingFileJson.Read(bomb)).Should().Throw<ImportRefusedException>().WithMessage("*is too long to be a mapping.");
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(32 << 20);
    }

    [Fact]
    public async Task A_table_that_packs_well_is_read()
    {
        var rows = new StringBuilder("id,who,day,kind\n");
        for (var i = 0; i < 20_000; i++) rows.Append(i).Append(",someone,2024-01-01,in\n");
        (await ImportFolder.DryRunAsync(folder.WriteGzip("rows.csv.gz", rows.ToString()))).Main.Accepted.Should().Be(20_000);
    }

    [Theory]
    [InlineData("../people.csv")]
    [InlineData("sub/../../people.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    public async Task A_mapping_names_no_file_outside_the_folder_of_what_is_imported(string named)
    {
        Directory.CreateDirectory(folder.PathOf("in"));
        folder.Write("people.csv", "who,born\na,1980\n");
        File.WriteAllText(folder.PathOf("in/rows.csv"), "id,who,day,kind\n1,a,2024-01-01,in\n");
        var mapping = ImportFolder.Mapping() with { People = new PeopleSpec("{who}", [], File: named) };

        var import = () => ImportFolder.DryRunAsync(folder.PathOf("in/rows.csv"), mapping);

        (await import.Should().ThrowAsync<ImportRefusedException>()).WithMessage("*outside the folder*--people.");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> RefusalAsync(string file, string rejects, MappingFile? mapping = null)
    {
        try
        {
            return (await ImportFolder.DryRunAsync(file, mapping, rejects)).Failure ?? "";
        }
        catch (ImportRefusedException refused)
        {
            return refused.Message;
        }
    }

    private string Pack(string name, string start, long length)
    {
        using var file = new GZipStream(File.Create(folder.PathOf(name)), CompressionLevel.SmallestSize);
        file.Write(Encoding.UTF8.GetBytes(start));
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        for (var written = 0L; written < length; written += block.Length) file.Write(block);
        return folder.PathOf(name);
    }
}
