using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Time;

public class LondonDayTests
{
    [Theory]
    [InlineData("2024-07-01T22:59:59Z", "2024-07-01")]
    [InlineData("2024-07-01T23:00:00Z", "2024-07-02")]
    [InlineData("2024-07-01T23:30:00Z", "2024-07-02")]
    [InlineData("2024-12-31T23:30:00Z", "2024-12-31")]
    [InlineData("2024-03-30T23:59:59Z", "2024-03-30")]
    [InlineData("2024-03-31T22:59:59Z", "2024-03-31")]
    [InlineData("2024-03-31T23:00:00Z", "2024-04-01")]
    [InlineData("2024-10-26T23:00:00Z", "2024-10-27")]
    [InlineData("2024-10-27T23:00:00Z", "2024-10-27")]
    [InlineData("2024-10-28T00:00:00Z", "2024-10-28")]
    public void The_day_of_an_instant_is_the_day_in_London(string instant, string day) =>
        LondonDay.Of(Instant(instant)).Should().Be(DateOnly.ParseExact(day, "yyyy-MM-dd"));

    [Fact]
    public void The_offset_of_the_instant_does_not_matter() =>
        LondonDay.Of(new DateTimeOffset(2024, 7, 1, 18, 30, 0, TimeSpan.FromHours(-5))).Should().Be(new DateOnly(2024, 7, 2));

    [Theory]
    [InlineData("2024-03-31", "2024-03-31T00:00:00Z", 23)]
    [InlineData("2024-07-02", "2024-07-01T23:00:00Z", 24)]
    [InlineData("2024-10-27", "2024-10-26T23:00:00Z", 25)]
    [InlineData("2024-12-25", "2024-12-25T00:00:00Z", 24)]
    public void A_day_begins_at_midnight_in_London_and_has_23_24_or_25_hours(string day, string start, int hours)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd");

        LondonDay.StartOf(date).Should().Be(Instant(start));
        (LondonDay.StartOf(date.AddDays(1)) - LondonDay.StartOf(date)).Should().Be(TimeSpan.FromHours(hours));
    }

    [Fact]
    public void The_start_of_a_day_is_of_that_day_and_the_tick_before_of_the_day_before()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
        {
            LondonDay.Of(LondonDay.StartOf(day)).Should().Be(day);
            LondonDay.Of(LondonDay.StartOf(day).AddTicks(-1)).Should().Be(day.AddDays(-1));
        }
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, null);
}
