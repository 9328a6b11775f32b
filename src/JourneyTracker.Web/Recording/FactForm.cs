using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Web.Api;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>The form of one kind of fact with what was typed into it.</summary>
internal sealed class FactForm
{
    /// <summary>The question why it is corrected: no field of a fact is called so.</summary>
    public const string Reason = "correction";

    private readonly IStringLocalizer<Texts> T;
    private readonly HashSet<string> named;

    /// <param name="kind">The kind.</param>
    /// <param name="hers">What of hers can be chosen.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="corrects">Whether it corrects a fact, and asks why.</param>
    /// <param name="texts">What people read.</param>
    public FactForm(FactKind kind, HerChoices hers, Typed typed, bool corrects, IStringLocalizer<Texts> texts)
    {
        (Kind, Typed, T) = (kind, typed, texts);
        Questions = new FactQuestions(hers, T).Of(kind);
        if (corrects) Questions = [.. Questions, WhyOf(new ValueWords(T))];
        named = [.. Names(Parts)];
    }

    public FactKind Kind { get; }

    public Typed Typed { get; }

    public IReadOnlyList<Question> Questions { get; }

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, string> Wrong { get; private set; } = [];

    public IReadOnlyList<FormPart> Parts => new FormParts(Typed, Wrong, T).Of(Questions);

    /// <summary>What was typed into fields that the form does not have any more: it is shown and kept.</summary>
    public IReadOnlyDictionary<string, string[]> LeftOver => Typed.Fields.Where(f => !named.Contains(f.Key) && f.Value.Any(v => v.Length > 0)).ToDictionary(f => f.Key, f => f.Value);

    /// <summary>Why it is corrected, where it is.</summary>
    public CorrectionReason Why { get; private set; }

    /// <summary>The same in words.</summary>
    public string? Note { get; private set; }

    /// <summary>The fact that was typed; null when something must be mended first.</summary>
    public Fact? Read()
    {
        var reader = new AnswerReader(Typed, T);
        var body = reader.Read(Questions);
        Wrong = reader.Wrong;
        if (Wrong.Count > 0) return null;
        if (body[Reason] is JsonObject reason)
        {
            body.Remove(Reason);
            Note = (string?)reason["note"];
            if (ReadWhy((string)reason["why"]!) is not { } why) return null;
            Why = why;
        }

        var element = JsonSerializer.SerializeToElement(body);
        try
        {
            return FactCodec.ReadPlain(Kind.Name, element);
        }
        catch (UnreadableFactException)
        {
            Wrong.TryAdd(FieldOf(Misfit.Find(Kind.Name, Kind.Type, element, FactJson.Plain)?.Where), T["That cannot be recorded. Check the answer"]);
            return null;
        }
    }

    /// <summary>Puts a refusal where it is mended.</summary>
    public void Refuse(Refusal why)
    {
        var field = FieldOf(why.Where);
        Wrong.TryAdd(field, why.Rule switch
        {
            Rule.FutureDay => T["{0} must be today or in the past", Questions.FirstOrDefault(q => q.Name == field)?.Label ?? T["Day"].Value],
            Rule.UnknownCode => T["Choose one of the answers"],
            Rule.OtherContentForReference => T["This form was recorded already, with other answers. Open a new one to record another"],
            _ => why.ToString(),
        });
    }

    private CorrectionReason? ReadWhy(string why)
    {
        foreach (var reason in Enum.GetValues<CorrectionReason>())
            if (ValueWords.CodeOf(reason.ToString()) == why) return reason;
        Wrong.TryAdd($"{Reason}.why", T["Choose one of the answers"]);
        return null;
    }

    /// <summary>The field, or what it stands in, that a place in the fact is asked by; the first one when it is about the whole.</summary>
    private string FieldOf(string? where)
    {
        for (var name = (where ?? "").Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal); name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
            if (named.Contains(name)) return name;
        return Questions[0].Name;
    }

    private Question WhyOf(ValueWords values) => new(Reason, T["Why it is corrected"], QuestionKind.Group)
    {
        IsNeeded = true,
        Parts =
        [
            new("why", T["Reason"], QuestionKind.One) { IsNeeded = true, Choices = values.Of(typeof(CorrectionReason)) },
            new("note", T["Anything to add"], QuestionKind.Words) { Hint = T["Only what is needed. Kept sealed."] },
        ],
    };

    private static IEnumerable<string> Names(IReadOnlyList<FormPart> parts) => parts.SelectMany(p => p.Field is { } field
        ? field.Kind == FieldKind.Day ? [field.Name, $"{field.Name}.day", $"{field.Name}.month", $"{field.Name}.year"] : [field.Name]
        : Names(p.Parts!).Prepend(p.Id));
}
