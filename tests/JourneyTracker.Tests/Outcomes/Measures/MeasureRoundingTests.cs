using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

/// <summary>The alternative to hiding small numbers (safeguards S15).</summary>
public sealed class MeasureRoundingTests
{
    private static readonly string[] Columns = ["kind", "part", "n", "x"];

    [Fact]
    public void Every_number_is_said_to_the_nearest_multiple_of_5_and_rates_are_made_of_those()
    {
        using var store = MeasureStore.Of([.. Arrested(23, "W1"), .. Arrested(3, "A1"), .. Arrested(2, "B1")]);
        (string, string)[] asked = [("id", "M02"), ("by", "ethnicity"), ("from", "2026-05-01"), ("to", "2026-05-31")];

        Said(store.Ask("measure", [.. asked, ("small", "round")])).Should().Equal("All 30", "Asian 5", "Black 0", "White 25");
        Said(store.Ask("measure", asked)).Should().Equal("All 28", "Asian [c]", "Black [c]", "White 23");
    }

    [Fact]
    public void A_rate_is_that_of_the_rounded_numbers_and_a_mean_of_few_is_not_said()
    {
        var row = Round(Rows(Columns, ["k", "", 23L, 12L])).Totals.Single();
        var few = Round(Rows(["kind", "part", "n", "mean_days"], ["k", "", 4L, 17.5])).Totals.Single();

        (row.Cell("n").Value, row.Cell("x").Value, row.Proportion!.Value.Rate).Should().Be((25L, 10L, 0.4));
        few.Cell("mean_days").Why.Should().Be(WhyNone.Suppressed);
    }

    [Fact]
    public void A_total_that_would_leave_too_little_open_is_hidden()
    {
        // Four parts of 3 are shown as 5 each: a total of 10 would leave nothing but 3.
        var figures = MeasureFigures.Rounded(MeasureRow.Of(Rows(["kind", "part", "n"], ["k", "", 12L])), MeasureRow.Of(Rows(["kind", "part", "n"], ["k", "a", 3L], ["k", "b", 3L], ["k", "c", 3L], ["k", "d", 3L])));

        figures.Totals.Single().Cell("n").Why.Should().Be(WhyNone.Suppressed);
        figures.Parts.Select(p => p.Cell("n").Value).Should().AllBeEquivalentTo(5L);
    }

    private static MeasureFigures Round(DuckTable totals) => MeasureFigures.Rounded(MeasureRow.Of(totals), []);

    private static DuckTable Rows(string[] columns, params object?[][] rows) => new(columns, rows);

    private static IEnumerable<string> Said(OutcomeAnswer answer) => answer.Tables[0].Rows.Select(r => $"{r[1]} {r[2]}").Order(StringComparer.Ordinal);

    private static A[] Arrested(int women, string ethnicity) => [.. Enumerable.Range(0, women).Select(_ => A.Journey().With(new CharacteristicsRecorded(ethnicity) { HappenedOn = A.Day("2026-01-01") }, new Arrested { HappenedOn = A.Day("2026-05-05") }))];
}
