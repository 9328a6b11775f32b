using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Facts;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>What a fact says, line by line, in the words of its form: for kinds that are recorded with a form and have no view of their own.</summary>
internal sealed class FactDetails(IStringLocalizer<Texts> T)
{
    private readonly ConcurrentDictionary<(FactKind Kind, string Culture), IReadOnlyList<Question>> questions = new();

    /// <summary>What was not asked or not recorded is left out; what is kept from the reader or erased is said at the end, without saying what it is.</summary>
    public IReadOnlyList<Answered> Of(Fact fact)
    {
        var kind = FactCatalogue.Of(fact);
        if (!RecordableKinds.All.Contains(kind)) return [];
        var asked = questions.GetOrAdd((kind, CultureInfo.CurrentUICulture.Name), _ => [.. new FactQuestions(HerChoices.None, T).Of(kind).Where(q => q.Kind is not (QuestionKind.When or QuestionKind.Matter))]);
        var body = JsonNode.Parse(FactCodec.WritePlain(fact).GetRawText())!.AsObject();
        var kept = body.Where(f => TextOf(f.Value) is "(not shared)" or "(erased)").Select(f => f.Key).ToList();
        var silent = body.Where(f => TextOf(f.Value) is "not-asked" or "not-recorded" or "").Select(f => f.Key).ToList();
        var isErased = kept.Exists(k => TextOf(body[k]) == "(erased)");
        foreach (var field in kept.Concat(silent)) body.Remove(field);
        var answers = AnswerWords.Of(asked, AnswerFiller.Of(asked, body), T);
        return kept.Count == 0 ? answers : [.. answers, new Answered("", isErased ? T["Some of it was erased."] : T["Some of it is not shared with you."], "")];
    }

    private static string? TextOf(JsonNode? value) => value is JsonValue single && single.TryGetValue<string>(out var text) ? text : null;
}
