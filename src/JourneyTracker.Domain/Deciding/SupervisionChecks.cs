using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the supervision family.</summary>
internal static class SupervisionChecks
{
    public static Refusal? Of(Fact fact, DateOnly today) => fact switch
    {
        Recalled f => Recall(f, today),
        ReturnedToCustody f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        ConditionsSet f => Conditions(f.Conditions, f.HealthConditions, "conditions", "healthConditions") ?? NotBefore(f, f.EndOn, "endOn"),
        AppointmentMissed { Found: not AbsenceFinding.NotDecided, FoundBy: null } => new(
            Rule.Malformed, "Who found so is missing.", "Give the user name of the person who decided on the reason.", "foundBy"),
        AppointmentMissed { Found: AbsenceFinding.Unacceptable, ReasonAsked: not (YesNoAnswer.Yes or YesNoAnswer.PrefersNotToSay) } => new(
            Rule.Malformed, "She was not asked why.", "Ask her for the reason before anybody finds it unacceptable.", "reasonAsked"),
        AppointmentMissed f => Text(f.Words, "words") ?? UserName(f.FoundBy, "foundBy"),
        Warned { MissedOn: not null, About: not WarningAbout.MissedAppointment } => new(
            Rule.Malformed, "A day of a missed appointment stands in a warning that is not about one.", "Say that it is about a missed appointment, or leave the day out.", "missedOn"),
        Warned f => NotAfter(f, f.MissedOn, "missedOn"),
        ReReleased f => NotBefore(f, f.LicenceEndsOn, "licenceEndsOn"),
        PostSentenceSupervisionStarted f => NotBefore(f, f.EndsOn, "endsOn"),
        RecallConsidered f => RecallChecks.Of(f),
        _ => null,
    };

    private static Refusal? Recall(Recalled f, DateOnly today)
    {
        if (!CodeList.RecallTypes.Has(f.Kind) || f.Kind is "NONE" or "EMERGENCY")
            return NotInList("kind", f.Kind, "a kind of recall of the list recall_types, such as LR or FTR_28");
        if (f.LengthInDays is { } days && (f.Kind == "LR" || !f.Kind.EndsWith($"_{days}", StringComparison.Ordinal)))
            return new(Rule.Malformed, $"A recall of kind {f.Kind} does not have {days} days.", "Leave the length out, or give the kind that has it.", "lengthInDays");
        return Known(CodeList.RecallReasons, f.Reason, "reason") ?? NotInFuture(f.RevokedOn, today, "revokedOn")
            ?? Conditions(f.NotCompliedWith, f.HealthConditionsNotCompliedWith, "notCompliedWith", "healthConditionsNotCompliedWith");
    }
}
