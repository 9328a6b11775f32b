using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Matters.RandomJourney;

namespace JourneyTracker.Tests.Matters;

/// <summary>What holds of any journey, however its facts came in.</summary>
public sealed class ReplayProperties
{
    [Fact]
    public void The_order_in_which_facts_were_recorded_changes_nothing_but_ties_of_one_day() => Holds(Scripts, script =>
        Same(Script.Replayed(script.AsWritten), Script.Replayed(script.Shuffled())));

    [Fact]
    public void Two_facts_that_nothing_but_their_recording_tells_apart_stand_in_that_order()
    {
        Fact licence = Support.Facts.Released(ReleaseKind.OnLicence).On("2024-01-01"), ended = Support.Facts.Released(ReleaseKind.SentenceEnded).On("2024-01-01");

        A.Journey().With(licence, ended).Replayed.Facts.Select(f => f.Fact).Should().Equal(licence, ended);
        A.Journey().With(ended, licence).Replayed.Facts.Select(f => f.Fact).Should().Equal(ended, licence);
        A.Journey().With(licence.On("2024-01-01T10:00"), ended.On("2024-01-01T09:00")).Replayed.Facts.Select(f => f.Fact.GetType()).Should().HaveCount(2);
    }

    [Fact]
    public void Correcting_a_fact_to_the_same_content_changes_nothing() => Holds(Scripts, script =>
    {
        var written = script.AsWritten.ToList();
        var standing = Script.Replayed(written).Facts;
        if (standing.Count == 0) return true;
        var target = standing[standing.Count / 2];
        var again = new Corrected(target.Latest.Id, target.Fact, CorrectionReason.WrongDetail) { HappenedOn = First };
        return Same(Script.Replayed(written), Script.Replayed([.. written, (A.Id(99_999), again)]));
    });

    [Fact]
    public void Withdrawing_a_fact_is_as_if_it_had_never_been_recorded() => Holds(Scripts, script =>
    {
        var written = script.AsWritten.ToList();
        var standing = Script.Replayed(written).Facts;
        if (standing.Count == 0) return true;
        var target = standing[standing.Count / 2];
        var withdrawal = new Withdrawn(target.Latest.Id, CorrectionReason.EnteredInError) { HappenedOn = First };
        var chain = Chain(target.Id, written);
        return Same(Script.Replayed(written.Where(f => !chain.Contains(f.Id))), Script.Replayed([.. written, (A.Id(99_999), withdrawal)]));
    });

    [Fact]
    public void No_day_is_answered_with_what_was_not_known_yet() => Holds(Scripts, script =>
    {
        var recorded = Numbered(script.Shuffled());
        return Enumerable.Range(0, recorded.Count + 1).Where(k => k % 3 == 0).All(known =>
        {
            var (then, onlyThat) = (JourneyStatus.Of(Replay.Of(recorded, known)), JourneyStatus.Of(Replay.Of([.. recorded.Take(known)])));
            return Enumerable.Range(-2, 260).Select(i => First.AddDays(i)).All(day => then.On(day) == onlyThat.On(day));
        });
    });

    /// <summary>The same facts count, the same matters and spells follow, caused by the same facts, and the same does not fit.</summary>
    private static bool Same(EffectiveJourney one, EffectiveJourney other)
    {
        var (a, b) = (JourneyStatus.Of(one), JourneyStatus.Of(other));
        return one.Facts.Select(f => (f.Id, f.Fact)).SequenceEqual(other.Facts.Select(f => (f.Id, f.Fact)))
            && a.Spells.SequenceEqual(b.Spells)
            && a.Findings.SequenceEqual(b.Findings)
            && a.Matters.Select(Text).SequenceEqual(b.Matters.Select(Text));
    }

    private static string Text(Domain.Matters.Matter matter) =>
        $"{matter.Kind} {matter.Reference?.Value} {matter.Until} {matter.ClosedBy} {string.Join(", ", matter.Phases)}";

    private static HashSet<FactId> Chain(FactId first, IEnumerable<(FactId Id, Fact Fact)> written)
    {
        var chain = new HashSet<FactId> { first };
        foreach (var (id, fact) in written)
            if ((fact is Corrected c && chain.Contains(c.Replaces)) || (fact is Withdrawn w && chain.Contains(w.Withdraws))) chain.Add(id);
        return chain;
    }
}
