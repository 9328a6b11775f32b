using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Comparisons;

public sealed class ComparisonKindsTests
{
    private static readonly DateOnly Released = A.Day("2024-03-01");

    [Fact]
    public void A_jump_in_the_month_of_the_change_is_told_from_the_line_before_it()
    {
        using var store = MeasureStore.Of([.. Enumerable.Range(0, 20).Select(i => Arrested(from: i < 10 ? A.Day("2024-01-05") : A.Day("2025-01-05")))]);

        var answer = store.Ask("series", ("id", "M02"), ("change", "2025-01-20"), ("months-before", "12"), ("months-after", "12"));

        answer.Table("months").Rows.Should().HaveCount(24);
        answer.Table("months").Rows.Select(r => r[1].ToString()).Should().Equal(Enumerable.Repeat("10", 12).Concat(Enumerable.Repeat("20", 12)));
        var change = answer.Table("change");
        change.Rows.Select(r => Math.Round((double)r[1].Value!, 6)).Should().Equal(10, 0, 10, 0);
        ((double)answer.Table("months").Rows[^1][change["estimate"] + 4].Value!).Should().BeApproximately(10, 1e-6, "without the change it would have stayed");
    }

    [Fact]
    public void Where_a_month_is_hidden_no_line_is_fitted_from_which_it_could_be_worked_out()
    {
        using var store = MeasureStore.Of([.. Enumerable.Range(0, 20).Select(i => Arrested(from: i < 10 ? A.Day("2024-01-05") : A.Day("2025-01-05"))), .. Enumerable.Range(0, 3).Select(_ => Arrested(A.Day("2023-12-05"), months: 1))]);

        var answer = store.Ask("series", ("change", "2025-01-01"), ("months-before", "13"), ("months-after", "12"));

        answer.Table("months").HasHidden.Should().BeTrue();
        answer.Tables.Should().ContainSingle();
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Hidden && n.Text.Contains("No line is fitted"));
    }

    [Fact]
    public void Months_that_are_not_over_are_left_out_and_too_few_are_unknown()
    {
        using var store = MeasureStore.Of(Arrested(A.Day("2026-01-05")));

        var answer = store.Ask("series", showsSmall: true, ("change", "2026-07-01"), ("months-after", "12"));

        answer.Table("months").Rows.Should().HaveCount(26, "until August 2026");
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Unknown);
    }

    [Fact]
    public void A_month_in_which_nobody_is_counted_has_no_rate_and_is_not_fitted_as_none()
    {
        using var store = MeasureStore.Of([.. new[] { 10, 11, 12, 1, 3 }.Select(month => A.Journey().With(new Sentenced("FINE") { HappenedOn = A.Day($"{(month > 6 ? 2024 : 2025)}-{month:00}-10") }))]);

        var answer = store.Ask("series", showsSmall: true, ("id", "M05"), ("kind", "FINE"), ("change", "2025-01-01"), ("months-before", "3"), ("months-after", "3"));

        answer.Table("months").Rows.Select(r => r[3].ToString()).Should().Equal("1", "1", "1", "1", "[x]", "1");
        answer.Tables.Should().ContainSingle();
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Unknown && n.Text.Contains("nothing to say"));
    }

    [Fact]
    public void A_change_must_be_said() => FluentActions.Invoking(() =>
    {
        using var store = MeasureStore.Of();
        store.Ask("series");
    }).Should().Throw<QuestionException>().Which.Parameter.Should().Be("change");

    [Fact]
    public void Women_whom_a_service_met_are_compared_with_women_alike_whom_none_met_and_recalls_count_from_the_end_of_the_weeks()
    {
        using var store = MeasureStore.Of(
        [
            .. Enumerable.Range(0, 20).Select(i => Woman(met: 10, recalled: i < 6 ? 60 : null)),
            .. Enumerable.Range(0, 13).Select(i => Woman(met: null, recalled: i < 6 ? 60 : null)),
            .. Enumerable.Range(0, 7).Select(_ => Woman(met: null, recalled: 20)),
            .. Enumerable.Range(0, 7).Select(_ => Woman(met: 40, recalled: 60)),
        ]);

        var answer = store.Ask("matched", ("from", "2024-01-01"), ("to", "2024-12-31"), ("within", "90"), ("caliper", "0"));

        answer.Table("outcome").Rows.Select(r => string.Join(' ', r.Take(3))).Should().Equal("met by a service 20 6", "not met 20 13");
        ((double)store.Ask("matched", showsSmall: true, ("from", "2024-01-01"), ("to", "2024-12-31"), ("within", "90"), ("caliper", "0")).Table("difference").Rows[0][1].Value!).Should().BeLessThan(-0.25);
        answer.Table("balance").Rows.Select(r => r[0].ToString()).Should().Contain(["stay_days", "arrests", "sentences"]);
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Limit && n.Text.Contains("no proof"));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(7, false)]
    public void A_difference_from_whose_interval_few_pairs_could_be_told_is_not_said(int bothRecalled, bool isHidden)
    {
        // A woman is matched within her quarter alone, so how many pairs there are of each kind is fixed.
        static IEnumerable<A> Pairs(int pairs, int quarter, int? met, int? not) => Enumerable.Range(0, pairs).SelectMany(_ => new[] { Woman(10, met, quarter), Woman(null, not, quarter) });
        using var store = MeasureStore.Of([.. Pairs(bothRecalled, 0, 60, 60), .. Pairs(7, 1, 60, null), .. Pairs(8, 2, null, 60), .. Pairs(7, 3, null, null)]);

        var answer = store.Ask("matched", ("from", "2023-01-01"), ("to", "2025-12-31"), ("within", "90"), ("caliper", "0"));

        answer.Table("outcome").HasHidden.Should().BeFalse();
        answer.Table("difference").HasHidden.Should().Be(isHidden);
    }

    [Fact]
    public void Who_was_met_before_release_and_comes_to_a_session_after_it_is_engaged()
    {
        static A Through(int session) => A.Journey().With(new Received(CustodyBasis.Sentence) { HappenedOn = Released.AddDays(-60) }, new FirstContact { HappenedOn = Released.AddDays(-30) }, new Released(ReleaseKind.OnLicence) { HappenedOn = Released }, new SessionKept { HappenedOn = Released.AddDays(session) });
        using var store = MeasureStore.Of([.. Enumerable.Range(0, 9).Select(_ => Through(28)), .. Enumerable.Range(0, 12).Select(_ => Through(29))]);

        store.Ask("matched", showsSmall: true, ("from", "2024-01-01"), ("to", "2024-12-31"), ("within", "90"), ("caliper", "0")).Table("outcome").Rows.Select(r => string.Join(' ', r.Take(3))).Should().Equal("met by a service 9 0", "not met 9 0");
        store.Ask("matched", ("from", "2024-01-01"), ("to", "2024-12-31"), ("within", "90"), ("caliper", "0")).Table("difference").Rows[0][1].Why.Should().Be(WhyNone.NotAvailable, "all fared alike");
    }

    [Fact]
    public void Small_groups_are_not_compared()
    {
        using var store = MeasureStore.Of([.. Enumerable.Range(0, 8).Select(i => Woman(met: i < 4 ? 10 : null, recalled: i % 2 == 0 ? 60 : null))]);

        var answer = store.Ask("matched", ("from", "2024-01-01"), ("to", "2024-12-31"), ("within", "90"));

        answer.Table("outcome").Rows.Should().OnlyContain(r => r.Skip(1).All(c => c.Why == WhyNone.Suppressed));
        answer.Table("difference").Rows[0].Skip(1).Should().OnlyContain(c => c.Why == WhyNone.Suppressed);
    }

    private static A Arrested(DateOnly from, int months = 36) => A.Journey().With([.. Enumerable.Range(0, months).Select(from.AddMonths).Where(d => d < A.Day("2026-09-01")).Select(d => new Arrested { HappenedOn = d })]);

    private static A Woman(int? met, int? recalled, int quarter = 0)
    {
        var released = Released.AddDays(91 * quarter);
        List<Fact> facts = [new Received(CustodyBasis.Sentence) { HappenedOn = released.AddDays(-60) }, new Released(ReleaseKind.OnLicence) { HappenedOn = released }];
        if (met is { } first) facts.Add(new FirstContact { HappenedOn = released.AddDays(first) });
        if (recalled is { } day) facts.Add(new Recalled("FTR_28") { HappenedOn = released.AddDays(day) });
        return A.Journey().With([.. facts]);
    }
}
