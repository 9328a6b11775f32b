namespace JourneyTracker.Domain.Facts;

/// <summary>A considered recall, before it said why an alternative would not do, whether harm to her was thought of, why it was decided so, and who was asked to countersign.</summary>
[FormerName("recall-considered.v1", typeof(RecallConsidered))]
public sealed record RecallConsideredV1(
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
    Protected<ValueList<LawAnswer>>? LawAnswers = null) : FormerShape
{
    public override Fact Lift() => new RecallConsidered(
        Decision, Trigger, TriggerWords, NotCompliedWith, HealthConditionsNotCompliedWith, Alternatives, SensitiveAlternatives, Engagement, HerViewAsked, HerView, Dependants,
        DependantsTonight, Pregnant, TenancyAtRisk, WomensCentre, Achieves, Law, LawWhy, Countersignatures, LawAnswers)
    { HappenedOn = HappenedOn, Matter = Matter };

    /// <summary>What it says without what only the next version can say.</summary>
    public static RecallConsideredV1 Of(RecallConsidered f) => new(
        f.Decision, f.Trigger, f.TriggerWords, f.NotCompliedWith, f.HealthConditionsNotCompliedWith, f.Alternatives, f.SensitiveAlternatives, f.Engagement, f.HerViewAsked, f.HerView, f.Dependants,
        f.DependantsTonight, f.Pregnant, f.TenancyAtRisk, f.WomensCentre, f.Achieves, f.Law, f.LawWhy, f.Countersignatures, f.LawAnswers)
    { HappenedOn = f.HappenedOn, Matter = f.Matter };
}
