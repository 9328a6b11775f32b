using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What a release that is near needs.</summary>
internal static class ReleasePrompts
{
    /// <summary>Every rule that we hold: which of them apply follows from the days of the facts.</summary>
    private static readonly LawOfDay Law = LawOfDay.Of(DateOnly.MaxValue);

    public static IEnumerable<Prompt> Of(Known her)
    {
        if (her.Custody is not { } custody || custody.On(her.LastDay)?.Stage is not (Stage.InCustody or Stage.InCustodyOnRecall)) yield break;
        var prepared = her.Facts.LastOrDefault(f => f.Fact is ReleasePreparation && f.Day >= custody.From);
        var lawful = ByLaw(her, custody);
        if (lawful is { } recall && her.Spell?.Stage == Stage.InCustodyOnRecall) yield return Prompt.Before("recall-release", recall.On, recall.By);
        if ((Expected(prepared) ?? lawful) is not { } release) yield break;
        var preparation = (ReleasePreparation?)prepared?.Fact;
        // A record says what is not ready; where there is none, what the release follows from.
        var because = prepared ?? release.By;
        if (preparation?.Address is null or Readiness.NotAsked or Readiness.NotReady or Readiness.InHand) yield return Prompt.Before("release-address", release.On, because);
        if (preparation?.MetBy is null or MetBy.NotAsked or MetBy.NobodyYet) yield return Prompt.Before("release-met", release.On, because);
        if (IsOpen(preparation?.Prescription) || IsOpen(preparation?.Medication)) yield return Prompt.Before("release-prescription", release.On, because);
        if (IsBeforeClosedDays(release.On)) yield return Prompt.Before("release-friday", release.On, release.By);
        var moved = Prompt.Before("release-late-transfer", release.On, because);
        if (her.Facts.LastOrDefault(f => f.Fact is Transferred && f.Day >= custody.From && f.Day >= release.On.AddDays(-moved.Kind.Before)) is { } transfer)
            yield return Prompt.Before("release-late-transfer", release.On, transfer);
    }

    private static (DateOnly On, EffectiveFact By)? Expected(EffectiveFact? prepared) => prepared?.Fact is ReleasePreparation { ReleaseOn: { } on } ? (on, prepared) : null;

    /// <summary>The day on which the law releases her, by what is recorded of her sentences; it is not the prison's own calculation.</summary>
    private static (DateOnly On, EffectiveFact By)? ByLaw(Known her, Matter custody)
    {
        if (RecordedCustodies.Together([.. her.Facts.Select(f => new HeldFact(f.Id, f.Fact))]) is not [.., var served]) return null;
        var answer = ReleaseDates.OfConcurrent([.. served.Select(c => c.Custody)], Law);
        var onRecall = custody.On(her.LastDay)?.Stage == Stage.InCustodyOnRecall;
        var date = onRecall ? answer.Find(DateKind.PostRecallRelease) : answer.Find(DateKind.ConditionalRelease) ?? answer.Find(DateKind.AutomaticRelease);
        var by = onRecall ? her.Latest<Recalled>() : her.Find(served[^1].Facts[^1]);
        return date is null || by is null || date.Actual < custody.From ? null : (date.Actual, by);
    }

    /// <summary>What was not asked, or is not ready yet; what cannot be read is neither.</summary>
    private static bool IsOpen(Protected<Readiness>? readiness) => readiness is null or { IsOpen: true, Value: Readiness.NotAsked or Readiness.NotReady or Readiness.InHand };

    /// <summary>A Friday, or the day before a bank holiday (REL-17).</summary>
    private static bool IsBeforeClosedDays(DateOnly day) => !WorkingDays.IsWorking(day) || !WorkingDays.IsWorking(day.AddDays(1));
}
