using JourneyTracker.Cli.Dates;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Law;

public class ReleaseDateCasesTests
{
    [SharedFact]
    public void The_public_cases_agree_except_those_whose_reason_is_written_down()
    {
        var results = CaseFile.Read(SharedFactAttribute.PathOf("data", "release-dates", "cases.csv")).Select(CaseResult.Of).ToList();

        results.Should().HaveCount(144);
        results.Where(r => !r.Agrees).Select(r => r.Case.Name).Should().BeEquivalentTo(KnownDifferences.All.Keys);
        results.Count(r => r.AgreesOnDays).Should().BeGreaterThanOrEqualTo(138);
    }

    [Fact]
    public void A_file_is_refused_with_the_row_the_column_and_what_to_mend()
    {
        using var file = new CaseFileOnDisk("one,calculation-params,2024-13-01,,0,6,0,0,x,0,0,0,False,,False,,,,,,,,,,");

        file.Invoking(f => CaseFile.Read(f.Path)).Should().Throw<RefusedException>()
            .WithMessage("*row 2, column sentence_date, \"2024-13-01\": write a day as 2024-03-01*row 2, column remand_days, \"x\": write a whole number*");
    }

    [Theory]
    [InlineData("one,sds-60,2024-01-01,,0,6,0,0,0,0,0,0,False,,False,,,,,,,,,,", "*column regime, \"sds-60\": use one of*")]
    [InlineData("one,,2024-01-01,,0,0,0,0,0,0,0,0,False,,False,,,,,,,,,,", "*write a length of at least one day*")]
    [InlineData("one,,2024-01-01,,0,6,0,0,0,0,0,0,perhaps,,False,,,,,,,,,,", "*column sds_plus*write True or False*")]
    [InlineData("one,,2024-01-01,,0,6,0,0,0,0,0,0,False,['LATE'],False,,,,,,,,,,", "*column early_release_exclusion, \"LATE\": use one of*")]
    [InlineData("one,,2024-01-01,,0,6", "*row 2: it has 6 cells, the header 25*")]
    public void Each_wrong_cell_has_its_own_sentence(string row, string sentence)
    {
        using var file = new CaseFileOnDisk(row);

        file.Invoking(f => CaseFile.Read(f.Path)).Should().Throw<RefusedException>().WithMessage(sentence);
    }

    [Fact]
    public void What_is_written_has_the_same_columns_and_can_be_read_again()
    {
        using var file = new CaseFileOnDisk("one,,2024-09-11,2020-12-01,0,6,0,0,0,0,0,0,False,\"['VIOLENT', 'SEXUAL']\",False,,,,,,,,,,");
        var results = CaseFile.Read(file.Path).Select(CaseResult.Of).ToList();

        CaseFile.Write(file.Path, results);

        var again = CaseFile.Read(file.Path).Should().ContainSingle().Subject;
        again.Custody.First.Exclusions.Should().Equal("VIOLENT", "SEXUAL");
        again.Expected["SLED"].Should().Be(new DateOnly(2025, 3, 10));
        CaseResult.Of(again).Agrees.Should().BeTrue();
    }

    private sealed class CaseFileOnDisk : IDisposable
    {
        public CaseFileOnDisk(string row) => File.WriteAllText(Path, $"{string.Join(',', CaseFile.Given.Concat(CaseFile.Dates))}\n{row}\n");

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
