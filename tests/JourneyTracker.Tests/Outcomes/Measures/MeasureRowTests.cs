using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Tests.Outcomes.Measures;

public sealed class MeasureRowTests
{
    private static readonly string[] Columns = ["part", "n", "x", "women", "women_x", "missing"];

    [Fact]
    public void A_small_count_beside_the_rate_is_left_out_of_every_row_and_the_rates_stay()
    {
        var shown = MeasureRow.Shown(Rows(["a", 100L, 40L, 90L, 38L, 3L], ["b", 80L, 30L, 70L, 28L, 40L])).Select(r => r.InWords(null)).ToList();

        shown.Should().HaveCount(2).And.OnlyContain(r => r.Contains("missing not shown"));
        shown[0].Should().StartWith("a: n 100, x 40, women 90, women_x 38").And.Contain("(40.0%; 95% interval 30.9% to 49.8%)");
    }

    [Fact]
    public void Many_events_of_few_women_are_not_shown() =>
        MeasureRow.Shown(Rows(["a", 100L, 40L, 90L, 4L, 0L], ["b", 80L, 30L, 70L, 28L, 0L], ["c", 80L, 30L, 70L, 28L, 0L])).Select(r => r.InWords(null)).Should().NotContain(r => r.StartsWith("a:"));

    [Fact]
    public void A_row_that_counts_more_than_it_is_of_has_no_rate_and_stands_beside_one_that_has() =>
        MeasureRow.Shown(Rows(["a", 20L, 40L, 20L, 40L, 0L], ["b", 80L, 30L, 70L, 28L, 0L])).Select(r => r.InWords(null)).Should().HaveCount(2).And.ContainSingle(r => r.Contains('%'));

    [Fact]
    public void A_small_kind_cannot_be_worked_out_from_the_other_kinds_of_the_same_whole()
    {
        string[] columns = ["kind", "part", "n", "x"];
        object?[][] cells = [["custody", "all", 40L, 3L], ["fine", "all", 40L, 17L], ["order", "all", 40L, 20L]];
        var table = new DuckTable(columns, cells);

        MeasureRow.Shown([.. cells.Select(c => new MeasureRow(table, c))]).Should().HaveCountLessThan(2);

        cells = [["any", "all", 90L, 40L], ["caution", "all", 90L, 3L], ["notice", "all", 90L, 17L], ["resolution", "all", 90L, 20L]];
        MeasureRow.Shown([.. cells.Select(c => new MeasureRow(table, c))]).Should().HaveCountLessThan(3);
    }

    [Fact]
    public void Where_of_more_than_one_in_ten_it_is_not_known_no_share_is_said()
    {
        var rows = Rows(["a", 45L, 0L, 40L, 0L, 57L], ["b", 90L, 9L, 80L, 8L, 10L]);

        rows.Select(r => r.LacksTooMany).Should().Equal(true, false);
        rows.Select(r => r.Share?.Rate).Should().Equal(null, 0.1);
    }

    private static List<MeasureRow> Rows(params object?[][] cells)
    {
        var table = new DuckTable(Columns, cells);
        return [.. cells.Select(c => new MeasureRow(table, c))];
    }

    [Theory]
    [InlineData(44L, true)]
    [InlineData(45L, false)]
    public void Whether_a_share_is_said_does_not_tell_how_few_are_missing(long n, bool lacks)
    {
        foreach (var missing in new[] { 1L, 2L, 3L, 4L, 5L })
            MeasureRow.Of(new DuckTable(["kind", "part", "n", "x", "missing"], [["k", "", n, 20L, missing]])).Single().LacksTooMany.Should().Be(lacks, $"{missing} of {n}");
        MeasureRow.Of(new DuckTable(["kind", "part", "n", "x", "missing"], [["k", "", n, 20L, 0L]])).Single().LacksTooMany.Should().BeFalse();
    }

    [Theory]
    [InlineData(3L, true)]
    [InlineData(0L, false)]
    [InlineData(6L, false)]
    public void What_is_part_of_another_measure_is_hidden_where_few_are_missing(long missing, bool hidden)
    {
        var rows = MeasureRow.Of(new DuckTable(["kind", "part", "n", "x", "missing"], [["under 6 months", "", 40L, 20L, missing], ["12 months or more", "", 40L, 20L, missing]]));

        (MeasureFigures.Of(rows, [], showsSmall: false, isPartOfAnother: true).Shown.Count == 0).Should().Be(hidden);
        MeasureFigures.Of(rows, [], showsSmall: false).Shown.Should().HaveCount(2);
        MeasureFigures.Of(rows, [], showsSmall: true, isPartOfAnother: true).Shown.Should().HaveCount(2);
    }
}
