using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Status;

/// <summary>Her stage over time. Nothing here depends on today: ask with a day.</summary>
/// <param name="Spells">Stages, gap-free, from the day of her first fact; empty when she has none.</param>
/// <param name="Matters">What is and was open.</param>
/// <param name="Findings">What in her records does not fit.</param>
/// <param name="Areas">Police force areas by GSS code, each from a day on, in order.</param>
public sealed record JourneyStatus(
    IReadOnlyList<Spell> Spells, IReadOnlyList<Matter> Matters, IReadOnlyList<Finding> Findings, IReadOnlyList<(DateOnly From, string Area)> Areas)
{
    /// <summary>The name under which this fold is stored; a change of its rules changes the number.</summary>
    public const string Name = "status.2";

    public static JourneyStatus Of(EffectiveJourney journey)
    {
        var (matters, findings) = MatterFold.Of(journey);
        return new JourneyStatus(Domain.Matters.Spells.Of(journey, matters), matters, findings, AreasOf(journey));
    }

    /// <summary>Her spell on a day; null when she was not yet known.</summary>
    public Spell? SpellOn(DateOnly day)
    {
        for (var i = Spells.Count - 1; i >= 0; i--)
            if (Spells[i].From <= day) return Spells[i];
        return null;
    }

    public Stage On(DateOnly day) => SpellOn(day)?.Stage ?? Stage.NotYetKnown;

    /// <summary>The police force area she was known in on a day; null when not known.</summary>
    public string? AreaOn(DateOnly day)
    {
        for (var i = Areas.Count - 1; i >= 0; i--)
            if (Areas[i].From <= day) return Areas[i].Area;
        return null;
    }

    private static IReadOnlyList<(DateOnly From, string Area)> AreasOf(EffectiveJourney journey)
    {
        List<(DateOnly From, string Area)>? areas = null;
        foreach (var fact in journey.Facts)
        {
            var area = fact.Fact switch
            {
                JourneyOpened opened => opened.Area,
                CharacteristicsRecorded characteristics => characteristics.Area,
                _ => null,
            };
            if (area is not null && (areas is null || areas[^1].Area != area)) (areas ??= []).Add((fact.Day, area));
        }

        return areas ?? (IReadOnlyList<(DateOnly From, string Area)>)[];
    }
}
