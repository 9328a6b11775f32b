using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Outcomes.National;
using JourneyTracker.Tests.House;
using JourneyTracker.Tests.Outcomes.Imported;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.National;

public sealed class NationalFileTests
{
    private const string Header = "series,measure,unit,publisher,title,address,published_on,licence,provisional,differs,covers,group,from,to,value,lower,upper,note";
    private const string First = "Made up,M02,women,Nobody,Made-up table,https://example.org/made-up,2025-06-01,none,no,Counts arrests,England and Wales,,2024-01-01,2024-12-31,100.5,90,110,";

    [Fact]
    public void A_series_is_said_once_and_its_figures_one_a_row()
    {
        var series = Parse(First, "Made up,,,,,,,,,,E23000029,Black,2023-01-01,2023-12-31,,,,too few").Should().ContainSingle().Subject;

        (series.Measure, series.PublishedOn, series.IsProvisional, series.Differs, series.TakenInOn).Should().Be(("M02", A.Day("2025-06-01"), false, "Counts arrests", A.Day("2026-01-01")));
        series.Figures.Should().Equal(
            new NationalFigure("England and Wales", "", A.Day("2024-01-01"), A.Day("2024-12-31"), 100.5, 90, 110, ""),
            new NationalFigure("E23000029", "Black", A.Day("2023-01-01"), A.Day("2023-12-31"), null, null, null, "too few"));
    }

    [Theory]
    [InlineData("M02,", "M99,", "line 2, measure: there is no measure \"M99\"*M02*")]
    [InlineData(",no,", ",perhaps,", "line 2, provisional: \"perhaps\" is none of: no, yes.")]
    [InlineData("Counts arrests", "", "line 2, differs: is empty: say in words*")]
    [InlineData("https://example.org/made-up", "see the web", "line 2, address: \"see the web\" is no address*https://*")]
    [InlineData("https://example.org/made-up", "", "line 2, address: is empty*")]
    [InlineData("100.5", "\"1,005\"", "line 2, value: \"1,005\" is no number: write digits*")]
    [InlineData("100.5", "", "line 2, value: is empty: write the number, or say in note*")]
    [InlineData("100.5", "120", "line 2, value: lies outside the published interval.")]
    [InlineData(",90,", ",,", "line 2, lower: both ends*")]
    [InlineData("2024-01-01", "01/01/2024", "line 2, from: \"01/01/2024\" is no day: write it as 2025-03-31.")]
    [InlineData("2024-12-31", "2023-12-31", "line 2, to: lies before the first day.")]
    [InlineData("2024-12-31", "2025-12-31", "line 2, to: lies after the day on which the series was published*")]
    [InlineData("2025-06-01", "2026-06-01", "line 2, published_on: lies in the time to come.")]
    [InlineData(",England and Wales,", ",,", "line 2, covers: is empty*")]
    [InlineData(",England and Wales,", ",E2300029,", "line 2, covers: \"E2300029\" is no GSS code*")]
    [InlineData("Made up,", ",", "line 2, series: is empty*")]
    public void What_cannot_be_taken_in_is_said_with_its_line_and_column_and_how_to_mend_it(string what, string with, string fault) =>
        FluentActions.Invoking(() => Parse(First.Replace(what, with, StringComparison.Ordinal))).Should().Throw<FileFaultsException>().Which.Faults.Should().ContainMatch(fault);

    [Fact]
    public void Every_fault_of_a_file_is_said_at_once()
    {
        var faults = FluentActions.Invoking(() => Parse(First, "Made up,M04,,,,,,,,,England and Wales,,2024-01-01,2024-12-31,many,,,")).Should().Throw<FileFaultsException>().Which.Faults;

        faults.Should().HaveCount(3).And.ContainMatch("line 3, measure: is not what line 2 says of Made up*").And.ContainMatch("line 3, value: \"many\" is no number*").And.ContainMatch("line 3, value: line 2 has a figure of Made up for the same people and days*");
    }

    [Fact]
    public void A_column_that_is_not_there_and_one_that_nobody_knows_are_said()
    {
        var (header, rows) = Csv.Of($"{Header.Replace("differs", "difers", StringComparison.Ordinal)}\n{First}\n");

        FluentActions.Invoking(() => NationalFile.Parse(header, rows, A.Day("2026-01-01"))).Should().Throw<FileFaultsException>().Which.Faults.Should().ContainMatch("line 1: there is no column differs*").And.ContainMatch("line 1: the column difers is not known*");
    }

    [Fact]
    public void The_example_can_be_taken_in_and_says_in_every_series_that_it_is_made_up()
    {
        var (header, rows) = Csv.In(Repository.PathOf("docs", "examples", "outcomes", "national-example.csv"));

        NationalFile.Parse(header, rows, A.Day("2026-11-27")).Should().HaveCountGreaterThan(1).And.OnlyContain(s => s.Name.Contains("made up") && s.Publisher.Contains("Made-up") && s.Address.StartsWith("https://example.org"));
    }

    private static IReadOnlyList<NationalSeries> Parse(params string[] lines)
    {
        var (header, rows) = Csv.Of(string.Join('\n', lines.Prepend(Header)) + "\n");
        return NationalFile.Parse(header, rows, A.Day("2026-01-01"));
    }
}
