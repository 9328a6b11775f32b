using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.RecallSupport;

/// <summary>
/// What would help a woman on licence to stay out of prison, with the records behind it (safeguards S1 and S2). It is an offer of help: never a ground for recall, never on a
/// card. Protected characteristics, disclosures and whatever was recorded about them play no part in it.
/// </summary>
public sealed class SupportOnLicence
{
    /// <summary>The name under which this fold is known; a change of its rules changes the number.</summary>
    public const string Name = "recall-risk.2";

    private readonly EffectiveJourney journey;
    private readonly IReadOnlyList<Matter> matters;

    private SupportOnLicence(EffectiveJourney journey) => (this.journey, matters) = (journey, MatterFold.Of(journey).Matters);

    public static SupportOnLicence Of(EffectiveJourney journey) => new(journey);

    /// <summary>What was known of her support on a day; null when she was not on licence then. Facts of that day count.</summary>
    public SupportAnswer? On(DateOnly day)
    {
        if (matters.LastOrDefault(m => m.Kind == MatterKind.Licence && m.IsOpenOn(day)) is not { } licence) return null;
        var time = new LicenceTime([.. journey.Facts.Where(f => f.Day <= day)], licence.From);
        var found = SupportFactor.All.Select(f => SupportFinders.Find(f, time)).OfType<FoundFactor>().ToList();
        return new SupportAnswer(day, licence.From, [.. found.Where(f => f.Factor.Needs)], [.. found.Where(f => !f.Factor.Needs)]);
    }
}

/// <summary>What speaks for offering support on a day, and what helps already.</summary>
/// <param name="Day">The day asked about.</param>
/// <param name="LicenceFrom">The first day of the licence.</param>
/// <param name="Needs">What speaks for support.</param>
/// <param name="Helps">What helps her already.</param>
public sealed record SupportAnswer(DateOnly Day, DateOnly LicenceFrom, IReadOnlyList<FoundFactor> Needs, IReadOnlyList<FoundFactor> Helps)
{
    /// <summary>Whether support should be offered now. All that staff see of the points.</summary>
    public bool SupportNeeded => Points >= SupportFactor.Enough;

    /// <summary>The number behind it, for evaluators; null while any weight is assumed (safeguards S1).</summary>
    public int? Number => SupportFactor.NumbersMayBeShown ? Points : null;

    /// <summary>The same for a backtest of the rule, which nobody reads of a single woman (safeguards S1).</summary>
    internal int PointsForEvaluators => Points;

    private int Points => Needs.Sum(f => f.Points) - Helps.Sum(f => f.Points);
}

/// <summary>A factor that was found in her records.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Facts">The records that show it, in the order in which they happened; empty when it is that nothing was recorded.</param>
public sealed record FoundFactor(SupportFactor Factor, IReadOnlyList<EffectiveFact> Facts)
{
    internal int Points => Factor.Points * Math.Clamp(Facts.Count, 1, Factor.Most);
}

/// <summary>What the factors are looked for in.</summary>
/// <param name="Facts">Her facts up to the day, in the order in which they happened.</param>
/// <param name="From">The first day of the licence.</param>
internal sealed record LicenceTime(IReadOnlyList<EffectiveFact> Facts, DateOnly From)
{
    public IEnumerable<EffectiveFact> Since => Facts.Where(f => f.Day >= From);

    /// <summary>Since she was last received into prison before the licence: release is prepared there.</summary>
    public IEnumerable<EffectiveFact> SinceReception
    {
        get
        {
            var last = Facts.LastOrDefault(f => f.Day <= From && f.Fact is Received or ReturnedToCustody);
            return Facts.Where(f => f.Day >= (last?.Day ?? From));
        }
    }
}
