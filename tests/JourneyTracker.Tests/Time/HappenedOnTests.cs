using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Time;

public class HappenedOnTests
{
    [Theory]
    [InlineData("2024-03-01", Precision.Day)]
    [InlineData("2024-03-01T09:46:53", Precision.Time)]
    [InlineData("2024-03", Precision.Month)]
    [InlineData("../2024-03-01", Precision.Unknown)]
    public void What_is_written_is_read_with_its_precision_and_written_the_same(string text, Precision precision)
    {
        var when = HappenedOn.Parse(text, null);

        when.Precision.Should().Be(precision);
        when.Day.Should().Be(new DateOnly(2024, 3, 1));
        when.ToString().Should().Be(text);
    }

    [Fact]
    public void A_time_without_seconds_is_read_and_written_with_them() =>
        HappenedOn.Parse("2024-03-01T09:46", null).ToString().Should().Be("2024-03-01T09:46:00");

    [Fact]
    public void Parts_of_a_second_are_not_kept() =>
        HappenedOn.At(new(2024, 3, 1), new TimeOnly(9, 46, 53, 999)).Time.Should().Be(new TimeOnly(9, 46, 53));

    [Fact]
    public void A_day_without_a_time_has_no_time() => HappenedOn.OnDay(new(2024, 3, 1)).Time.Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-13")]
    [InlineData("2023-02-29")]
    [InlineData("2024-3-1")]
    [InlineData("01/03/2024")]
    [InlineData("2024-03-01T24:00")]
    [InlineData("2024-03-01T09:46:53Z")]
    [InlineData("2024-03-01T09:46:53+01:00")]
    [InlineData("2024-03-01 09:46")]
    [InlineData(" 2024-03-01")]
    [InlineData("../2024-03")]
    [InlineData("2024-03-01/..")]
    [InlineData("٢٠٢٤-٠٣-٠١")]
    public void Anything_else_is_refused_with_the_ways_to_write_it(string text)
    {
        var reading = () => HappenedOn.Parse(text, null);

        reading.Should().Throw<FormatException>().WithMessage("*write 2024-03-01, 2024-03-01T09:46, 2024-03 or ../2024-03-01*");
    }
}
