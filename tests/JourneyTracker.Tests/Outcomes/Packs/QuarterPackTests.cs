using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Packs;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Packs;

public sealed class QuarterPackTests : IDisposable
{
    private readonly MeasureStore store = MeasureStore.Of(
    [
        .. Arrested(40, "2026-05-05"), .. Arrested(20, "2026-02-05"), .. Arrested(3, "2025-05-05"),
        .. Enumerable.Range(0, 9).Select(_ => A.Journey().With(new Sentenced("FINE") { HappenedOn = A.Day("2026-05-06") })),
    ]);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Each_measure_stands_with_its_change_and_a_change_to_a_hidden_number_is_hidden_too()
    {
        var counts = Pack().Tables.Single(t => t.Name == "counts");

        counts.Rows.Where(r => r[0].ToString() == "M02").Should().ContainSingle().Which.Skip(2).Select(c => c.ToString()).Should().Equal("arrests", "40", "40", "20", "20", "[c]", "[c]");
    }

    [Fact]
    public void A_change_of_a_share_has_the_interval_of_the_difference()
    {
        // 30 of 50 less 10 of 40: Newcombe's interval, worked out by hand from the Wilson limits 0.4618 to 0.7239 and 0.1419 to 0.4019.
        using var other = MeasureStore.Of([.. Passed("FINE", 30, "2026-05-06"), .. Passed("CO", 20, "2026-05-06"), .. Passed("FINE", 10, "2026-02-06"), .. Passed("CO", 30, "2026-02-06")]);
        var rates = other.With(view => QuarterPack.Of(QuarterPack.Last(view.Generation), view, default)).Tables.Single(t => t.Name == "rates");

        var row = rates.Rows.Single(r => r[0].ToString() == "M05" && r[2].ToString() == "FINE");
        double At(string column) => (double)row[rates[column]].Value!;
        At("before").Should().BeApproximately(0.25, 1e-9);
        At("change").Should().BeApproximately(0.35, 1e-9);
        At("change_lower95").Should().BeApproximately(0.1446, 1e-4);
        At("change_upper95").Should().BeApproximately(0.5145, 1e-4);
    }

    private static IEnumerable<A> Passed(string disposal, int women, string day) => Enumerable.Range(0, women).Select(_ => A.Journey().With(new Sentenced(disposal) { HappenedOn = A.Day(day) }));

    [Fact]
    public void A_share_stands_with_its_interval_and_what_cannot_be_said_with_why()
    {
        var pack = Pack();

        pack.Tables.Single(t => t.Name == "rates").Rows.Single(r => r[0].ToString() == "M05" && r[2].ToString() == "FINE").Skip(3).Take(4).Select(c => c.ToString()).Should().Equal("9", "9", "0", "1");
        pack.Tables.Single(t => t.Name == "unknown").Rows.Should().Contain(r => r[0].ToString() == "M10").And.Contain(r => r[0].ToString() == "M17", "nobody recorded a release or a recall");
    }

    [Fact]
    public void The_page_needs_nothing_else_and_the_last_whole_quarter_is_taken_when_none_is_said()
    {
        var page = PackPage.Of(Pack());

        page.Should().StartWith("<!DOCTYPE html>").And.Contain("<h1>Women in north: 2026-Q2</h1>").And.Contain("1 April 2026 to 30 June 2026").And.NotContainAny("<script", "http://", "https://", "src=");
        page.Should().Contain("<caption>Numbers</caption>").And.Contain("[c]");
    }

    [Theory]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4")]
    [InlineData("2024-Q4", "2024-10-01", "2024-12-31", "2024-Q3")]
    public void A_quarter_has_its_days_and_the_one_before(string text, string from, string to, string before)
    {
        Quarter.TryParse(text, out var quarter).Should().BeTrue();

        (quarter.From, quarter.To, Quarter.Of(ComparedPeriods.Of(quarter.Period).Before.From).ToString(), quarter.ToString()).Should().Be((A.Day(from), A.Day(to), before, text));
    }

    [Theory]
    [InlineData("2026-04-01 2026-06-30", "2026-01-01 2026-03-31", "2025-04-01 2025-06-30")]
    [InlineData("2024-02-01 2024-02-29", "2024-01-01 2024-01-31", "2023-02-01 2023-02-28")]
    [InlineData("2025-01-01 2025-12-31", "2024-01-01 2024-12-31", "2024-01-01 2024-12-31")]
    [InlineData("2026-03-10 2026-03-19", "2026-02-28 2026-03-09", "2025-03-10 2025-03-19")]
    public void A_period_is_compared_with_one_as_long_before_it_and_with_the_same_a_year_before(string now, string before, string year)
    {
        static PublishedPeriod Period(string days) => new(A.Day(days[..10]), A.Day(days[11..]));

        ComparedPeriods.Of(Period(now)).Should().Be(new ComparedPeriods(Period(now), Period(before), Period(year)));
    }

    [Fact]
    public void The_same_can_be_asked_about_any_period_by_itself()
    {
        var changes = store.Ask("changes", ("from", "2026-04-01"), ("to", "2026-06-30"));

        changes.Table("counts").Rows.Single(r => r[0].ToString() == "M02").Skip(2).Select(c => c.ToString()).Should().Equal("arrests", "40", "40", "20", "20", "[c]", "[c]");
        changes.Definition.Reading.Should().Contain("1 January 2026 to 31 March 2026").And.Contain("1 April 2025 to 30 June 2025");
        store.Ask("changes", ("from", "2026-05-01"), ("to", "2026-05-31")).Table("counts").Rows.Single(r => r[0].ToString() == "M02").Skip(3).Take(4).Select(c => c.ToString()).Should().Equal("40", "40", "0", "40");
    }

    [Fact]
    public void What_nobody_recorded_yet_is_not_known_of_an_earlier_period_and_never_nothing()
    {
        using var late = MeasureStore.Of([.. Arrested(40, "2026-05-05")]);

        late.Ask("changes", ("from", "2026-04-01"), ("to", "2026-06-30")).Table("counts").Rows.Single(r => r[0].ToString() == "M02").Skip(3).Select(c => c.ToString()).Should().Equal("40", "40", "[x]", "[x]", "[x]", "[x]");
        late.Ask("measure", ("from", "2026-01-01"), ("to", "2026-03-31")).Notes.Should().Contain(n => n.Text == "No source had recorded arrested by then.");
    }

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("2026")]
    [InlineData("Q1-2026")]
    public void What_is_no_quarter_is_refused(string text) => Quarter.TryParse(text, out _).Should().BeFalse();

    private QuarterPack Pack() => store.With(view => QuarterPack.Of(QuarterPack.Last(view.Generation), view, default));

    private static IEnumerable<A> Arrested(int women, string on) => Enumerable.Range(0, women).Select(_ => A.Journey().With(new Arrested { HappenedOn = A.Day(on) }));
}
