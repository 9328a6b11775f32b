using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the supervision family.</summary>
internal static class SupervisionChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        Recalled f => Recall(f),
        ReturnedToCustody f => Known(CodeList.WomensPrisons, f.Prison, "prison"),
        _ => null,
    };

    private static Refusal? Recall(Recalled f)
    {
        if (!CodeList.RecallTypes.Has(f.Kind) || f.Kind is "NONE" or "EMERGENCY")
            return NotInList("kind", f.Kind, "a kind of recall of the list recall_types, such as LR or FTR_28");
        if (f.LengthInDays is { } days && (f.Kind == "LR" || !f.Kind.EndsWith($"_{days}", StringComparison.Ordinal)))
            return new(Rule.Malformed, $"A recall of kind {f.Kind} does not have {days} days.", "Leave the length out, or give the kind that has it.", "lengthInDays");
        return Known(CodeList.RecallReasons, f.Reason, "reason") ?? Conditions(f.NotCompliedWith, f.HealthConditionsNotCompliedWith, "notCompliedWith", "healthConditionsNotCompliedWith");
    }

    /// <summary>Conditions of a licence in two lists: those that say something of her health are sealed.</summary>
    private static Refusal? Conditions(ValueList<string>? open, Protected<ValueList<string>>? hidden, string openField, string hiddenField)
    {
        if (AllKnown(CodeList.LicenceConditions, open, openField) is { } unknown) return unknown;
        if (open?.FirstOrDefault(LicenceConditions.OfHealth.Contains) is { } health)
            return new(Rule.Malformed, $"The condition {health} says something of her health.", $"Put it among {hiddenField}, where it is sealed.", openField);
        return hidden is { IsOpen: true } ? AllKnown(CodeList.LicenceConditions, hidden.Value, hiddenField) : null;
    }
}
