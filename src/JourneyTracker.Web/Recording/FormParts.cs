using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>Lays questions out as fields, with what was typed and what is wrong with it. It works without script: of what can be said several times there are empty groups to fill.</summary>
internal sealed class FormParts(Typed typed, IReadOnlyDictionary<string, string> wrong, IStringLocalizer<Texts> T)
{
    private const int FewChoices = 9;
    private const int FewInARow = 4;
    private const int EmptyGroups = 2;

    public IReadOnlyList<FormPart> Of(IReadOnlyList<Question> questions, string within = "") => [.. questions.Select(q => Part(q, within + q.Name))];

    private FormPart Part(Question question, string name) => question.Kind switch
    {
        QuestionKind.When => new(null, $"{name}-when", "", [new(Day(question, name)), When(name)]),
        QuestionKind.Length => Group(question, $"{name}-length", [.. LengthParts.All.Zip([T["Years"].Value, T["Months"].Value, T["Weeks"].Value, T["Days"].Value]).Select(p => new FormPart(Text($"{name}.{p.First}", p.Second, null, FieldKind.Number)))]) with { IsRow = true },
        QuestionKind.Matter => Matter(question, name),
        QuestionKind.Group => Group(question, name, Of(question.Parts, name + ".")) with { IsFolded = !question.IsNeeded && !name.Contains('.', StringComparison.Ordinal), IsOpen = IsUsed(name) },
        QuestionKind.Several => Group(question, name, [.. Enumerable.Range(0, typed.Groups(name) + EmptyGroups).Select(at => Numbered(question, name, at))]),
        QuestionKind.EachOf => Group(question, name, [.. Codes(question, name).Select(c => new FormPart(null, $"{name}.{c.Value}", c.Label, Of(question.PartsOf(c.Value), $"{name}.{c.Value}.")))]),
        _ => new(Field(question, name)),
    };

    private FormPart Group(Question question, string id, IReadOnlyList<FormPart> parts) => new(null, id, question.Label, parts) { Hint = question.Hint, Error = wrong.GetValueOrDefault(id) };

    private bool IsUsed(string name) => typed.Fields.Any(f => IsWithin(f.Key, name) && f.Value.Any(v => v.Length > 0)) || wrong.Keys.Any(w => w == name || IsWithin(w, name));

    private static bool IsWithin(string field, string name) => field.StartsWith(name + ".", StringComparison.Ordinal);

    private FormPart Numbered(Question question, string name, int at) => new(null, $"{name}.{at}", T["{0}, number {1}", question.Label, at + 1], Of(question.Parts, $"{name}.{at}."));

    private FormField Field(Question question, string name) => question.Kind switch
    {
        QuestionKind.Day => Day(question, name),
        QuestionKind.Number => Text(name, question.Label, question.Hint, FieldKind.Number),
        QuestionKind.Words => Text(name, question.Label, question.Hint, FieldKind.Text, rows: 4),
        QuestionKind.YesOrNo => Chosen(question, name, [new("yes", T["Yes"]), new("no", T["No"])]),
        QuestionKind.One => Chosen(question, name, WithWhatIsThere(question, typed[name])),
        QuestionKind.Any => new(name, question.Label, question.Hint ?? T["Choose all that apply"], null, wrong) { Kind = FieldKind.Any, Choices = WithWhatIsThere(question, [.. typed.All(name)]), Chosen = [.. typed.All(name)] },
        _ => Text(name, question.Label, question.Hint, FieldKind.Text),
    };

    private FormField Chosen(Question question, string name, IReadOnlyList<Choice> choices)
    {
        var isMany = choices.Count > FewChoices;
        return new(name, question.Label, question.Hint, typed[name], wrong)
        {
            Kind = isMany ? FieldKind.OneOfMany : FieldKind.One,
            Choices = isMany ? choices : [.. choices, .. NotSaid(question, name)],
            IsInline = name.Contains('.', StringComparison.Ordinal) && choices.Count <= FewInARow && choices.All(c => c.Hint is null),
        };
    }

    /// <summary>A way back from an answer, never chosen beforehand, where the list itself has none. What one of several groups needs is needed only when the group is used.</summary>
    private IEnumerable<Choice> NotSaid(Question question, string name) =>
        (question.IsNeeded && !name.Split('.').Any(n => int.TryParse(n, out _))) || question.Default is not null || question.Choices.Any(c => c.Value is "not-asked" or "not-recorded") ? [] : [new("", T["Not recorded"])];

    /// <summary>What was recorded stays to be chosen, whatever the list says today.</summary>
    private static IReadOnlyList<Choice> WithWhatIsThere(Question question, params ReadOnlySpan<string?> there)
    {
        var choices = question.Choices.ToList();
        foreach (var value in there)
            if (value is not null && choices.TrueForAll(c => c.Value != value)) choices.Add(new(value, value));
        return choices;
    }

    private IEnumerable<Choice> Codes(Question question, string name) => WithWhatIsThere(question, [.. typed.Under(name)]);

    private FormField Text(string name, string label, string? hint, FieldKind kind, int rows = 1) => new(name, label, hint, typed[name], wrong, rows) { Kind = kind };

    private FormField Day(Question question, string name) => new(name, question.Label, question.Hint, null, wrong) { Kind = FieldKind.Day, Day = typed.Day(name) };

    private FormPart When(string name)
    {
        Choice[] exact = [new("day", T["The day is known"]), new("month", T["Only the month is known"], T["Leave the day empty"]), new("by", T["The day is not known"], T["Enter the latest day it can have been"])];
        return new(null, $"{name}-exact", T["Add the time, or say that the day is not known"], [
            new(Text($"{name}.time", T["Time"], T["Such as 9:30 or 14:05. Leave it empty if it does not matter."], FieldKind.Text)),
            new(new FormField($"{name}.exact", T["How exactly is it known?"], null, typed[$"{name}.exact"] ?? "day", wrong) { Kind = FieldKind.One, Choices = exact }),
        ])
        {
            IsFolded = true,
            IsOpen = typed[$"{name}.time"] is not null || typed[$"{name}.exact"] is "month" or "by" || wrong.ContainsKey($"{name}.time"),
        };
    }

    private FormPart Matter(Question question, string name)
    {
        var parts = new List<FormPart>();
        var choices = WithWhatIsThere(question with { Choices = question.Choices }, typed[name]).Select(c => c.Value == c.Label ? c with { Label = T["The one it was recorded with"] } : c).ToList();
        if (choices.Count > 0)
            parts.Add(new(new FormField(name, question.Label, null, typed[name] ?? "", wrong) { Kind = FieldKind.One, Choices = [.. choices, new("", T["Whichever it fits"])] }));
        parts.Add(new(Text($"{name}.own", T["A reference of your agency"], T["Such as a case or order number. It is kept as a code that nobody can read back; use the same one for what belongs together."], FieldKind.Text)));
        return new(null, $"{name}-matter", T["Attach it to a matter"], parts) { IsFolded = true, IsOpen = typed[name] is not null || typed[$"{name}.own"] is not null || wrong.ContainsKey(name) };
    }
}
