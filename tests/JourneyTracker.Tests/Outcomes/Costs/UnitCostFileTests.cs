using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Outcomes.Imported;
using JourneyTracker.Tests.House;
using JourneyTracker.Tests.Outcomes.Imported;

namespace JourneyTracker.Tests.Outcomes.Costs;

public sealed class UnitCostFileTests
{
    private const string Header = "item,unit,low,central,high,price_year,source,address,confidence";
    private const string Arrest = "arrest,arrest,100,200.5,400,2024-25,Made up,,assumed";

    [Fact]
    public void Unit_costs_are_read_with_their_source() => Parse(Arrest).Should().Equal(new UnitCost("arrest", 100, 200.5, 400, "2024-25", "Made up", "", "assumed"));

    [Theory]
    [InlineData("arrest,arrest", "dog,dog", "line 2, item: \"dog\" is nothing that is counted here; there are: referral, *night-recall*")]
    [InlineData("arrest,arrest", "night-recall,week", "line 2, unit: \"week\" is not what is counted of night-recall: give the cost of one night*")]
    [InlineData("200.5", "500", "line 2, central: lies outside low and high*")]
    [InlineData("200.5", "", "line 2, central: is empty*")]
    [InlineData("100,", "-100,", "line 2, low: is less than nothing*")]
    [InlineData("200.5", "£200", "line 2, central: \"£200\" is no number*")]
    [InlineData("2024-25", "last year", "line 2, price_year: \"last year\" is no year*")]
    [InlineData("Made up", "", "line 2, source: is empty*")]
    [InlineData("assumed", "sure", "line 2, confidence: \"sure\" is none of: verified, unverified, assumed.")]
    public void What_cannot_be_taken_in_is_said_with_its_line_and_column_and_how_to_mend_it(string what, string with, string fault) =>
        FluentActions.Invoking(() => Parse(Arrest.Replace(what, with, StringComparison.Ordinal))).Should().Throw<FileFaultsException>().Which.Faults.Should().ContainMatch(fault);

    [Fact]
    public void An_item_has_one_cost_and_prices_of_two_years_are_not_mixed() =>
        FluentActions.Invoking(() => Parse(Arrest, "arrest,arrest,1,1,1,2023-24,Made up,,assumed")).Should().Throw<FileFaultsException>().Which.Faults.Should()
            .ContainMatch("line 3, item: line 2 has a unit cost of arrest already*").And.ContainMatch("line 3, price_year: line 2 is in prices of 2024-25: nothing is converted here*");

    [Fact]
    public void The_example_can_be_taken_in_and_says_that_it_is_made_up()
    {
        var (header, rows) = Csv.In(Repository.PathOf("docs", "examples", "outcomes", "unit-costs-example.csv"));

        UnitCostFile.Parse(header, rows).Should().HaveCountGreaterThan(2).And.OnlyContain(c => c.Source.Contains("Made up") && c.Confidence == "assumed");
    }

    private static IReadOnlyList<UnitCost> Parse(params string[] lines)
    {
        var (header, rows) = Csv.Of(string.Join('\n', lines.Prepend(Header)) + "\n");
        return UnitCostFile.Parse(header, rows);
    }
}
