using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Projections.RecallSupport;
using JourneyTracker.Projections.Sharing;

namespace JourneyTracker.Projections.Prompts;

/// <summary>What her support, and what she shares, need. A disclosure plays no part in it (safeguards S3).</summary>
internal static class SupportPrompts
{
    public static IEnumerable<Prompt> Of(Known her) => [.. OnLicence(her), .. Handovers(her), .. Waiting(her), .. AskAgain(her)];

    private static IEnumerable<Prompt> OnLicence(Known her)
    {
        if (her.Spell?.Stage != Stage.OnLicence || SupportOnLicence.Of(her.Journey).On(her.LastDay) is not { SupportNeeded: true } answer) yield break;
        var licence = her.Status.Matters.Last(m => m.Kind == MatterKind.Licence && m.IsOpenOn(her.LastDay));
        if ((answer.Needs.SelectMany(n => n.Facts).MaxBy(f => f.Day) ?? her.Find(licence.OpenedBy)) is not { } because) yield break;
        var prompt = Prompt.From("support-needed", Prompt.Later(licence.From, because.Day), because);
        yield return licence.Until is { } until && prompt.Last >= until ? prompt with { Last = until.AddDays(-1) } : prompt;
    }

    /// <summary>A service was asked to take her on, and nobody there has said yes or no.</summary>
    private static IEnumerable<Prompt> Handovers(Known her)
    {
        var kind = PromptKind.Of("handover-open");
        foreach (var referral in Referrals(her, e => e is { AcceptedOn: null, DeclinedOn: null, FirstContactOn: null, EndedOn: null }))
        {
            var target = WorkingDaysAfter(referral.Day, kind.Before);
            yield return new Prompt(kind, target, target, target.AddDays(kind.After), referral);
        }
    }

    private static IEnumerable<Prompt> Waiting(Known her)
    {
        var kind = PromptKind.Of("referral-waiting");
        foreach (var referral in Referrals(her, e => e.Wait?.State == WaitingState.StillWaiting))
        {
            var target = WorkingDaysAfter(referral.Day, kind.Before);
            yield return new Prompt(kind, target.AddDays(1), target, target.AddDays(kind.After), referral);
        }
    }

    /// <summary>Not those for what is hers to disclose, nor those that do not say for what.</summary>
    private static IEnumerable<EffectiveFact> Referrals(Known her, Func<SupportEpisode, bool> which) =>
        from episode in EpisodeBook.Of(her.Journey, her.LastDay)
        where episode.WasReferred && which(episode)
        let referral = her.Find(episode.Id)!
        where ((Referred)referral.Fact).For is not { } what || (what.IsOpen && !Disclosures.IsTold(what.Value))
        select referral;

    /// <summary>Not what was about a disclosure alone, nor what cannot be read, which might be.</summary>
    private static IEnumerable<Prompt> AskAgain(Known her)
    {
        if (her.Latest<ConsentGiven>() is null) yield break;
        foreach (var ask in ConsentToAskAgain.Of(her.Journey, DateOnly.MaxValue))
        {
            var given = her.Find(ask.Consent)!;
            var to = ((ConsentGiven)given.Fact).To;
            if (to.IsErased || to.IsWithheld || (to.IsOpen && to.Value.Scope.All(s => s is SharingScope.Abuse or SharingScope.SexWork))) continue;
            var prompt = Prompt.From("consent-again", ask.Since, given);
            // With the key, it may be for its review day alone that she is asked.
            if (!to.IsOpen && given.Fact is ConsentGiven { ReviewOn: { } review } && review < DateOnly.MaxValue) yield return Prompt.From("consent-again", review.AddDays(1), given);
            var seen = her.Facts.LastOrDefault(f => f.Fact is FirstContact or SessionKept)?.Day ?? ask.Since;
            yield return ask.Why == AskAgainReason.MayHaveBeenUnfree && seen > ask.Since ? prompt with { Last = Prompt.From("consent-again", seen, given).Last } : prompt;
        }
    }

    private static DateOnly WorkingDaysAfter(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (WorkingDays.IsWorking(day)) count--;
        }

        return day;
    }
}
