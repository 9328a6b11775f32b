using JourneyTracker.Domain.Facts;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Costs;

/// <summary>What is counted of one woman whom a service met and one whom none met: support from the day of release on (1 March 2024), justice from the day after the weeks (30 March) to the last day (25 September).</summary>
public sealed class CostsCountedTests
{
    [Fact]
    public void Support_counts_from_the_day_of_release_and_justice_from_the_day_after_the_weeks_to_the_last_day() => Counted(
        [
            new SessionKept { HappenedOn = A.Day("2024-01-10") }, new SupportEnded(SupportEndReason.Completed) { HappenedOn = A.Day("2024-01-20") }, new SessionKept { HappenedOn = A.Day("2024-03-01") }, new SessionKept { HappenedOn = A.Day("2024-09-25") }, new SessionKept { HappenedOn = A.Day("2024-09-26") },
            new Arrested { HappenedOn = A.Day("2024-03-29") }, new Arrested { HappenedOn = A.Day("2024-03-30") }, new Arrested { HappenedOn = A.Day("2024-09-25") }, new Arrested { HappenedOn = A.Day("2024-09-26") },
        ],
        []).Should().Contain("Session kept with a service", "2 0").And.Contain("Arrest", "2 0").And.Contain("Support episode", "1 0");

    [Fact]
    public void Nights_count_by_the_ground_on_which_she_is_held_and_weeks_of_supervision_without_them()
    {
        var counted = Counted(
            [],
            [
                new Recalled("FTR_28") { HappenedOn = A.Day("2024-04-10") }, new Received(CustodyBasis.Recall) { HappenedOn = A.Day("2024-04-10") }, new ReReleased { HappenedOn = A.Day("2024-05-08") },
                new Received(CustodyBasis.Remand) { HappenedOn = A.Day("2024-09-20") },
            ]);

        counted.Should().Contain("Recall", "0 1").And.Contain("Night in custody on recall", "0 28").And.Contain("Night in custody on remand", "0 6");
        counted["Week of supervision on licence"].Should().StartWith("25.7143 ").And.NotEndWith("25.7143", "she was in custody meanwhile");
    }

    [Fact]
    public void Who_died_after_a_recall_before_the_days_were_over_is_compared_with_nobody() =>
        Ask([], [new Recalled("FTR_28") { HappenedOn = A.Day("2024-04-10") }, new Died { HappenedOn = A.Day("2024-05-01") }]).Notes.Should().Contain(n => n.About == NoteAbout.Unknown && n.Text == "Nobody could be matched.");

    [Fact]
    public void Sentences_of_one_day_under_one_reference_are_one_occasion() => Counted(
        [],
        [
            new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = A.Day("2024-06-01") },
            new Sentenced("CO") { HappenedOn = A.Day("2024-07-01") }, new Sentenced("FINE") { HappenedOn = A.Day("2024-07-01") }, new Sentenced("FINE") { HappenedOn = A.Day("2024-08-01") },
        ]).Should().Contain("Sentencing occasion", "0 2").And.Contain("Prosecution", "0 1");

    private static Dictionary<string, string> Counted(Fact[] met, Fact[] notMet) =>
        Ask(met, notMet).Table("items").Rows.ToDictionary(r => r[0].ToString(), r => string.Join(' ', r.Skip(4).Take(2).Select(c => c.Value is double number ? AnswerCell.Of(Math.Round(number, 4)).ToString() : c.ToString())));

    private static OutcomeAnswer Ask(Fact[] met, Fact[] notMet)
    {
        using var store = MeasureStore.Of(MatchedPairs.Woman(0, true, met), MatchedPairs.Woman(0, false, notMet));
        return store.Ask("costs", showsSmall: true, [.. MatchedPairs.Period, ("caliper", "0")]);
    }
}
