using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>One answer of a form in words, to be checked.</summary>
/// <param name="Label">The question, with those it stands under.</param>
/// <param name="Text">The answer.</param>
/// <param name="Field">Where it is changed.</param>
/// <param name="Before">What is recorded; null where nothing is corrected.</param>
internal sealed record Answered(string Label, string Text, string Field, string? Before = null);

/// <summary>The answers of a form in words: what was said, and nothing else.</summary>
internal sealed class AnswerWords(Typed typed, IStringLocalizer<Texts> T)
{
    public static IReadOnlyList<Answered> Of(IReadOnlyList<Question> questions, Typed typed, IStringLocalizer<Texts> T) => [.. new AnswerWords(typed, T).Record(questions, "", "")];

    /// <summary>The same beside what is recorded: what only one of the two says is there too.</summary>
    public static IReadOnlyList<Answered> Beside(IReadOnlyList<Question> questions, Typed typed, Typed recorded, IStringLocalizer<Texts> T)
    {
        var before = Of(questions, recorded, T);
        var now = Of(questions, typed, T);
        return
        [
            .. now.Select(a => a.Field.StartsWith($"{FactForm.Reason}.", StringComparison.Ordinal) ? a : a with { Before = before.FirstOrDefault(b => b.Field == a.Field)?.Text ?? "" }),
            .. before.Where(b => now.All(a => a.Field != b.Field)).Select(b => b with { Text = "", Before = b.Text }),
        ];
    }

    private IEnumerable<Answered> Record(IReadOnlyList<Question> questions, string within, string under) =>
        questions.SelectMany(q => Answer(q, within + q.Name, under.Length == 0 ? q.Label : $"{under}: {q.Label}"));

    private IEnumerable<Answered> Answer(Question question, string name, string label) => question.Kind switch
    {
        QuestionKind.Group => Record(question.Parts, name + ".", label),
        QuestionKind.Several => Enumerable.Range(0, typed.Groups(name)).SelectMany(at => Record(question.Parts, $"{name}.{at}.", $"{label} {at + 1}")),
        QuestionKind.EachOf => typed.Under(name).SelectMany(code => Record(question.PartsOf(code), $"{name}.{code}.", LabelOf(question, code))),
        _ => Text(question, name) is { Length: > 0 } text ? [new(label, text, name)] : [],
    };

    private string Text(Question question, string name) => question.Kind switch
    {
        QuestionKind.Day => typed.Day(name).Read(question.Label).Day is { } day ? Words.Of(day) : "",
        QuestionKind.When => new AnswerReader(typed, T).Read([question])[name] is { } when ? Words.Of(Domain.Time.HappenedOn.Parse((string)when!, null)) : "",
        QuestionKind.Length => new AnswerReader(typed, T).Read([question with { Name = name }])[name] is { } length ? Words.Of(Domain.Time.Term.Parse((string)length!, null)) : "",
        QuestionKind.YesOrNo => typed[name] switch { "yes" => T["Yes"], "no" => T["No"], _ => "" },
        QuestionKind.Any => string.Join(", ", typed.All(name).Select(c => LabelOf(question, c))),
        QuestionKind.Matter => typed[$"{name}.own"] ?? (typed[name] is { } matter ? question.Choices.FirstOrDefault(c => c.Value == matter)?.Label ?? T["The one it was recorded with"] : ""),
        QuestionKind.One => typed[name] is { } chosen ? LabelOf(question, chosen) : "",
        _ => typed[name] ?? "",
    };

    private static string LabelOf(Question question, string code) => question.Choices.FirstOrDefault(c => c.Value == code)?.Label ?? code;
}
