namespace JourneyTracker.Domain.Facts;

/// <summary>
/// Somebody considered recalling her, and this is what was looked at and decided so far. Recorded again as it goes on, under the same matter: the latest counts. A
/// question that nobody has answered stays empty; nothing empty is ever "no".
/// </summary>
/// <param name="Decision">Recall, no recall, or not decided yet.</param>
/// <param name="Trigger">What gave rise to it, sealed: code of the list recall_reasons.</param>
/// <param name="TriggerWords">The same in words, sealed.</param>
/// <param name="NotCompliedWith">Conditions she is said not to have complied with: codes of the list licence_conditions that say nothing of her health.</param>
/// <param name="HealthConditionsNotCompliedWith">Those about drugs, alcohol or treatment, sealed.</param>
/// <param name="Alternatives">What was tried instead of a recall.</param>
/// <param name="SensitiveAlternatives">What was tried that says something of her health or of abuse, sealed.</param>
/// <param name="Engagement">What each of her services answered when asked what she does well, sealed: which services she has says much of her.</param>
/// <param name="HerViewAsked">Whether she was asked for her own view.</param>
/// <param name="HerView">Her own view in her words, sealed.</param>
/// <param name="Dependants">Whether somebody depends on her, sealed.</param>
/// <param name="DependantsTonight">Who has them tonight, sealed.</param>
/// <param name="Pregnant">Her answer, sealed.</param>
/// <param name="TenancyAtRisk">Whether she would lose her home.</param>
/// <param name="WomensCentre">Whether the women's centre was looked at instead.</param>
/// <param name="Achieves">What this recall would achieve, sealed.</param>
/// <param name="Law">Which recall the law requires.</param>
/// <param name="LawWhy">Why that rule applies, sealed.</param>
/// <param name="LawAnswers">The answers from which that was worked out, sealed: they stay when the law changes, and only what the new law asks besides is asked.</param>
/// <param name="Countersignatures">Who countersigned: two are needed (rule REC-13, partly verified).</param>
/// <param name="AlternativesWhy">Of each alternative, why it would or would not do, sealed.</param>
/// <param name="PartnerAskedAbout">Whether she was asked, safely, whether somebody frightens or controls her. What she answered is hers to share and stands elsewhere (safeguards S3).</param>
/// <param name="Trauma">Whether it was thought of that what happened may come of harm done to her, sealed.</param>
/// <param name="DecisionWhy">Why it was decided so, sealed.</param>
/// <param name="AskedToSign">User names of the colleagues who are asked to countersign.</param>
[FactName("recall-considered.v2", "Recall considered", Family.Supervision, 3)]
public sealed record RecallConsidered(
    RecallDecision Decision = RecallDecision.NotDecided,
    Protected<string>? Trigger = null,
    Protected<string>? TriggerWords = null,
    ValueList<string>? NotCompliedWith = null,
    Protected<ValueList<string>>? HealthConditionsNotCompliedWith = null,
    ValueList<AlternativeTried>? Alternatives = null,
    Protected<ValueList<AlternativeTried>>? SensitiveAlternatives = null,
    Protected<ValueList<ServiceEngagement>>? Engagement = null,
    YesNoAnswer HerViewAsked = YesNoAnswer.NotAsked,
    Protected<string>? HerView = null,
    Protected<YesNoAnswer>? Dependants = null,
    Protected<string>? DependantsTonight = null,
    Protected<YesNoAnswer>? Pregnant = null,
    YesNoAnswer TenancyAtRisk = YesNoAnswer.NotAsked,
    WomensCentreAlternative WomensCentre = WomensCentreAlternative.NotConsidered,
    Protected<string>? Achieves = null,
    RecallLaw? Law = null,
    Protected<string>? LawWhy = null,
    ValueList<Countersignature>? Countersignatures = null,
    Protected<ValueList<LawAnswer>>? LawAnswers = null,
    Protected<ValueList<AlternativeWhy>>? AlternativesWhy = null,
    SafelyAsked? PartnerAskedAbout = null,
    Protected<YesNoAnswer>? Trauma = null,
    Protected<string>? DecisionWhy = null,
    ValueList<string>? AskedToSign = null) : Fact
{
    /// <summary>Alternatives that are always sealed (list alternatives_to_recall).</summary>
    public static IReadOnlySet<string> SensitiveKinds { get; } = new HashSet<string>(StringComparer.Ordinal) { "DRUG_TESTING", "MARAC_OR_IOM" };

    public override Fact Seal(ISealer sealer) => this with
    {
        Trigger = Trigger?.Seal(sealer),
        TriggerWords = TriggerWords?.Seal(sealer),
        HealthConditionsNotCompliedWith = HealthConditionsNotCompliedWith?.Seal(sealer),
        SensitiveAlternatives = SensitiveAlternatives?.Seal(sealer),
        Engagement = Engagement?.Seal(sealer),
        HerView = HerView?.Seal(sealer),
        Dependants = Dependants?.Seal(sealer),
        DependantsTonight = DependantsTonight?.Seal(sealer),
        Pregnant = Pregnant?.Seal(sealer),
        Achieves = Achieves?.Seal(sealer),
        LawWhy = LawWhy?.Seal(sealer),
        LawAnswers = LawAnswers?.Seal(sealer),
        AlternativesWhy = AlternativesWhy?.Seal(sealer),
        Trauma = Trauma?.Seal(sealer),
        DecisionWhy = DecisionWhy?.Seal(sealer),
    };

    public override Fact Open(ISealer sealer) => this with
    {
        Trigger = Trigger?.Open(sealer),
        TriggerWords = TriggerWords?.Open(sealer),
        HealthConditionsNotCompliedWith = HealthConditionsNotCompliedWith?.Open(sealer),
        SensitiveAlternatives = SensitiveAlternatives?.Open(sealer),
        Engagement = Engagement?.Open(sealer),
        HerView = HerView?.Open(sealer),
        Dependants = Dependants?.Open(sealer),
        DependantsTonight = DependantsTonight?.Open(sealer),
        Pregnant = Pregnant?.Open(sealer),
        Achieves = Achieves?.Open(sealer),
        LawWhy = LawWhy?.Open(sealer),
        LawAnswers = LawAnswers?.Open(sealer),
        AlternativesWhy = AlternativesWhy?.Open(sealer),
        Trauma = Trauma?.Open(sealer),
        DecisionWhy = DecisionWhy?.Open(sealer),
    };

    public override FormerShape? InFormerShape() =>
        (AlternativesWhy, PartnerAskedAbout, Trauma, DecisionWhy, AskedToSign) == (null, null, null, null, null) ? RecallConsideredV1.Of(this) : null;
}

/// <summary>Why an alternative would or would not do.</summary>
/// <param name="Kind">Code of the list alternatives_to_recall.</param>
/// <param name="Why">In words.</param>
public sealed record AlternativeWhy(string Kind, string Why);

/// <summary>One thing that was tried instead of a recall.</summary>
/// <param name="Kind">Code of the list alternatives_to_recall.</param>
/// <param name="On">The day it was tried; null when not known.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="BeforeTheDecision">Whether it was tried before the decision; null when not recorded.</param>
public sealed record AlternativeTried(string Kind, DateOnly? On = null, AlternativeOutcome Outcome = AlternativeOutcome.NotRecorded, bool? BeforeTheDecision = null);

/// <summary>What one of her services answered.</summary>
/// <param name="Service">Code of the list agency_types.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="Words">What she does well with them.</param>
public sealed record ServiceEngagement(string Service, EngagementAnswer Answer, string? Words = null);

/// <summary>Which recall the law requires, as it was worked out when this was recorded.</summary>
/// <param name="Rule">Code of the list recall_rules.</param>
/// <param name="Kind">Code of the list recall_types: the recall that rule leads to.</param>
/// <param name="LawOn">The day whose law was applied.</param>
public sealed record RecallLaw(string Rule, string? Kind = null, DateOnly? LawOn = null);

/// <summary>The answer to a question on which the law turns.</summary>
/// <param name="Question">The question's code, as <see cref="Recalls.RecallQuestion"/> lists them.</param>
/// <param name="Yes">Whether the answer is yes. A question without an answer is left out.</param>
public sealed record LawAnswer(string Question, bool Yes);

/// <summary>A countersignature.</summary>
/// <param name="Role">In what role.</param>
/// <param name="By">The user name of the person who signed.</param>
/// <param name="On">The day.</param>
/// <param name="Agreed">Whether they agreed.</param>
public sealed record Countersignature(CountersigningRole Role, string By, DateOnly On, bool Agreed);

/// <summary>What was decided on a recall.</summary>
public enum RecallDecision
{
    NotDecided,
    NoRecall,
    Recall,
}

/// <summary>Whether she was asked something that may only be asked when she is alone and safe.</summary>
public enum SafelyAsked
{
    NotAsked,
    Asked,
    NotSafeToAsk,
}

/// <summary>What came of an alternative.</summary>
public enum AlternativeOutcome
{
    NotRecorded,
    Helped,
    HelpedInPart,
    DidNotHelp,
    NotAvailable,
    DeclinedByHer,
}

/// <summary>What a service answered when it was asked what she does well.</summary>
public enum EngagementAnswer
{
    NotAsked,
    NoAnswerYet,
    Engaged,
    SomeEngagement,
    NothingToTell,
    NotItsToTell,
}

/// <summary>Whether a women's centre was looked at instead of a recall.</summary>
public enum WomensCentreAlternative
{
    NotConsidered,
    Considered,
    NoPlace,
    DeclinedByHer,
    Agreed,
}

/// <summary>In what role somebody countersigns.</summary>
public enum CountersigningRole
{
    SeniorProbationOfficer,
    AssistantChiefOfficer,
    AreaManager,
}
