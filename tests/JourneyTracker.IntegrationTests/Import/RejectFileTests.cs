using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Mapping;

namespace JourneyTracker.IntegrationTests.Import;

public sealed class RejectFileTests : IDisposable
{
    private const string Header = "id,who,note,day,kind\r\n";
    private readonly ImportFolder folder = new();

    [Fact]
    public async Task Refused_rows_come_back_as_they_were_with_the_reason_and_can_be_mended_and_imported()
    {
        var file = folder.Write("a.csv", Header + "1,a,ok,2024-01-01,in\r\n2,b,\"a \"\"note\"\",\r\nof two lines\",2024-02-30,in\r\n3,c,,2024-01-01,jailed\n");
        var rejects = folder.PathOf("rejects.csv");

        var first = await ImportFolder.DryRunAsync(file, rejects: rejects);

        first.Main.Refused.Should().Be(2);
        var written = await File.ReadAllTextAsync(rejects);
        written.Should().StartWith("id,who,note,day,kind,refused_because\n2,b,\"a \"\"note\"\",\r\nof two lines\",2024-02-30,in,\"line 3, day: impossible-day: ");
        written.Should().Contain("3,c,,2024-01-01,jailed,\"line 5, kind: unknown-code: ");

        var half = folder.Write("half.csv", written.Replace("2024-02-30", "2024-02-29", StringComparison.Ordinal));
        var again = await ImportFolder.DryRunAsync(half, rejects: rejects);
        (again.Main.Accepted, again.Main.Refused).Should().Be((1, 1), "the reason is passed over");
        (await File.ReadAllLinesAsync(rejects)).Should().HaveCount(2).And.Contain(l => l.StartsWith("3,c,,2024-01-01,jailed,\"line 4", StringComparison.Ordinal), "it has its newest reason only");
    }

    [Fact]
    public async Task Rows_that_could_not_be_read_come_back_byte_by_byte_however_long()
    {
        byte[] bytes = [.. "id,who,day,kind\n"u8, .. "1,Zo"u8, 0xEB, .. ",d,in\n"u8, .. "2,"u8, .. Enumerable.Repeat((byte)'x', 3 << 20), .. ",d,in\n3,a,2024-01-01,in\n"u8];
        var rejects = folder.PathOf("rejects.csv");

        var result = await ImportFolder.DryRunAsync(folder.Write("a.csv", bytes), rejects: rejects);

        (result.Main.Accepted, result.Main.Refused).Should().Be((1, 2));
        var written = await File.ReadAllBytesAsync(rejects);
        IndexOf(written, [.. "1,Zo"u8, 0xEB, .. ",d,in,\"line 2: "u8]).Should().BePositive();
        IndexOf(written, [.. Enumerable.Repeat((byte)'x', 3 << 20), .. ",d,in,\"line 3: too-long"u8]).Should().BePositive();
    }

    [Fact]
    public async Task Lines_of_json_get_the_reason_as_a_member()
    {
        var mapping = ImportFolder.Mapping() with { Format = new FormatSpec(FileKind.Ndjson) };
        var file = folder.Write("a.ndjson", "{\"id\":\"1\",\"who\":\"Zoë\",\"day\":\"2024-02-30\",\"kind\":\"in\"}\n{\"id\":\n{\"id\":\"2\",\"who\":\"b\",\"day\":\"2024-01-01\",\"kind\":\"in\"}\n");
        var rejects = folder.PathOf("rejects.ndjson");

        var first = await ImportFolder.DryRunAsync(file, mapping, rejects);

        (first.Main.Accepted, first.Main.Refused).Should().Be((1, 2));
        var written = await File.ReadAllTextAsync(rejects);
        written.Should().StartWith("{\"id\":\"1\",\"who\":\"Zoë\",\"day\":\"2024-02-30\",\"kind\":\"in\",\"refused_because\":\"line 1, day: ");
        written.Should().Contain("{\"refused_row\":\"{\\\"id\\\":\",\"refused_because\":\"line 2: ");
        var mended = folder.Write("mended.ndjson", written.Split('\n')[0].Replace("02-30", "02-29", StringComparison.Ordinal));
        (await ImportFolder.DryRunAsync(mended, mapping)).IsClean.Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_is_left_from_an_earlier_run_when_no_row_is_refused()
    {
        var rejects = folder.Write("rejects.csv", "old");
        await ImportFolder.DryRunAsync(folder.Write("a.csv", "id,who,day,kind\n1,a,2024-01-01,in\n"), rejects: rejects);
        File.Exists(rejects).Should().BeFalse();
    }

    [Fact]
    public async Task The_file_that_is_imported_is_never_written_over()
    {
        var file = folder.Write("a.csv", "id,who,day,kind\n1,a,2024-01-01,in\n");
        var run = () => ImportFolder.DryRunAsync(file, rejects: Path.Combine(Path.GetDirectoryName(file)!, ".", "a.csv"));

        await run.Should().ThrowAsync<ImportRefusedException>().WithMessage("The refused rows cannot go into the file that is being imported*");
        (await File.ReadAllTextAsync(file)).Should().StartWith("id,who");
    }

    public void Dispose() => folder.Dispose();

    private static int IndexOf(byte[] whole, byte[] part) => whole.AsSpan().IndexOf(part);
}
