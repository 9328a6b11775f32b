using System.Text;
using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.IntegrationTests.Import;

public sealed class CsvReaderTests : IDisposable
{
    private readonly ImportFolder folder = new();

    [Theory]
    [InlineData("id,who,day,kind\n1,a,2024-01-01,in\n2,b,2024-01-02,out\n")]
    [InlineData("\uFEFFid,who,day,kind\r\n1,a,2024-01-01,in\n2,b,2024-01-02,out")]
    [InlineData("kind,who,extra,day,id\rin,a,x,2024-01-01,1\r\n\r\nout,b,x,2024-01-02,2\n")]
    [InlineData("\"id\",\"who\",\"day\",\"kind\"\n\"1\",\" a \",2024-01-01,\"in\"\n2,b,2024-01-02,out\n")]
    public void Rows_are_read_whatever_the_byte_order_mark_line_ends_column_order_and_quotes(string text)
    {
        var rows = ImportFolder.ReadCsv(folder.Write("a.csv", text));

        rows.Select(r => string.Join('|', r.Cells)).Should().Equal("1|a|2024-01-01|in", "2|b|2024-01-02|out");
        ImportFolder.ReadCsv(folder.WriteGzip("a.gz", text)).Select(r => (r.Line, string.Join('|', r.Cells)))
            .Should().Equal(rows.Select(r => (r.Line, string.Join('|', r.Cells))), "gzip is told by the first bytes");
    }

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_begins()
    {
        var rows = ImportFolder.ReadCsv(folder.Write("a.csv", "id,who,day,kind\n1,\"two\nlines, and \"\"quotes\"\"\",d,k\r\n\n2,b,d,k\n"));

        rows.Select(r => r.Line).Should().Equal(2, 5);
        rows[0].Cells[1].Should().Be("two\nlines, and \"quotes\"");
    }

    [Fact]
    public void A_row_with_too_many_or_too_few_values_is_refused_and_the_next_is_read()
    {
        var rows = ImportFolder.ReadCsv(folder.Write("a.csv", "id,who,day,kind\n1,a,d\n2,b,d,k,more\n3,c,d,k\n"));

        rows.Select(r => r.Problem?.What).Should().Equal("The row has 3 values; the header has 4.", "The row has 5 values; the header has 4.", null);
        rows[0].Problem!.Line.Should().Be(2);
    }

    [Fact]
    public void A_row_in_another_encoding_is_refused_naming_the_byte()
    {
        var bytes = Encoding.UTF8.GetBytes("id,who,day,kind\n1,Zo_,d,k\n2,Zoë,d,k\n");
        bytes[Array.IndexOf(bytes, (byte)'_')] = 0xEB;

        var rows = ImportFolder.ReadCsv(folder.Write("a.csv", bytes));

        rows[0].Problem!.What.Should().Be("Byte 5 of the row (hexadecimal EB) is not UTF-8.");
        rows[0].Problem!.Line.Should().Be(2);
        rows[1].Cells[1].Should().Be("Zoë");
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_refused_by_itself_and_not_held_in_memory()
    {
        using (var file = File.Create(folder.PathOf("a.csv")))
        {
            file.Write("id,who,day,kind\n1,"u8);
            for (var i = 0; i < 10 * 16; i++) file.Write(Enumerable.Repeat((byte)'x', 1 << 16).ToArray());
            file.Write(",d,k\r\n2,b,d,k\n"u8);
        }

        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = ImportFolder.ReadCsv(folder.PathOf("a.csv"));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        rows.Select(r => r.Line).Should().Equal(2, 3);
        rows[0].Problem!.Rule.Should().Be("too-long");
        rows[0].Length.Should().Be((10 << 20) + 6);
        rows[1].Cells[0].Should().Be("2");
        allocated.Should().BeLessThan(8 << 20, "a window of a row's greatest length is all that is kept");
    }

    [Fact]
    public void A_quote_that_never_closes_costs_its_own_line_only()
    {
        var rows = ImportFolder.ReadCsv(folder.Write("a.csv", "id,who,day,kind\n1,\"open,d,k\n2,b,d,k\n3,c,d,k"));

        rows.Select(r => r.Problem?.Rule).Should().Equal("malformed", null, null);
        rows.Select(r => r.Line).Should().Equal(2, 3, 4);
    }

    [Fact]
    public void A_quote_in_the_middle_is_refused()
    {
        var rows = ImportFolder.ReadCsv(folder.Write("a.csv", "id,who,day,kind\n1,\"a\"b,d,k\n2,5\" nails,d,k\n"));

        rows[0].Problem!.What.Should().Contain("closing quote");
        rows[1].Cells[1].Should().Be("5\" nails", "a quote inside a plain value is only a character");
    }

    [Theory]
    [InlineData("", "*is empty.")]
    [InlineData("id,who,day,day,kind\n", "*has the column 'day' twice*")]
    [InlineData("id,who,day\n1,a,d\n", "*names the column 'kind', which * does not have. It has: id, who, day.")]
    [InlineData("PK\u0003\u0004rest", "*is a zip archive*")]
    [InlineData("id,who\0,day,kind\n", "*is not a text file.")]
    public void A_file_that_cannot_be_used_is_refused_in_one_sentence(string text, string sentence)
    {
        var path = folder.Write("a.csv", text);
        ((Action)(() => ImportFolder.ReadCsv(path))).Should().Throw<ImportRefusedException>().WithMessage(sentence);
    }

    [Fact]
    public void No_file_a_folder_and_another_encoding_are_refused_in_one_sentence()
    {
        var read = (string path) => (Action)(() => ImportFolder.ReadCsv(path));

        read(folder.PathOf("none.csv")).Should().Throw<ImportRefusedException>().WithMessage("There is no file *none.csv.");
        read(Path.GetTempPath()).Should().Throw<ImportRefusedException>().WithMessage("*is a folder: name a file.");
        read(folder.Write("u.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,who,day,kind\n")])).Should().Throw<ImportRefusedException>().WithMessage("*UTF-16*");
    }

    [Fact]
    public void A_packed_file_that_was_cut_short_is_refused_after_its_whole_rows()
    {
        var rows = string.Concat(Enumerable.Range(1, 50_000).Select(i => $"{i},{Guid.NewGuid()},d,k\n"));
        var whole = File.ReadAllBytes(folder.WriteGzip("whole.gz", "id,who,day,kind\n" + rows));
        using var reader = new CsvReader(InputFile.Open(folder.Write("cut.gz", whole[..(whole.Length / 2)])), ["id"]);

        var count = 0;
        var read = () =>
        {
            while (reader.Read() is { Problem: null }) count++;
        };

        read.Should().Throw<ImportRefusedException>().WithMessage("*damaged or cut short*");
        count.Should().BePositive();
    }

    [Fact]
    public void A_packed_file_of_several_members_is_read_to_its_end()
    {
        var first = File.ReadAllBytes(folder.WriteGzip("1.gz", "id,who,day,kind\n1,a,d,k\n"));
        var second = File.ReadAllBytes(folder.WriteGzip("2.gz", "2,b,d,k\n"));

        ImportFolder.ReadCsv(folder.Write("both.gz", [.. first, .. second])).Select(r => r.Cells[0]).Should().Equal("1", "2");
    }

    [Fact]
    public void Every_split_of_the_bytes_gives_the_same_rows()
    {
        var text = "id,who,day,kind\r\n1,\"a,\"\"b\"\"\r\nc\",d,k\r\n2,é,d,k\r3,,,\n4,x,y,\"z\"";
        var expected = ImportFolder.ReadCsv(folder.Write("a.csv", text)).Select(r => string.Join('|', r.Cells)).ToList();
        expected.Should().HaveCount(4);
        for (var padding = (1 << 17) - 90; padding < (1 << 17) + 4; padding++)
        {
            // A first row of this length lays the border of the first read at each byte of the rest in turn.
            var long1 = text.Insert(text.IndexOf('\n', StringComparison.Ordinal) + 1, $"0,{new string('p', padding - 30)},d,k\n");
            var rows = ImportFolder.ReadCsv(folder.Write("b.csv", long1)).Skip(1).Select(r => string.Join('|', r.Cells));
            rows.Should().Equal(expected, "the border of a read must not matter ({0})", padding);
        }
    }

    public void Dispose() => folder.Dispose();
}
