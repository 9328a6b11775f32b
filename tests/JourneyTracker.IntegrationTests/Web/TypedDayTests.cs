using JourneyTracker.Web.Forms;

namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A day typed in three boxes.</summary>
public sealed class TypedDayTests
{
    [Theory]
    [InlineData("2", "10", "2026")]
    [InlineData(" 02 ", "Oct", "2026")]
    [InlineData("2", "october", "2026")]
    public void A_day_is_understood_as_people_type_it(string day, string month, string year) =>
        new TypedDay(day, month, year).Read("The day").Should().Be((new DateOnly(2026, 10, 2), null));

    [Theory]
    [InlineData("", "", "", "The day must be entered")]
    [InlineData("2", "", "", "The day must include a month and a year")]
    [InlineData("31", "2", "2026", "The day must be a real date")]
    [InlineData("2", "Octember", "2026", "The day must be a real date")]
    [InlineData("0", "1", "2026", "The day must be a real date")]
    [InlineData("2", "10", "26", "The day must have a year of 4 numbers")]
    public void What_is_no_day_is_told_in_words(string day, string month, string year, string wrong) =>
        new TypedDay(day, month, year).Read("The day").Should().Be(((DateOnly?)null, wrong));
}
