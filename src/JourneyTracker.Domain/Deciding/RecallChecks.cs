using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Recalls;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with a considered recall. What is merely missing is a finding, never a refusal.</summary>
internal static class RecallChecks
{
    public static Refusal? Of(RecallConsidered f) =>
        Known(CodeList.RecallReasons, Opened(f.Trigger), "trigger")
        ?? Text(f.TriggerWords, "triggerWords")
        ?? Conditions(f.NotCompliedWith, f.HealthConditionsNotCompliedWith, "notCompliedWith", "healthConditionsNotCompliedWith")
        ?? AllOf(f.Alternatives, a => Alternative(f, a, "alternatives"))
        ?? AllOf(f.Alternatives, NotSensitive)
        ?? AllOf(Opened(f.SensitiveAlternatives), a => Alternative(f, a, "sensitiveAlternatives"))
        ?? AllOf(Opened(f.Engagement), e => Known(CodeList.AgencyTypes, e.Service, "engagement") ?? Text(e.Words is null ? null : Protected.Of(e.Words), "engagement"))
        ?? Text(f.HerView, "herView")
        ?? Text(f.DependantsTonight, "dependantsTonight")
        ?? Text(f.Achieves, "achieves")
        ?? Law(f.Law)
        ?? Text(f.LawWhy, "lawWhy")
        ?? AllOf(Opened(f.LawAnswers), Question)
        ?? AllOf(Opened(f.AlternativesWhy), a => Known(CodeList.AlternativesToRecall, a.Kind, "alternativesWhy") ?? PlainText(a.Why, "alternativesWhy"))
        ?? Text(f.DecisionWhy, "decisionWhy")
        ?? AllOf(f.AskedToSign, person => UserName(person, "askedToSign"))
        ?? AllOf(f.Countersignatures, c => UserName(c.By, "countersignatures") ?? NotAfter(f, c.On, "countersignatures"));

    private static Refusal? Alternative(Fact fact, AlternativeTried tried, string field) =>
        Known(CodeList.AlternativesToRecall, tried.Kind, field) ?? NotAfter(fact, tried.On, field);

    private static Refusal? NotSensitive(AlternativeTried tried) => !RecallConsidered.SensitiveKinds.Contains(tried.Kind) ? null : new(
        Rule.Malformed, $"The alternative {tried.Kind} is sensitive.", "Put it among sensitiveAlternatives, where it is sealed.", "alternatives");

    private static Refusal? Law(RecallLaw? law) => law is null ? null
        : Known(CodeList.RecallRules, law.Rule, "law.rule") ?? Known(CodeList.RecallTypes, law.Kind, "law.kind");

    private static Refusal? Question(LawAnswer answer) => RecallQuestion.All.Any(q => q.Code == answer.Question) ? null : new(
        Rule.UnknownCode, $"'{answer.Question}' is not a question that the law on recall asks.", "Use a code that ./journey recall-law lists.", "lawAnswers");

    private static Refusal? AllOf<T>(IEnumerable<T>? items, Func<T, Refusal?> check) => items?.Select(check).FirstOrDefault(r => r is not null);
}
