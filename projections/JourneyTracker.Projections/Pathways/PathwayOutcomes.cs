using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Pathways;

/// <summary>
/// What support she was offered and had on the nine pathways, and what became of her after release. Pure; ask with a day. It rests on protected values: what is
/// sealed, erased or left out for the reader counts as not known.
/// </summary>
public sealed class PathwayOutcomes
{
    /// <summary>The name of this fold; a change of its rules changes the number.</summary>
    public const string Name = "pathway-outcomes.2";

    private readonly EffectiveJourney journey;

    private PathwayOutcomes(EffectiveJourney journey) => this.journey = journey;

    public static PathwayOutcomes Of(EffectiveJourney journey) => new(journey);

    /// <summary>As it stands on a day: what happened later is not looked at, and what cannot be known yet is unknown.</summary>
    public PathwaysOn On(DateOnly day)
    {
        var happened = journey with { Facts = [.. journey.Facts.TakeWhile(f => f.Day <= day)] };
        var episodes = EpisodeBook.Of(happened, day);
        return new PathwaysOn(
            day,
            [.. CodeList.Pathways.All.Select(p => Pathway(p, happened, episodes, day))],
            episodes,
            ReleaseOutcomes.Of(happened, MatterFold.Of(happened).Matters, day),
            CautionCompliance.Of(happened, day),
            TreatmentFunnel.Of(happened, episodes));
    }

    private static Pathway Pathway(Code pathway, EffectiveJourney happened, IReadOnlyList<SupportEpisode> episodes, DateOnly day)
    {
        var disclosure = NeedsAssessed.Disclosures.Contains(pathway.Value);
        return new Pathway(
            pathway.Value, PathwayNames.Of(pathway.Value), disclosure, NeedHistory.Of(happened, pathway.Value, day),
            [.. episodes.Where(e => e.For?.Pathways?.Contains(pathway.Value) == true).Select(e => e.Id)]);
    }
}
