using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>
/// From a sentence in custody to its end. The arithmetic is that of one determinate sentence, simplified: the fraction in force on the day of sentence,
/// days on remand taken off both dates, weekends moved back but not bank holidays, no tranches, no exclusions, no added days, no post-sentence supervision.
/// </summary>
internal sealed class CustodyTurns(Rates rates)
{
    private const int ShortCustodyDays = 364;

    public Turn Release(Situation now, Dice dice, DateOnly? on)
    {
        var sentenced = now.SentencedOn ?? now.Since;
        var remanded = now.RemandedOn is { } first ? Math.Max(0, sentenced.DayNumber - first.DayNumber) : 0;
        var last = now.Sentence?.LastDay(sentenced) ?? sentenced.AddDays(180);
        var served = rates.PartOf(last.DayNumber - sentenced.DayNumber + 1, "release-fraction", sentenced);
        var release = WorkingDay(Later(sentenced.AddDays(served - 1 - remanded), sentenced.AddDays(1)));
        var expires = last.AddDays(-remanded);
        var curfew = served >= rates.Count("curfew-least-custody") && dice.Chance(rates.Of("curfew", release));
        if (curfew) release = Later(release.AddDays(-served / 4), sentenced.AddDays(28));
        release = on ?? Later(release, sentenced.AddDays(1));
        var free = now.Move(Stage.NoCurrentInvolvement, release) with { Prior = PriorOf(now), Prison = null };
        if (expires < release) return new(release, [new Released(ReleaseKind.SentenceEnded) { HappenedOn = release }], free);
        var kind = curfew ? ReleaseKind.OnHomeDetentionCurfew : ReleaseKind.OnLicence;
        return new(release, [new Released(kind, expires) { HappenedOn = release }], free with { Stage = Stage.OnLicence, Expires = expires });
    }

    /// <summary>She is recalled, or her licence ends: reported, or by law alone.</summary>
    public Turn LicenceGoesOn(Situation now, Dice dice, DateOnly? on)
    {
        var expires = now.Expires ?? now.Since.AddDays(90);
        var left = expires.DayNumber - now.Since.DayNumber;
        if (left > 2 && dice.Chance(rates.Of("recalled"))) return Recall(now, dice, on ?? now.Since.AddDays(dice.Between(1, left - 1)));
        var day = on ?? Later(expires.AddDays(1), now.Since.AddDays(1));
        IReadOnlyList<Fact> facts = dice.Chance(rates.Of("licence-end-reported")) ? [new LicenceEnded { HappenedOn = day }] : [];
        return new(day, facts, now.Move(Stage.NoCurrentInvolvement, day) with { Prior = PriorOf(now) });
    }

    public Turn Return(Situation now, Dice dice, DateOnly? on)
    {
        var day = on ?? now.Since.AddDays(dice.Days(rates.Of("return-wait")));
        var atLarge = Math.Max(0, day.DayNumber - now.Since.DayNumber - 1);
        var prison = dice.Pick(Places.Prisons);
        return new(day, [new ReturnedToCustody(prison) { HappenedOn = day }], now.Move(Stage.InCustodyOnRecall, day) with { Prison = prison, Expires = now.Expires?.AddDays(atLarge) });
    }

    public Turn ReleaseAgain(Situation now, Dice dice, DateOnly? on)
    {
        var expires = now.Expires ?? now.Since.AddDays(28);
        var fixedTerm = now.RecallKind?.Split('_') is [.., var days] && int.TryParse(days, out var length) ? length : 0;
        var release = fixedTerm > 0 ? now.Since.AddDays(fixedTerm - 1) : now.Since.AddDays(28 + dice.Days(rates.Of("standard-recall-wait") - 28));
        var day = on ?? Later(release < expires ? WorkingDay(release) : expires, now.Since.AddDays(1));
        var free = now.Move(Stage.NoCurrentInvolvement, day) with { Prior = PriorOf(now), Prison = null };
        return expires <= day
            ? new(day, [new Released(ReleaseKind.SentenceEnded) { HappenedOn = day }], free)
            : new(day, [new Released(ReleaseKind.OnLicence, expires) { HappenedOn = day }], free with { Stage = Stage.OnLicence });
    }

    private Turn Recall(Situation now, Dice dice, DateOnly day)
    {
        var standard = dice.Chance(rates.Of("standard-recall", day));
        var days = rates.Count(IsShort(now) ? "short-recall-days" : "long-recall-days", day);
        var (reason, purpose) = standard
            ? dice.Pick(("POOR_BEHAVIOUR_FURTHER_OFFENCE", RecallPurpose.ProtectThePublic), ("POOR_BEHAVIOUR_NON_COMPLIANCE", RecallPurpose.EnforceConditions))
            : dice.Pick(
                ("FAILED_KEEP_IN_TOUCH", RecallPurpose.RestoreContact), ("FAILED_RESIDE", RecallPurpose.RestoreContact),
                ("POOR_BEHAVIOUR_NON_COMPLIANCE", RecallPurpose.EnforceConditions), ("POOR_BEHAVIOUR_DRUGS", RecallPurpose.ProtectHer));
        var recalled = standard ? new Recalled("LR", null, purpose, Protected.Of(reason)) { HappenedOn = day } : new Recalled($"FTR_{days}", days, purpose, Protected.Of(reason)) { HappenedOn = day };
        return new(day, [recalled], now.Move(Stage.RecalledNotReturned, day) with { RecallKind = recalled.Kind });
    }

    private static bool IsShort(Situation now) =>
        now is { Sentence: { } sentence, SentencedOn: { } day } && sentence.LastDay(day).DayNumber - day.DayNumber + 1 <= ShortCustodyDays;

    private static Prior PriorOf(Situation now) => IsShort(now) ? Prior.ShortCustody : Prior.Other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}
