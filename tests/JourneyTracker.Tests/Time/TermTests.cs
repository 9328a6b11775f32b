using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Time;

public class TermTests
{
    [Theory]
    [InlineData("DAY-01", "P1D", "2020-01-01", "2020-01-01", 1)]
    [InlineData("DAY-02", "P3M", "2023-01-01", "2023-03-31", 90)]
    [InlineData("DAY-02", "P3M", "2022-11-30", "2023-02-28", 91)]
    [InlineData("DAY-02", "P3M", "2023-11-30", "2024-02-29", 92)]
    [InlineData("DAY-02", "P3M", "2022-11-29", "2023-02-28", 92)]
    [InlineData("DAY-02", "P2M", "2022-12-31", "2023-02-28", 60)]
    [InlineData("DAY-02", "P2M", "2023-12-31", "2024-02-29", 61)]
    [InlineData("DAY-02", "P3M", "2023-02-28", "2023-05-27", 89)]
    [InlineData("DAY-02", "P3M", "2024-02-28", "2024-05-27", 90)]
    [InlineData("DAY-02", "P1Y", "2024-02-29", "2025-02-28", 366)]
    [InlineData("DAY-12", "P12M", "2024-08-09", "2025-08-08", 365)]
    [InlineData("DAY-04", "P10M", "2015-02-23", "2015-12-22", 303)]
    public void The_last_day_is_as_the_date_arithmetic_says(string rule, string length, string start, string last, int days)
    {
        var (first, expected) = (Day(start), Day(last));

        Term.Parse(length, null).LastDay(first).Should().Be(expected, rule);
        (expected.DayNumber - first.DayNumber + 1).Should().Be(days, "both days count (DAY-01)");
    }

    [Fact]
    public void Years_and_months_come_before_weeks_and_days() =>
        Term.Parse("P1Y6M2W", null).LastDay(Day("2023-08-31")).Should().Be(Day("2025-03-14"), "DAY-03: 30 August 2023, 30 August 2024, 28 February 2025, 14 March 2025");

    [Fact]
    public void A_term_of_weeks_from_the_first_counts_the_first() =>
        Term.Parse("P2W", null).LastDay(Day("2023-01-01")).Should().Be(Day("2023-01-14"));

    [Theory]
    [InlineData("P1Y6M")]
    [InlineData("P2W")]
    [InlineData("P18M")]
    [InlineData("P10D")]
    [InlineData("P1Y2M3W4D")]
    public void A_length_is_written_as_it_was_read(string text) => Term.Parse(text, null).ToString().Should().Be(text);

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("P0D")]
    [InlineData("1Y")]
    [InlineData("P6")]
    [InlineData("PM")]
    [InlineData("P6M1Y")]
    [InlineData("P1Y1Y")]
    [InlineData("P-1M")]
    [InlineData("P1.5Y")]
    [InlineData("PT1H")]
    [InlineData("P100001D")]
    [InlineData("P99999999999D")]
    public void Anything_else_is_refused_with_the_ways_to_write_it(string text)
    {
        var reading = () => Term.Parse(text, null);

        reading.Should().Throw<FormatException>().WithMessage("*write P1Y6M, P18M, P2W or P10D*");
    }

    [Fact]
    public void A_length_of_nothing_cannot_be_made()
    {
        var making = () => new Term(0);

        making.Should().Throw<ArgumentException>();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
