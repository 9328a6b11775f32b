using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recording;

/// <summary>Which codes a text field takes. A test reads the documentation of every field for a list that is missing here.</summary>
internal static class FieldCodes
{
    /// <summary>Refused as a need: it is hers to disclose (safeguards S3).</summary>
    private const string AskedAsDisclosure = "DOMESTIC_ABUSE";

    /// <summary>It says something of her health, and is told in a sealed field beside it (safeguards S11).</summary>
    private const string Hospital = "HOSPITAL";

    private static readonly string[] Prosecutors = ["CPS", "POLICE", "NON_POLICE_PROSECUTOR"];

    /// <param name="owner">The record that has the field.</param>
    /// <param name="field">The field, as the record calls it.</param>
    /// <param name="within">The field that holds the record; empty for a fact itself.</param>
    /// <returns>Null for a text that takes anything.</returns>
    public static IReadOnlyList<Choice>? Of(Type owner, string field, string within) => (owner.Name, field) switch
    {
        (_, "OffenceGroup") => All(CodeList.OffenceGroups),
        (_, "Force" or "Area") or (nameof(LeftArea), "To") => All(CodeList.PoliceForceAreas),
        (_, "Prison") => All(CodeList.WomensPrisons),
        (_, "Ethnicity") => All(CodeList.Ethnicity),
        (nameof(LiaisonAndDiversionScreened), "Needs") or (nameof(ComplexNeed), "Need") => Some(CodeList.Needs, c => c.Value != AskedAsDisclosure),
        (nameof(PenaltyNotice), "Kind") => Some(CodeList.Disposals, c => c.Value is "PND" or "CANNABIS_KHAT"),
        (nameof(ProsecutionStarted), "Prosecutor") => Some(CodeList.AgencyTypes, c => Prosecutors.Contains(c.Value)),
        (nameof(PreSentenceReport), "Proposal") or (nameof(Sentenced), "Disposal") => Some(CodeList.Disposals, c => c.Group == "court" && c.Value != Hospital),
        (_, "EarlyReleaseExclusions") => All(CodeList.EarlyReleaseExclusions),
        (nameof(Requirement), "Kind") => Some(CodeList.RequirementTypes, c => Sentenced.Treatment.Contains(c.Value) == within.StartsWith("Treatment", StringComparison.Ordinal)),
        (_, "Conditions" or "NotCompliedWith") => Some(CodeList.LicenceConditions, c => !LicenceConditions.OfHealth.Contains(c.Value)),
        (_, "HealthConditions" or "HealthConditionsNotCompliedWith") => Some(CodeList.LicenceConditions, c => LicenceConditions.OfHealth.Contains(c.Value)),
        (nameof(Recalled), "Kind") => Some(CodeList.RecallTypes, c => c.Value is not ("NONE" or "EMERGENCY")),
        (nameof(RecallLaw), "Kind") => All(CodeList.RecallTypes),
        (nameof(RecallLaw), "Rule") => All(CodeList.RecallRules),
        (nameof(Recalled), "Reason") or (nameof(RecallConsidered), "Trigger") => All(CodeList.RecallReasons),
        (nameof(AlternativeTried), "Kind") => Some(CodeList.AlternativesToRecall, c => RecallConsidered.SensitiveKinds.Contains(c.Value) == within.StartsWith("Sensitive", StringComparison.Ordinal)),
        (nameof(AlternativeWhy), "Kind") => All(CodeList.AlternativesToRecall),
        (nameof(LawAnswer), "Question") => [.. RecallQuestion.All.Select(q => new Choice(q.Code, q.Words))],
        (_, "Service" or "Services" or "Who") or (nameof(DutyToRefer), "By") => All(CodeList.AgencyTypes),
        (nameof(SupportFor), "Pathways") => All(CodeList.Pathways),
        (nameof(PathwayAnswer), "Pathway") => Some(CodeList.Pathways, c => NeedsAssessed.Sensitive.Contains(c.Value) == within.StartsWith("Sensitive", StringComparison.Ordinal)),
        _ => null,
    };

    /// <summary>The kind of fact of hers that a field names; null for a field that names none.</summary>
    public static Type? FactOf(Type owner, string field) => (owner.Name, field) switch
    {
        (nameof(Sentenced), nameof(Sentenced.ConsecutiveTo)) or (nameof(TimeAdjusted), nameof(TimeAdjusted.Sentence)) => typeof(Sentenced),
        (nameof(ConsentWithdrawn), nameof(ConsentWithdrawn.Consent)) => typeof(ConsentGiven),
        (nameof(PanelActionDone), nameof(PanelActionDone.Agreed)) => typeof(PanelActionAgreed),
        (nameof(BarLifted), nameof(BarLifted.Bar)) => typeof(PersonBarred),
        _ => null,
    };

    /// <summary>Lists of answers that are asked code by code, so that none is left out without being seen: the field with the code.</summary>
    public static string? KeyOf(Type item) => item.Name switch
    {
        nameof(PathwayAnswer) => nameof(PathwayAnswer.Pathway),
        nameof(ComplexNeed) => nameof(ComplexNeed.Need),
        nameof(LawAnswer) => nameof(LawAnswer.Question),
        _ => null,
    };

    private static IReadOnlyList<Choice> All(CodeList list) => Some(list, _ => true);

    private static IReadOnlyList<Choice> Some(CodeList list, Func<Code, bool> isTaken) => [.. list.All.Where(isTaken).Select(c => new Choice(c.Value, c.Label))];
}
