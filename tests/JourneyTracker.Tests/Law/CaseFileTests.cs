using JourneyTracker.Cli.Dates;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Tests.Law;

public class CaseFileTests
{
    private const string Good = "good,,2024-01-01,,0,6,0,0,0,0,0,0,False,,False,,,,,,,,,,";

    [Fact]
    public void Every_cell_to_be_mended_is_named_by_row_and_column_and_the_other_rows_are_answered()
    {
        using var file = new CaseFileOnDisk("one,calculation-params,2024-13-01,,0,6,0,0,x,0,0,0,False,,False,,,,,,,,,,", "", Good);

        var read = CaseFile.Read(file.Path);

        read.Rows.Should().ContainSingle().Which.Line.Should().Be(4);
        read.Faults.Select(f => f.ToString()).Should().Equal(
            "row 2, column sentence_date, \"2024-13-01\": write a day as 2024-03-01, or leave it empty",
            "row 2, column remand_days, \"x\": write a whole number from 0 to 36600");
    }

    [Theory]
    [InlineData("one,sds-60,2024-01-01,,0,6,0,0,0,0,0,0,False,,False,,,,,,,,,,", "*column regime, \"sds-60\": use one of*")]
    [InlineData("one,,2024-01-01,,0,0,0,0,0,0,0,0,False,,False,,,,,,,,,,", "*write a length of at least one day*")]
    [InlineData("one,,2024-01-01,,0,6,0,0,0,0,0,0,perhaps,,False,,,,,,,,,,", "*column sds_plus*write True or False*")]
    [InlineData("one,,2024-01-01,,0,6,0,0,0,0,0,0,False,['LATE'],False,,,,,,,,,,", "*column early_release_exclusion, \"LATE\": use one of*")]
    [InlineData("one,,2024-01-01,,0,6", "*row 2: it has 6 cells, the header 25*")]
    [InlineData("one,,2024-01-01,,0,6,0,0,0,0,0,0,False,\"['SEXUAL'],False,,,,,,,,,,", "*row 2: a quote is left open*")]
    [InlineData("o\"ne,,2024-01-01,,0,6,0,0,0,0,0,0,False,,False,,,,,,,,,,", "*row 2: a quote stands inside a cell*")]
    public void Each_thing_that_is_wrong_has_its_own_sentence_and_a_file_with_nothing_else_is_refused(string row, string sentence)
    {
        using var alone = new CaseFileOnDisk(row);
        using var beside = new CaseFileOnDisk(row, Good);

        alone.Invoking(f => CaseFile.Read(f.Path)).Should().Throw<RefusedException>().WithMessage(sentence);
        var read = CaseFile.Read(beside.Path);
        read.Rows.Should().ContainSingle().Which.Name.Should().Be("good");
        read.FaultsInWords.Should().Match(sentence);
    }

    [Fact]
    public void A_header_that_cannot_be_read_or_lacks_a_column_is_refused()
    {
        using var open = new CaseFileOnDisk(["case", "\"regime"], Good);
        using var lacking = new CaseFileOnDisk(CaseFile.Given, Good);
        using var empty = new CaseFileOnDisk(Array.Empty<string>());
        File.WriteAllText(empty.Path, "");

        open.Invoking(f => CaseFile.Read(f.Path)).Should().Throw<RefusedException>().WithMessage("*first row*cannot be read: a quote is left open*");
        lacking.Invoking(f => CaseFile.Read(f.Path)).Should().Throw<RefusedException>().WithMessage("Row 1 has no column CRD, ARD, SLED, SED, HDCED, TUSED, PRRD.");
        empty.Invoking(f => CaseFile.Read(f.Path)).Should().Throw<RefusedException>().WithMessage("The file is empty.");
    }

    [Fact]
    public void Her_age_on_release_is_read_when_the_file_has_a_column_for_it_and_written_again()
    {
        var columns = CaseFile.Given.Concat(CaseFile.Dates).Concat(CaseFile.Optional);
        using var file = new CaseFileOnDisk(columns, $"{Good},17", $"{Good},");

        var results = CaseFile.Read(file.Path).Rows.Select(CaseResult.Of).ToList();
        CaseFile.Write(file.Path, results);

        results.Select(r => r.Got("ARD") is not null).Should().Equal(true, false);
        CaseFile.Read(file.Path).Rows.Select(r => r.Custody.AgeAtRelease).Should().Equal(17, null);
    }

    [Fact]
    public void What_is_written_has_the_same_columns_and_can_be_read_again()
    {
        using var file = new CaseFileOnDisk("one,,2024-09-11,2020-12-01,0,6,0,0,0,0,0,0,False,\"['VIOLENT', 'SEXUAL']\",False,,,,,,,,,,");
        var header = File.ReadLines(file.Path).First();
        var results = CaseFile.Read(file.Path).Rows.Select(CaseResult.Of).ToList();

        CaseFile.Write(file.Path, results);

        File.ReadLines(file.Path).First().Should().Be(header);
        var again = CaseFile.Read(file.Path).Rows.Should().ContainSingle().Subject;
        again.Custody.First.Exclusions.Should().Equal("VIOLENT", "SEXUAL");
        again.Expected["SLED"].Should().Be(new DateOnly(2025, 3, 10));
        CaseResult.Of(again).Agrees.Should().BeTrue();
    }
}
