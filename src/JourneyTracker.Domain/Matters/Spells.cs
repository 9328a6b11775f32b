using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Matters;

/// <summary>Her stage over time: on each day the most restrictive of her open matters.</summary>
public static class Spells
{
    public static IReadOnlyList<Spell> Of(EffectiveJourney journey, IReadOnlyList<Matter> matters)
    {
        if (journey.KnownFrom is not { } first) return [];
        var days = new SortedSet<DateOnly> { first };
        foreach (var matter in matters)
        {
            foreach (var phase in matter.Phases) days.Add(phase.From);
            if (matter.Until is { } until) days.Add(until);
        }

        var agencies = journey.Facts.Where(f => JusticeContact.IsOfJustice(f.Fact)).ToDictionary(f => f.Id, f => f.Latest.RecordedBy.Agency);
        var spells = new List<Spell>();
        foreach (var day in days)
        {
            var stage = StageOn(matters, day);
            if (spells.Count > 0 && spells[^1].Stage == stage) continue;
            var by = CauseOf(matters, day, stage) ?? (spells.Count == 0 ? FirstOfJustice(journey) : null);
            var agency = by is { } fact && agencies.TryGetValue(fact, out var recorder) ? recorder : spells.Count > 0 ? spells[^1].Agency : "";
            if (spells.Count > 0) spells[^1] = spells[^1] with { Until = day };
            spells.Add(new Spell(stage, day, null, by, agency));
        }

        return spells;
    }

    public static Stage StageOn(IReadOnlyList<Matter> matters, DateOnly day)
    {
        var stage = Stage.NoCurrentInvolvement;
        foreach (var matter in matters)
            if (matter.On(day) is { } phase && phase.Stage < stage) stage = phase.Stage;
        return stage;
    }

    /// <summary>The first fact that says that a justice agency knows of her, which need not open a matter (a simple caution does not); null when none does.</summary>
    private static FactId? FirstOfJustice(EffectiveJourney journey) => journey.Facts.FirstOrDefault(f => JusticeContact.IsShownBy(f.Fact))?.Id;

    /// <summary>The fact that made her stage what it is from that day: the one that began the stage, else the one that closed what stood before it.</summary>
    private static FactId? CauseOf(IReadOnlyList<Matter> matters, DateOnly day, Stage stage)
    {
        foreach (var matter in matters)
            foreach (var phase in matter.Phases)
                if (phase.From == day && phase.Stage == stage && matter.IsOpenOn(day)) return phase.By;
        foreach (var matter in matters)
            if (matter.Until == day && matter.ClosedBy is { } by && matter.From < day) return by;
        return null;
    }
}
