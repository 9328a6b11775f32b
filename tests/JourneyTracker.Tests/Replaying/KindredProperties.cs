using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;
using Replay = JourneyTracker.Domain.Replaying.Replay;

namespace JourneyTracker.Tests.Replaying;

/// <summary>Merging over random records of three women: what is merged, un-merged, and recorded in between.</summary>
public sealed class KindredProperties
{
    private static readonly Func<Fact>[] Kinds =
    [
        Arrested, Charged, Recalled, Returned,
        () => Received(CustodyBasis.Remand), () => Received(CustodyBasis.Sentence), () => Released(ReleaseKind.OnBail),
        () => Released(ReleaseKind.OnLicence, "2024-06-30"), () => Sentenced("CO", "P3M"), () => new NeedsAssessed { HappenedOn = default },
    ];

    private static readonly Gen<(int Woman, Fact Fact)> AnyFact =
        from woman in Gen.Choose(0, 2)
        from kind in Gen.Elements(Kinds)
        from day in Gen.Choose(0, 150)
        select (woman, kind() with { HappenedOn = HappenedOn.OnDay(A.Day("2024-01-01").AddDays(day)) });

    [Fact]
    public void Merge_then_unmerge_is_the_identity() => Holds((facts, book) =>
    {
        foreach (var (woman, fact) in facts) book.Record(woman, fact);
        var before = Enumerable.Range(0, 3).Select(w => book.Status(w)).ToList();
        var merge = book.Merge(0, 1);
        book.Unmerge(merge, 0, 1);
        return Enumerable.Range(0, 3).All(w => Same(book.Status(w), before[w]) && book.WentTo(w) is null);
    });

    [Fact]
    public void A_merged_woman_is_as_if_all_had_been_recorded_of_one() => Holds((facts, book) =>
    {
        var one = new Book();
        foreach (var (woman, fact) in facts)
        {
            book.Record(woman, fact);
            one.Record(woman == 2 ? 2 : 0, fact);
        }

        book.Merge(0, 1);
        // Facts of one kind on one day have no order but that of their recording, which two journeys do not share.
        var untied = facts.DistinctBy(f => (f.Woman == 2, f.Fact.HappenedOn.Day)).Count() == facts.Length;
        return book.WentTo(1) == Book.Journey(0) && book.Status(1).Spells.Count == 0 && (!untied || SameStages(book.Status(0), one.Status(0))) && Same(book.Status(2), one.Status(2));
    });

    [Fact]
    public void What_is_recorded_of_a_merged_journey_counts_for_the_survivor_and_goes_back_with_it() => Holds((facts, book) =>
    {
        var apart = new Book();
        foreach (var (woman, fact) in facts.Take(facts.Length / 2)) Both(woman, fact);
        var merge = book.Merge(0, 1);
        foreach (var (woman, fact) in facts.Skip(facts.Length / 2)) Both(woman, fact);
        book.Unmerge(merge, 0, 1);
        return Enumerable.Range(0, 3).All(w => SameStages(book.Status(w), apart.Status(w)));

        void Both(int woman, Fact fact)
        {
            book.Record(woman, fact);
            apart.Record(woman, fact);
        }
    });

    [Fact]
    public void Whoever_knew_less_saw_two_women_and_never_half_a_merge() => Holds((facts, book) =>
    {
        foreach (var (woman, fact) in facts) book.Record(woman, fact);
        var before = (Zero: book.Status(0), One: book.Status(1), Position: book.Last);
        book.Merge(0, 1);
        return Enumerable.Range(0, 2).All(half => Same(book.Status(0, before.Position + half), before.Zero) && Same(book.Status(1, before.Position + half), before.One))
            && book.WentTo(1, before.Position + 1) is null && book.WentTo(1, before.Position + 2) == Book.Journey(0);
    });

    [Fact]
    public void Of_merged_journeys_merged_again_one_stands_for_all() => Holds((facts, book) =>
    {
        foreach (var (woman, fact) in facts) book.Record(woman, fact);
        var apart = Enumerable.Range(0, 3).Select(w => book.Status(w)).ToList();
        var first = book.Merge(1, 2);
        book.Merge(0, 1);
        var all = Enumerable.Range(0, 3).Select(w => book.Effective(w).Facts.Count).ToList();
        book.Unmerge(first, 1, 2);
        return all[0] == facts.Length && all[1] == 0 && all[2] == 0 && Same(book.Status(2), apart[2]) && book.Effective(0).Facts.Count == facts.Count(f => f.Woman != 2);
    });

    private static bool Same(JourneyStatus a, JourneyStatus b) => a.Spells.SequenceEqual(b.Spells) && a.Findings.SequenceEqual(b.Findings) && a.Matters.Count == b.Matters.Count;

    private static bool SameStages(JourneyStatus a, JourneyStatus b) => a.Spells.Select(s => (s.Stage, s.From)).SequenceEqual(b.Spells.Select(s => (s.Stage, s.From)));

    private static void Holds(Func<(int Woman, Fact Fact)[], Book, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(AnyFact.NonEmptyListOf().Select(f => f.ToArray()).ToArbitrary(), facts => property(facts, new Book())));

    /// <summary>Three women's journeys, recorded in one log.</summary>
    private sealed class Book
    {
        private readonly Dictionary<JourneyId, IReadOnlyList<RecordedFact>> journeys = Enumerable.Range(0, 3).ToDictionary(Id, _ => (IReadOnlyList<RecordedFact>)[]);

        public long Last { get; private set; }

        public static JourneyId Journey(int woman) => Id(woman);

        public FactId Record(int woman, Fact fact, FactId? id = null)
        {
            var facts = journeys[Id(woman)];
            var recorded = new RecordedFact(
                id ?? A.Id((int)Last + 1), Id(woman), A.Northshire, facts.Count + 1, ++Last, DateTimeOffset.UnixEpoch.AddMinutes(Last),
                new Recorder("pc.example", "Northshire Police"), null, null, null, fact);
            journeys[Id(woman)] = [.. facts, recorded];
            return recorded.Id;
        }

        public FactId Merge(int survivor, int merged) => OnBoth(survivor, merged, new JourneysMerged(Id(survivor), Id(merged), MergeReason.Other) { HappenedOn = A.Day("2024-09-01") });

        public void Unmerge(FactId merge, int survivor, int merged) =>
            OnBoth(survivor, merged, new JourneysUnmerged(merge, CorrectionReason.WrongWoman) { HappenedOn = A.Day("2024-09-02") });

        public JourneyId? WentTo(int woman, long? knownAt = null) => new Kindred(journeys).WentTo(Id(woman), knownAt);

        public EffectiveJourney Effective(int woman, long? knownAt = null) => WentTo(woman, knownAt) is null
            ? Replay.Of([.. new Kindred(journeys).PartsOf(Id(woman), knownAt).SelectMany(p => journeys[p])], knownAt)
            : Replay.Of([]);

        public JourneyStatus Status(int woman, long? knownAt = null) => JourneyStatus.Of(Effective(woman, knownAt));

        private FactId OnBoth(int survivor, int merged, Fact fact) => Record(merged, fact, Record(survivor, fact));

        private static JourneyId Id(int woman) => new(new Guid(woman + 1, 7, 7, new byte[8]));
    }
}
