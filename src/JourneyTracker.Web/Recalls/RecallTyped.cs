using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Recalls;

namespace JourneyTracker.Web.Recalls;

/// <summary>What was typed into the form of a considered recall, by field; nothing of it is lost, whatever it was.</summary>
internal sealed class RecallTyped
{
    /// <summary>The field in which several can be chosen.</summary>
    public const string Conditions = "notCompliedWith";

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> ConditionsChosen { get; private init; } = [];

    public string? this[string field] => values.GetValueOrDefault(field);

    /// <summary>Every field with what was typed, to be sent again.</summary>
    public IEnumerable<(string Field, string Value)> All => values.Select(v => (v.Key, v.Value)).Concat(ConditionsChosen.Select(c => (Conditions, c)));

    public static string Outcome(string alternative) => $"alternative.{alternative}";

    public static string Why(string alternative) => $"why.{alternative}";

    /// <summary>The alternative of which a field says why; null for every other field.</summary>
    public static string? AlternativeOf(string field) => field.StartsWith("why.", StringComparison.Ordinal) ? field["why.".Length..] : null;

    public static string Law(string question) => $"law.{question}";

    public static RecallTyped Of(IFormCollection form)
    {
        var typed = new RecallTyped { ConditionsChosen = [.. form[Conditions].OfType<string>().Where(c => c.Length > 0)] };
        foreach (var field in form.Keys.Where(k => k is not (Conditions or "step") && !k.StartsWith("__", StringComparison.Ordinal))) typed.Set(field, form[field].ToString().ReplaceLineEndings("\n"));
        return typed;
    }

    /// <summary>What was recorded last, as far as it may be read.</summary>
    public static RecallTyped Of(RecallConsidered? said)
    {
        if (said is null) return new RecallTyped();
        var typed = new RecallTyped { ConditionsChosen = [.. said.NotCompliedWith ?? [], .. said.HealthConditionsNotCompliedWith is { IsOpen: true } health ? health.Value : []] };
        typed.Set("trigger", Text(said.Trigger));
        typed.Set("triggerWords", Text(said.TriggerWords));
        foreach (var tried in (said.Alternatives ?? []).Concat(said.SensitiveAlternatives is { IsOpen: true } sealedOnes ? sealedOnes.Value : [])) typed.Set(Outcome(tried.Kind), Codes.Of(tried.Outcome));
        foreach (var why in said.AlternativesWhy is { IsOpen: true } reasons ? reasons.Value : []) typed.Set(Why(why.Kind), why.Why);
        typed.Set("herViewAsked", Asked(said.HerViewAsked));
        typed.Set("herView", Text(said.HerView));
        typed.Set("dependants", Code(said.Dependants));
        typed.Set("dependantsTonight", Text(said.DependantsTonight));
        typed.Set("pregnant", Code(said.Pregnant));
        typed.Set("partnerAskedAbout", said.PartnerAskedAbout is { } asked ? Codes.Of(asked) : null);
        typed.Set("tenancyAtRisk", Asked(said.TenancyAtRisk));
        typed.Set("trauma", Code(said.Trauma));
        typed.Set("womensCentre", said.WomensCentre == WomensCentreAlternative.NotConsidered ? null : Codes.Of(said.WomensCentre));
        foreach (var answer in said.LawAnswers is { IsOpen: true } answers ? answers.Value : []) typed.Set(Law(answer.Question), answer.Yes ? "yes" : "no");
        typed.Set("decision", Codes.Of(said.Decision));
        typed.Set("decisionWhy", Text(said.DecisionWhy));
        typed.Set("achieves", Text(said.Achieves));
        foreach (var (person, i) in (said.AskedToSign ?? []).Take(RecallProposal.ForRecall).Select((p, i) => (p, i))) typed.Set($"sign{i + 1}", person);
        return typed;
    }

    private void Set(string field, string? value)
    {
        if (!string.IsNullOrEmpty(value)) values[field] = value;
    }

    private static string? Text(Protected<string>? text) => text is { IsOpen: true } ? text.Value : null;

    /// <summary>What nobody has asked yet is not chosen beforehand.</summary>
    private static string? Asked(YesNoAnswer answer) => answer == YesNoAnswer.NotAsked ? null : Codes.Of(answer);

    private static string? Code(Protected<YesNoAnswer>? answer) => answer is { IsOpen: true } ? Asked(answer.Value) : null;
}
