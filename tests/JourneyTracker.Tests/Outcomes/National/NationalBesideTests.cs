using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.National;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.National;

/// <summary>Published series beside a measure; every figure here is made up.</summary>
public sealed class NationalBesideTests : IDisposable
{
    private readonly MeasureStore store = MeasureStore.Of([.. Enumerable.Range(0, 40).Select(_ => A.Journey().With(new Arrested { HappenedOn = A.Day("2026-02-02") }))]);

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_published_series_stands_after_our_own_answer_in_tables_of_its_own_with_its_days_its_source_and_how_it_differs()
    {
        var alone = Ask();
        store.Imported = new([Series("M02", Figure("2026-01-01", "2026-06-30", 7), Figure("2026-04-01", "2027-03-31", 8), Figure("2025-01-01", "2025-12-31", 9))], []);

        var answer = Ask();

        answer.Tables.Select(t => (t.Name, t.IsImported)).Should().Equal(("figures", false), ("published", true), ("published_sources", true));
        JsonSerializer.Serialize(answer.Tables[0]).Should().Be(JsonSerializer.Serialize(alone.Tables[0]), "our own stays as it is");
        answer.Charts.Should().OnlyContain(c => c.Table == "figures");
        answer.Table("published").Rows.Select(r => string.Join(" | ", r)).Should().Equal(
            "Made up | Thames Valley | All | 2026-01-01 | 2026-06-30 | the same days | 7 | women | ",
            "Made up | Thames Valley | All | 2026-04-01 | 2027-03-31 | overlaps them, not the same days | 8 | women | ");
        answer.Table("published_sources").Rows.Select(r => string.Join(" | ", r)).Should().StartWith(["Made up | In what it differs from the measure here | Counts arrests of women and girls", "Made up | Publisher | Nobody"]).And.Contain("Made up | Published on | 2026-08-01");
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Limit && n.Text.Contains("tables of its own"));
    }

    [Fact]
    public void A_published_interval_stands_beside_its_value()
    {
        store.Imported = new([Series("M02", Figure("2026-01-01", "2026-06-30", 7) with { Lower = 6, Upper = 8.5, Note = "of some" })], []);

        Ask().Table("published").Rows.Should().ContainSingle().Which.Skip(6).Select(c => c.ToString()).Should().Equal("7", "6", "8.5", "women", "of some");
    }

    [Fact]
    public void Where_nothing_overlaps_the_nearest_before_stands_and_is_said_to_be_that()
    {
        store.Imported = new([Series("M02", Figure("2023-01-01", "2023-12-31", 5), Figure("2024-01-01", "2024-12-31", 6), Figure("2026-09-01", "2026-12-31", 7))], []);

        Ask().Table("published").Rows.Should().ContainSingle().Which.Skip(5).Take(2).Select(c => c.ToString()).Should().Equal("before them: nothing that was published overlaps", "6");
    }

    [Fact]
    public void A_series_that_begins_later_is_said_and_one_of_another_measure_is_not_there()
    {
        store.Imported = new([Series("M02", Figure("2026-09-01", "2026-12-31", 7)), Series("M04", Figure("2026-01-01", "2026-06-30", 7))], []);

        var answer = Ask();

        answer.Tables.Should().ContainSingle();
        answer.Notes.Should().Contain(n => n.Text == "Of Made up nothing was published about these days or any before them.");
    }

    [Fact]
    public void A_measure_that_is_UNKNOWN_here_stays_so_and_has_what_was_published_beside()
    {
        store.Imported = new([Series("B12", Figure("2026-01-01", "2026-06-30", 7))], []);

        var answer = Ask("B12");

        answer.Tables.Select(t => t.Name).Should().Equal("published", "published_sources");
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Unknown);
    }

    [Fact]
    public void Asked_again_what_was_taken_in_is_not_compared_and_that_is_said()
    {
        store.Imported = new([Series("M02", Figure("2026-01-01", "2026-06-30", 7))], []);
        var then = Kept(Ask());
        store.Imported = new([Series("M02", Figure("2026-01-01", "2026-06-30", 8))], []);

        var rerun = Rerun.Of(then, Kept(Ask()));

        rerun.IsSame.Should().BeTrue();
        rerun.NotCompared.Should().Equal("published", "published_sources");
        Rerun.Of(then, Kept(store.Ask("measure", ("id", "M02"), ("from", "2026-01-01"), ("to", "2026-01-31")))).IsSame.Should().BeFalse("our own are compared");
    }

    private OutcomeAnswer Ask(string id = "M02") => store.Ask("measure", ("id", id), ("from", "2026-01-01"), ("to", "2026-06-30"));

    private static KeptAnswer Kept(OutcomeAnswer answer) => KeptAnswer.Parse(JsonSerializer.Serialize(answer, JsonForms.Answer));

    private static NationalSeries Series(string measure, params NationalFigure[] figures) =>
        new("Made up", measure, "women", "Nobody", "Made-up table", "https://example.org/made-up", A.Day("2026-08-01"), "none", false, "Counts arrests of women and girls", A.Day("2026-08-02"), figures);

    private static NationalFigure Figure(string from, string to, double value) => new("E23000029", "", A.Day(from), A.Day(to), value, null, null, "");
}
