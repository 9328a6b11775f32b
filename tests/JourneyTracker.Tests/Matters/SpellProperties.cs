using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Status;
using static JourneyTracker.Tests.Matters.RandomJourney;

namespace JourneyTracker.Tests.Matters;

public sealed class SpellProperties
{
    [Fact]
    public void Spells_are_gap_free_and_never_overlap_and_neighbours_differ() => Holds(Scripts, script =>
    {
        var journey = Script.Replayed(script.AsWritten);
        var spells = JourneyStatus.Of(journey).Spells;
        if (journey.Facts.Count == 0) return spells.Count == 0;
        return spells[0].From == journey.KnownFrom && spells[^1].Until is null
            && spells.Zip(spells.Skip(1)).All(p => p.First.Until == p.Second.From && p.First.From < p.Second.From && p.First.Stage != p.Second.Stage);
    });

    [Fact]
    public void The_stage_of_a_day_is_the_most_restrictive_matter_open_on_it() => Holds(Scripts, script =>
    {
        var status = JourneyStatus.Of(Script.Replayed(script.AsWritten));
        return Enumerable.Range(-3, 400).Select(i => First.AddDays(i)).All(day =>
            status.On(day) == (status.Spells.Count == 0 || day < status.Spells[0].From ? Stage.NotYetKnown : Spells.StageOn(status.Matters, day)));
    });

    [Fact]
    public void A_matter_never_ends_before_it_begins_and_its_stages_follow_each_other() => Holds(Scripts, script =>
        JourneyStatus.Of(Script.Replayed(script.AsWritten)).Matters.All(m =>
            (m.Until is null || m.From <= m.Until) && m.Phases.Zip(m.Phases.Skip(1)).All(p => p.First.From < p.Second.From)));

    [Fact]
    public void Nobody_is_on_post_sentence_supervision_after_its_repeal() => Holds(Scripts, script =>
        JourneyStatus.Of(Script.Replayed(script.AsWritten)).Spells.All(s => s.Stage != Stage.PostSentenceSupervision || s.Until <= new DateOnly(2026, 5, 11)));
}
