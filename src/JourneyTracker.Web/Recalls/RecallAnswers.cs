using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recalls;

/// <summary>Makes a considered recall of what was typed, or says what is to be mended.</summary>
internal sealed class RecallAnswers(IStringLocalizer<Texts> T, RecallTyped typed)
{
    /// <summary>A referral to a meeting about abuse is hers to disclose, and is not asked about here (safeguards S3).</summary>
    public static IReadOnlyList<Code> Alternatives { get; } = [.. CodeList.AlternativesToRecall.All.Where(a => a.Value != "MARAC_OR_IOM")];

    private readonly Dictionary<string, string> wrong = new(StringComparer.Ordinal);

    /// <summary>What is to be mended, by field, in the order of the form.</summary>
    public IReadOnlyDictionary<string, string> Wrong => wrong;

    public IReadOnlyDictionary<string, bool> Law =>
        RecallQuestion.All.Where(q => typed[RecallTyped.Law(q.Code)] is "yes" or "no").ToDictionary(q => q.Code, q => typed[RecallTyped.Law(q.Code)] == "yes");

    /// <param name="required">Which recall the law requires by these answers; null when nobody can say.</param>
    /// <param name="today">The day whose law it is.</param>
    /// <param name="happenedOn">The day of the fact.</param>
    public RecallConsidered Read(RequiredRecall? required, DateOnly today, DateOnly happenedOn)
    {
        var decision = Codes.Read<RecallDecision>(typed["decision"]) ?? RecallDecision.NotDecided;
        if (decision == RecallDecision.Recall) CheckRecall();
        if (typed["decision"] is null) wrong["decision"] = T["Choose what was decided, or that it is not decided yet"];
        if (decision != RecallDecision.NotDecided) CheckDecision(decision);
        var tried = Alternatives.Select(a => new AlternativeTried(a.Value, Outcome: Outcome(a))).Where(a => a.Outcome != AlternativeOutcome.NotRecorded).ToList();
        var whys = Alternatives.Where(a => typed[RecallTyped.Why(a.Value)] is not null).Select(a => new AlternativeWhy(a.Value, typed[RecallTyped.Why(a.Value)]!));
        return new RecallConsidered(
            decision, Text("trigger"), Text("triggerWords"), List(typed.ConditionsChosen.Where(c => !LicenceConditions.OfHealth.Contains(c))), Sealed(typed.ConditionsChosen.Where(LicenceConditions.OfHealth.Contains)),
            List(tried.Where(a => !RecallConsidered.SensitiveKinds.Contains(a.Kind))), Sealed(tried.Where(a => RecallConsidered.SensitiveKinds.Contains(a.Kind))), null,
            YesNo("herViewAsked") ?? YesNoAnswer.NotAsked, Text("herView"), Sealed(YesNo("dependants")), Text("dependantsTonight"), Sealed(YesNo("pregnant")), YesNo("tenancyAtRisk") ?? YesNoAnswer.NotAsked,
            Codes.Read<WomensCentreAlternative>(typed["womensCentre"]) ?? WomensCentreAlternative.NotConsidered, Text("achieves"),
            required is null ? null : new RecallLaw(required.Rule.Id, required.Kinds is [var only] ? only : null, today), required is null ? null : Protected.Of(string.Join("\n", required.Why)), null,
            Sealed(Law.Select(a => new LawAnswer(a.Key, a.Value))), Sealed(whys), Codes.Read<SafelyAsked>(typed["partnerAskedAbout"]), Sealed(YesNo("trauma")), Text("decisionWhy"),
            List(Enumerable.Range(1, RecallProposal.ForRecall).Select(i => typed[$"sign{i}"]?.Trim()).OfType<string>().Where(p => p.Length > 0)))
        { HappenedOn = happenedOn };
    }

    /// <summary>A recall is a last resort: first what was tried, who depends on her, then what happened.</summary>
    private void CheckRecall()
    {
        if (Alternatives.All(a => Outcome(a) == AlternativeOutcome.NotRecorded)) wrong[RecallTyped.Outcome(Alternatives[0].Value)] = T["Say what was tried or looked at instead of a recall"];
        foreach (var alternative in Alternatives.Where(a => Outcome(a) != AlternativeOutcome.NotRecorded && typed[RecallTyped.Why(a.Value)] is null))
            wrong[RecallTyped.Why(alternative.Value)] = T["Say why this would not do: {0}", alternative.Label];
        if (YesNo("dependants") is null or YesNoAnswer.NotAsked) wrong["dependants"] = T["Ask her whether somebody depends on her, or say that she prefers not to answer"];
        if (YesNo("dependants") == YesNoAnswer.Yes && typed["dependantsTonight"] is null) wrong["dependantsTonight"] = T["Enter who cares for them today and tonight"];
        if (typed["triggerWords"] is null) wrong["triggerWords"] = T["Enter what is said to have happened"];
    }

    private void CheckDecision(RecallDecision decision)
    {
        if (typed["decisionWhy"] is null) wrong["decisionWhy"] = T["Enter why it was decided so"];
        if (decision == RecallDecision.Recall && typed["achieves"] is null) wrong["achieves"] = T["Enter what a recall would achieve that nothing else can"];
        if (typed["sign1"] is null) wrong["sign1"] = T["Enter the user name of a colleague who countersigns"];
        if (decision == RecallDecision.Recall && typed["sign2"] is null) wrong["sign2"] = T["Enter the user name of a second colleague who countersigns"];
        else if (typed["sign2"] is { } second && second.Trim() == typed["sign1"]?.Trim()) wrong["sign2"] = T["Two different people must countersign"];
    }

    private AlternativeOutcome Outcome(Code alternative) => Codes.Read<AlternativeOutcome>(typed[RecallTyped.Outcome(alternative.Value)]) ?? AlternativeOutcome.NotRecorded;

    private YesNoAnswer? YesNo(string field) => Codes.Read<YesNoAnswer>(typed[field]);

    private Protected<string>? Text(string field) => typed[field] is { } text ? Protected.Of(text) : null;

    private static ValueList<TItem>? List<TItem>(IEnumerable<TItem> items) => items.ToList() is { Count: > 0 } some ? [.. some] : null;

    private static Protected<ValueList<TItem>>? Sealed<TItem>(IEnumerable<TItem> items) => List(items) is { } some ? Protected.Of(some) : null;

    private static Protected<YesNoAnswer>? Sealed(YesNoAnswer? answer) => answer is { } one ? Protected.Of(one) : null;
}
