using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.RecallSupport;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Backtests;

public sealed class BacktestTests : IDisposable
{
    private static readonly DateOnly Released = A.Day("2024-03-01");
    private static readonly DateTimeOffset Built = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly string root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void What_is_recorded_or_happens_later_moves_no_score_of_an_earlier_day()
    {
        var then = Scores(Journey()).ToDictionary(s => s.Day);

        foreach (var later in new Fact[]
        {
            new Warned { HappenedOn = Released.AddDays(40) },
            new AppointmentKept { HappenedOn = Released.AddDays(2) },
            new AccommodationStatusRecorded(AccommodationStatus.Settled) { HappenedOn = Released.AddDays(3) },
            new Recalled("FTR_28", Reason: Protected.Of("FURTHER_CHARGE")) { HappenedOn = Released.AddDays(60) },
        })
        {
            var moved = Scores(Journey([.. Known, Recorded(later, 3, Released.AddDays(65))])).Where(s => s.Day < Released.AddDays(60)).ToList();
            moved.Should().NotBeEmpty().And.OnlyContain(s => s == then[s.Day], $"{later.GetType().Name} was not known by then");
        }
    }

    [Fact]
    public void What_the_agencys_own_system_learnt_in_time_counts_from_that_day_and_is_labelled()
    {
        var settled = new AccommodationStatusRecorded(AccommodationStatus.Settled) { HappenedOn = Released.AddDays(3) };
        var imported = Recorded(settled, 3, A.Day("2026-01-01")) with { SourceRecordedAt = At(Released.AddDays(10)) };

        var (before, with) = (Scores(Journey()).ToDictionary(s => s.Day), Scores(Journey([.. Known, imported])).ToDictionary(s => s.Day));

        with[Released.AddDays(7)].Should().Be(before[Released.AddDays(7)], "it was learnt on the tenth day");
        with[Released.AddDays(14)].Should().Be(before[Released.AddDays(14)] with { Points = before[Released.AddDays(14)].Points - 1, ByTheSource = true, Needed = with[Released.AddDays(14)].Needed });
    }

    [Fact]
    public void A_backtest_holds_the_points_of_one_day_of_each_licence_against_recalls_after_it()
    {
        var answer = Ask(Women(40, recalledEvery: 2), ("after", "28"), ("within", "60"));

        Row(answer, "points", 0).Should().Equal("recalled", "All", "40", "20");
        answer.Table("points").Rows.Skip(1).Select(r => string.Join(' ', r.Skip(1).Take(3))).Should().Equal("1 20 0", "2 20 20");
        answer.Table("areas").Rows.Should().ContainSingle().Which[^3].Value.Should().Be(1.0, "those with two points were recalled, and they alone");
        Row(answer, "flags", 0).Should().StartWith("recalled within 14 days");
    }

    [Fact]
    public void A_licence_whose_days_have_not_run_is_no_licence_without_recall()
    {
        var answer = Ask(Women(40, recalledEvery: 2), ("within", "1000"));

        answer.Table("points").Rows.Should().BeEmpty();
        answer.Notes.Should().Contain(n => n.About == NoteAbout.NotRun);
    }

    [Fact]
    public void Small_bands_are_hidden_and_one_more_so_that_none_can_be_worked_out()
    {
        var answer = Ask(Women(40, recalledEvery: 20), ("within", "60"));

        answer.Table("points").HasHidden.Should().BeTrue("two women have two points");
        answer.Notes.Should().Contain(n => n.About == NoteAbout.Hidden);
    }

    [Fact]
    public void Without_scores_it_is_unknown_and_says_how_to_make_them() =>
        Ask([]).Notes.Should().Contain(n => n.About == NoteAbout.Unknown && n.Text.Contains("outcomes scores"));

    private OutcomeAnswer Ask(IReadOnlyList<(JourneyId Id, IReadOnlyList<RecordedFact> Recorded)> women, params (string Name, string Value)[] said)
    {
        var store = new OutcomesStore(root, "north");
        using (var next = store.Begin(takesOver: false))
        {
            foreach (var (id, recorded) in women)
            {
                var journey = JourneyTracker.Domain.Replaying.Replay.Of(recorded);
                next.Put(id, journey, JourneyTracker.Projections.Status.JourneyStatus.Of(journey));
            }

            next.PutScores(women.SelectMany(w => SupportThen.Of(w.Recorded, 7, A.Day("2026-08-31")).Select(s => new ScoreThen(w.Id, SupportOnLicence.Name, s.LicenceFrom, s.Day, s.Points, s.Needed, s.ByTheSource))));
            next.Complete(1, Built, 0);
        }

        using var open = store.Open()!;
        using var connection = open.Connect();
        return OutcomeKinds.Named("backtest").Ask(said.ToDictionary(s => s.Name, s => s.Value), new OutcomeStoreView(open.Generation, connection), default);
    }

    private static List<string> Row(OutcomeAnswer answer, string table, int row) => [.. answer.Table(table).Rows[row].Take(4).Select(c => c.ToString())];

    /// <summary>Every so many of them were warned in the first days and recalled later.</summary>
    private static List<(JourneyId, IReadOnlyList<RecordedFact>)> Women(int number, int recalledEvery) => [.. Enumerable.Range(0, number).Select(i => (
        new JourneyId(new Guid(i + 1, 0, 0, new byte[8])),
        (IReadOnlyList<RecordedFact>)(i % recalledEvery == 0
            ? Journey([.. Known, Recorded(new Warned(About: WarningAbout.SomethingElse) { HappenedOn = Released.AddDays(5) }, 3, Released.AddDays(5)), Recorded(new Recalled("FTR_28", Reason: Protected.Of("FURTHER_CHARGE")) { HappenedOn = Released.AddDays(50) }, 4, Released.AddDays(50))])
            : Journey())))];

    private static IReadOnlyList<RecordedFact> Known =>
    [
        Recorded(new Received(CustodyBasis.Sentence) { HappenedOn = A.Day("2024-01-01") }, 1, A.Day("2024-01-01")),
        Recorded(new Released(ReleaseKind.OnLicence) { HappenedOn = Released }, 2, Released),
    ];

    private static List<RecordedFact> Journey(IReadOnlyList<RecordedFact>? recorded = null) => [.. recorded ?? Known];

    private static List<SupportThen> Scores(IReadOnlyList<RecordedFact> recorded) => [.. SupportThen.Of(recorded, 7, Released.AddDays(90))];

    private static RecordedFact Recorded(Fact fact, int version, DateOnly on) => A.Journey().With(fact).Recorded[0] with { Id = A.Id(version), Version = version, Position = version, RecordedAt = At(on) };

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
