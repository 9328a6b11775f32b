using JourneyTracker.Cli.Simulation;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Measures;

/// <summary>The women behind the figures are those of the figures, and nobody is missing among those who are looked at.</summary>
public sealed class WomenBehindTests : IDisposable
{
    private static readonly DateOnly Until = new(2026, 9, 1);
    private static readonly IReadOnlyList<(JourneyId Id, EffectiveJourney Journey)> Everyone = [.. Simulated(300)];
    private readonly string root = Directory.CreateTempSubdirectory().FullName;
    private readonly OutcomesStore store;

    public WomenBehindTests()
    {
        store = new OutcomesStore(root, "north");
        using var next = store.Begin(takesOver: false);
        foreach (var (id, journey) in Everyone) next.Put(id, journey, JourneyStatus.Of(journey));
        next.Complete(1, new DateTimeOffset(Until, new TimeOnly(9, 0), TimeSpan.Zero), 0);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("2025-07-01", "2026-06-30")]
    [InlineData("2025-01-01", "2025-03-31")]
    public void They_are_those_of_the_figures_and_nobody_of_them_is_overlooked(string from, string to)
    {
        var period = new MeasurePeriod(A.Day(from), A.Day(to), Until.AddDays(-1));
        using var open = store.Open()!;
        using var connection = open.Connect();
        var pseudonyms = store.Pseudonyms;
        var counted = 0;
        foreach (var measure in MeasureList.Answered)
        {
            var behind = new WomenBehind(measure, period, null);
            var women = behind.Among(Everyone, default);
            var candidates = behind.Candidates(connection, default).ToHashSet();
            women.Select(w => pseudonyms.Of(w.Journey)).Except(candidates).Should().BeEmpty(measure.Id);
            women.Select(w => w.Answer).Distinct().Should().BeSubsetOf(WomanCounted.Answers, measure.Id);
            foreach (var row in MeasureRow.Of(measure.Question(period).Ask(connection, default)))
            {
                long Times(params string[] answers) => women.Where(w => w.Kind == row.Kind && answers.Contains(w.Answer)).Sum(w => w.Times);
                var isShare = row.Has("x");
                if (measure.Id is not "M17b") Times(isShare ? ["yes", "no"] : ["counted"]).Should().Be((row.Cell("n").Value as long? ?? 0), $"{measure.Id} {row.Kind}");
                if (measure.Id is not "M17b" && isShare) Times("yes").Should().Be((row.Cell("x").Value as long? ?? 0), $"{measure.Id} {row.Kind}");
                Times("missing").Should().Be((row.Cell("missing").Value as long? ?? 0), $"{measure.Id} {row.Kind}");
                counted++;
            }
        }

        counted.Should().BeGreaterThan(40, "most measures count something of these women");
    }

    [Fact]
    public void A_woman_of_whom_less_may_be_read_stands_where_what_may_be_read_puts_her()
    {
        var (id, whole) = (new JourneyId(Guid.NewGuid()), A.Journey().With(new JourneyOpened(OpenedBy.Hand) { HappenedOn = A.Day("2026-01-01") }, new Arrested { HappenedOn = A.Day("2026-01-10") }, new Cautioned { HappenedOn = A.Day("2026-01-11") }).Replayed);
        var behind = new WomenBehind(MeasureList.Find("M04")!, new(A.Day("2026-01-01"), A.Day("2026-03-31"), Until), null);
        behind.Among([(id, whole)], default).Should().Contain(w => w.Answer == "yes");
        behind.Among([(id, whole with { Facts = [.. whole.Facts.Where(f => f.Fact is not Cautioned)] })], default).Should().NotContain(w => w.Answer == "yes");
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        var period = new MeasurePeriod(A.Day("2026-01-01"), A.Day("2026-03-31"), Until);
        new WomenBehind(MeasureList.Find("M02")!, period, "shoe size").Invoking(b => b.Among(Everyone.Take(1), default)).Should().Throw<QuestionException>().Which.Parameter.Should().Be("by");
    }

    private static IEnumerable<(JourneyId Id, EffectiveJourney Journey)> Simulated(int women)
    {
        var history = new History(Rates.Load(), 3, women, 4, Until);
        for (var n = 0; n < women; n++)
            if (history.Woman(n) is { Facts.Count: > 0 } woman)
                yield return (woman.Journey, Replay.Of([.. woman.Facts.Select((f, i) => new RecordedFact(f.Fact.Id, woman.Journey, A.Northshire, i + 1, i + 1, f.RecordedAt, f.By, null, null, f.Fact.SourceRecordedAt, f.Fact.Fact))]));
    }
}
