using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>
/// What a women's centre does with her once her needs were talked over: how to reach her safely, what she agrees to share, a referral and what becomes of it; and how
/// her release is prepared. On chance of its own, so that the justice process goes on as it would have without it.
/// </summary>
internal sealed class Help(Rates rates)
{
    private readonly HerWord word = new(rates);
    private readonly Episode episode = new(rates);

    /// <param name="now">The situation she is in.</param>
    /// <param name="ends">The day she leaves it.</param>
    /// <param name="until">The day before which it is written.</param>
    /// <param name="beside">What else was written in this situation.</param>
    /// <param name="dice">Chance.</param>
    public IEnumerable<Fact> During(Situation now, DateOnly ends, DateOnly until, IReadOnlyList<Fact> beside, Dice dice)
    {
        var facts = new List<Fact>();
        foreach (var needs in beside.OfType<NeedsAssessed>())
        {
            facts.AddRange(word.After(needs, now.Stage, dice));
            facts.AddRange(episode.After(needs, now.Stage, ends, dice));
        }

        if (now.Stage == Stage.InCustody && ends.AddDays(-dice.Between(10, 28)) is var prepared && prepared > now.Since && dice.Chance(rates.Of("release-prepared")))
            facts.Add(Prepared(ends, prepared, dice));
        foreach (var needs in beside.OfType<NeedsAssessed>().Where(_ => dice.Chance(rates.Of("worker-named")))) facts.Add(Named(needs.HappenedOn.Day, now.Area, dice));
        return facts.Where(f => f.HappenedOn.Day < until).OrderBy(f => f.HappenedOn.Day);
    }

    /// <summary>Among the keyworkers is the one as whom the demonstration can be looked at.</summary>
    private static WorkerNamed Named(DateOnly day, string area, Dice dice) => new(Protected.Of(new Worker(
        WorkerRole.Keyworker, Places.AgencyOf(Family.Support, area), dice.Pick("demo.keyworker", "sim.keyworker"))))
    {
        HappenedOn = day,
    };

    private ReleasePreparation Prepared(DateOnly release, DateOnly day, Dice dice) => new(
        release,
        dice.Chance(rates.Of("need-ACCOM")) ? dice.Pick(Readiness.NotReady, Readiness.InHand) : Readiness.Ready,
        dice.Pick(Readiness.Ready, Readiness.InHand, Readiness.NotAsked),
        dice.Pick(Readiness.Ready, Readiness.InHand, Readiness.NotReady),
        dice.Pick(MetBy.NobodyYet, MetBy.Keyworker, MetBy.ProbationPractitioner, MetBy.SomebodyOfHerOwn, MetBy.NotAsked),
        Protected.Of(dice.Pick(Readiness.Ready, Readiness.InHand, Readiness.NotReady)),
        Protected.Of(dice.Pick(Readiness.Ready, Readiness.InHand, Readiness.NotNeeded)))
    {
        HappenedOn = day,
    };
}
