using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What her children, and a pregnancy, need when custody is possible or has begun. It rests on what she told, where the reader may know it (safeguards S4 and S11).</summary>
internal static class FamilyPrompts
{
    /// <summary>A pregnancy of which nothing more was recorded is over by then.</summary>
    private const int LongestPregnancy = 294;

    public static IEnumerable<Prompt> Of(Known her)
    {
        var children = her.Facts.LastOrDefault(f => ChildrenOf(f.Fact) is not null);
        var cares = ChildrenOf(children?.Fact)?.CaredForBy?.Contains(ChildrenCaredForBy.Her) == true;
        if (her.Custody is { } custody)
        {
            if (cares) yield return Prompt.From("carer-in-custody", Prompt.Later(custody.From, children!.Day), children);
            if (Expects(her, custody) is { } expects) yield return Prompt.From("pregnant-in-custody", Prompt.Later(custody.From, expects.Day), expects);
        }
        else if (cares && RecallPossibleFrom(her) is { } recall)
        {
            if (!IsPlanned(her, recall)) yield return Prompt.From("children-recall", Prompt.Later(recall, children!.Day), children);
        }
        else if (cares && her.Spell is { Stage: Stage.BeforeTheCourt or Stage.AwaitingSentence } spell && !IsPlanned(her, spell.From))
        {
            yield return her.Hearing is { } hearing && hearing.On > her.LastDay
                ? Prompt.Before("children-plan", hearing.On, children!, Prompt.Later(Prompt.Later(children!.Day, hearing.By.Day), spell.From))
                : Prompt.From("children-plan", Prompt.Later(spell.From, children!.Day), children);
        }
    }

    private static DateOnly? RecallPossibleFrom(Known her)
    {
        if (her.Spell is { Stage: Stage.RecalledNotReturned } spell) return spell.From;
        return her.Latest<RecallConsidered>() is { Fact: RecallConsidered { Decision: RecallDecision.NotDecided } } considered && !her.Facts.Any(f => f.Fact is Recalled && f.Day >= considered.Day) ? considered.Day : null;
    }

    private static bool IsPlanned(Known her, DateOnly from) => her.Facts.Any(f => f.Day >= from && f.Fact
        is BailInformationReport { Dependants: Considered.Considered }
        or PreSentenceReport { Dependants: Considered.Considered }
        or RecallConsidered { DependantsTonight: { IsErased: false } });

    /// <summary>The latest record that she expects a baby, or asked for a place in which to have one with her.</summary>
    private static EffectiveFact? Expects(Known her, Matter custody)
    {
        var last = her.Facts.LastOrDefault(f => PregnancyOf(f.Fact) is not null || (f.Day >= custody.From && f.Fact is UnitPlaceApplied { Unit: { IsOpen: true, Value: PrisonUnit.MotherAndBabyUnit } }));
        return PregnancyOf(last?.Fact) is { } told && (told.Answer != YesNoAnswer.Yes || custody.From.DayNumber - last!.Day.DayNumber >= LongestPregnancy) ? null : last;
    }

    private static ChildrenTold? ChildrenOf(Fact? fact) => fact is CircumstancesRecorded { Told: { IsOpen: true } told } ? told.Value.Children : null;

    private static PregnancyTold? PregnancyOf(Fact? fact) => fact is CircumstancesRecorded { Told: { IsOpen: true } told } ? told.Value.Pregnancy : null;
}
