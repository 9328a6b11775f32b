using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Disproportionality;

/// <summary>By what women can be compared: what the store holds, and of what it does not hold, why.</summary>
internal static class Characteristics
{
    /// <summary>An evaluator's own attribute, by its name.</summary>
    private const string Attribute = "attribute:";

    private static readonly (string Value, string Label)[] Held = [("ethnicity", "Ethnicity"), ("area", "Area")];

    private static readonly (string Value, string Label, string Why)[] NotHeld =
    [
        ("age", "Age", "Her year of birth is sealed."),
        ("faith", "Faith", "Her religion is sealed."),
        ("disability", "Disability", "Her answer is sealed, as health."),
        ("pregnancy", "Pregnancy", "It is sealed, as health."),
        ("caring", "Caring for somebody", "What she told of children and of caring is sealed."),
        ("care-experience", "Care experience", "It is not recorded."),
    ];

    public static IReadOnlyList<OutcomeChoice> Choices { get; } = [.. Held.Select(h => new OutcomeChoice(h.Value, h.Label)), .. NotHeld.Select(n => new OutcomeChoice(n.Value, n.Label))];

    /// <summary>Why there is nothing by it; null when there is.</summary>
    public static string? WhyNot(string characteristic) => NotHeld.FirstOrDefault(n => n.Value == characteristic) is { Why: { } why } none ? $"{none.Label}: {why}" : null;

    public static string Label(string characteristic) => Choices.FirstOrDefault(c => c.Value == characteristic)?.Label ?? characteristic[Attribute.Length..];

    /// <exception cref="QuestionException">It is none of them.</exception>
    public static void Check(string parameter, string? characteristic)
    {
        if (characteristic is not null && Choices.All(c => c.Value != characteristic) && !characteristic.StartsWith(Attribute, StringComparison.Ordinal))
            throw new QuestionException($"{parameter} \"{characteristic}\" is none of: {string.Join(", ", Choices.Select(c => c.Value))}, or {Attribute}NAME for an attribute of an evaluator's file.") { Parameter = parameter };
    }

    public static IEnumerable<string> AllNotHeld => NotHeld.Select(n => $"{n.Label}: {n.Why}");
}
