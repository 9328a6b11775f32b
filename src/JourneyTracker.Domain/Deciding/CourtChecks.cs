using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact of the court family.</summary>
internal static class CourtChecks
{
    public static Refusal? Of(Fact fact) => fact switch
    {
        Remanded f => NotBefore(f, f.NextHearingOn, "nextHearingOn"),
        Sentenced f => Sentence(f),
        HearingHeld f => NotBefore(f, f.NextHearingOn, "nextHearingOn"),
        Bailed f => NotBefore(f, f.NextHearingOn, "nextHearingOn"),
        PreSentenceReport f => Disposal(f.Proposal, "proposal", f.OtherProposal, "otherProposal"),
        DefenceRaised f => Text(f.Note, "note"),
        Convicted f => Offence(f.OffenceGroup) ?? NotAfter(f, f.OffenceOn, "offenceOn"),
        _ => null,
    };

    private static Refusal? Sentence(Sentenced f)
    {
        return Disposal(f.Disposal, "disposal", f.Other, "other") ?? NotAfter(f, f.OffenceOn, "offenceOn") ?? NotAfter(f, f.ConvictedOn, "convictedOn") ?? Offence(f.OffenceGroup)
            ?? AllKnown(CodeList.EarlyReleaseExclusions, f.EarlyReleaseExclusions, "earlyReleaseExclusions")
            ?? f.Requirements?.Select(r => RequirementOf(r, treatment: false, "requirements")).FirstOrDefault(r => r is not null)
            ?? (f.TreatmentRequirements is { IsOpen: true } open
                ? open.Value.Select(r => RequirementOf(r, treatment: true, "treatmentRequirements")).FirstOrDefault(r => r is not null)
                : null);
    }

    private static Refusal? Disposal(string? code, string field, Protected<OtherDisposal>? other, string otherField)
    {
        if (code is not null && CodeList.Disposals.Find(code) is not { Group: "court" }) return NotInList(field, code, "a court disposal of the list disposals");
        if (code == OtherDisposals.Hospital)
            return new(Rule.Malformed, "A hospital order says something of her health.", $"Send {OtherDisposals.Neutral}, and hospital in {otherField}, where it is sealed.", field);
        return other is null || code == OtherDisposals.Neutral ? null : new(
            Rule.Malformed, $"It is not another disposal: {field} says which.", $"Leave {otherField} out, or send {OtherDisposals.Neutral}.", otherField);
    }

    private static Refusal? RequirementOf(Requirement requirement, bool treatment, string field)
    {
        if (Known(CodeList.RequirementTypes, requirement.Kind, field) is { } unknown) return unknown;
        if (requirement.Hours < 0 || requirement.Days < 0)
            return new(Rule.Malformed, "A requirement cannot have fewer hours or days than none.", "Check the number.", field);
        if (Sentenced.Treatment.Contains(requirement.Kind) == treatment) return null;
        return treatment
            ? new(Rule.Malformed, $"The requirement {requirement.Kind} is not one of treatment.", "Put it among requirements.", field)
            : new(Rule.Malformed, $"The requirement {requirement.Kind} says something of her health.", "Put it among treatmentRequirements, where it is sealed.", field);
    }
}
