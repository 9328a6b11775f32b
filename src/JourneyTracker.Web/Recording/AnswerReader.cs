using System.Globalization;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Time;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Recording;

/// <summary>Reads what was typed into a form as the body of a fact, and finds what must be mended first.</summary>
internal sealed class AnswerReader(Typed typed, IStringLocalizer<Texts> T)
{
    private const int MostGroups = 40;

    /// <summary>What is wrong, by field, in the order of the form.</summary>
    public Dictionary<string, string> Wrong { get; } = [];

    public JsonObject Read(IReadOnlyList<Question> questions) => Record(questions, "", isNeeded: true) ?? [];

    /// <summary>Null when it may be left out and nothing was said.</summary>
    private JsonObject? Record(IReadOnlyList<Question> questions, string within, bool isNeeded)
    {
        var record = new JsonObject();
        var missing = new List<Question>();
        var (isSaid, wrongBefore) = (false, Wrong.Count);
        foreach (var question in questions)
        {
            var answer = Answer(question, within + question.Name);
            if (answer is null && question.IsNeeded) missing.Add(question);
            isSaid |= answer is not null && !(question.Default is { } silent && answer is JsonValue said && said.TryGetValue<string>(out var text) && text == silent);
            if (answer is not null) record[question.Name] = answer;
        }

        if (!isNeeded && !isSaid && Wrong.Count == wrongBefore) return null;
        foreach (var question in missing) Wrong.TryAdd(FieldOf(question, within + question.Name), MissingWords(question));
        return record;
    }

    private JsonNode? Answer(Question question, string name) => question.Kind switch
    {
        QuestionKind.Number => typed[name] is { } number ? Number(number, question.Label, name) : null,
        QuestionKind.Day => Day(question.Label, name, isNeeded: false)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        QuestionKind.When => When(question.Label, name)?.ToString(),
        QuestionKind.Length => Length(question.Label, name)?.ToString(),
        QuestionKind.YesOrNo => typed[name] is { } truth ? truth == "yes" : null,
        QuestionKind.Any => typed.All(name) is { Count: > 0 } chosen ? new JsonArray([.. chosen.Select(c => JsonValue.Create(c))]) : question.IsNeeded ? new JsonArray() : null,
        QuestionKind.Matter => typed[$"{name}.own"] ?? typed[name],
        QuestionKind.Group => Record(question.Parts, name + ".", question.IsNeeded),
        QuestionKind.Several => List(question, Enumerable.Range(0, Math.Min(MostGroups, typed.Groups(name))).Select(at => Record(question.Parts, $"{name}.{at}.", isNeeded: false))),
        QuestionKind.EachOf => List(question, typed.Under(name).Select(code => Keyed(question, name, code))),
        _ => typed[name] ?? question.Default,
    };

    private JsonObject? Keyed(Question question, string name, string code)
    {
        if (Record(question.PartsOf(code), $"{name}.{code}.", isNeeded: false) is not { } record) return null;
        record.Insert(0, question.Key, code);
        return record;
    }

    private static JsonArray? List(Question question, IEnumerable<JsonObject?> items)
    {
        JsonNode?[] said = [.. items.OfType<JsonObject>()];
        return said.Length > 0 || question.IsNeeded ? new JsonArray(said) : null;
    }

    private JsonNode? Number(string number, string label, string name)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return read;
        Wrong.TryAdd(name, T["{0} must be a whole number", label]);
        return null;
    }

    private DateOnly? Day(string label, string name, bool isNeeded)
    {
        var day = typed.Day(name);
        if (day.IsEmpty && !isNeeded) return null;
        var (read, wrong) = day.Read(label);
        if (wrong is not null) Wrong.TryAdd(name, wrong);
        return read;
    }

    private HappenedOn? When(string label, string name)
    {
        var exact = typed[$"{name}.exact"];
        if (exact == "month")
        {
            var (month, wrong) = (typed.Day(name) with { Day = "1" }).Read(label);
            if (wrong is not null) Wrong.TryAdd(name, wrong);
            return month is { } known ? HappenedOn.InMonth(known.Year, known.Month) : null;
        }

        if (Day(label, name, isNeeded: true) is not { } day) return null;
        if (exact == "by") return HappenedOn.NotKnownBy(day);
        if (typed[$"{name}.time"] is not { } time) return HappenedOn.OnDay(day);
        if (TimeOnly.TryParseExact(time.Replace('.', ':'), ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return HappenedOn.At(day, read);
        Wrong.TryAdd($"{name}.time", T["Time must be of the day, such as 9:30 or 14:05"]);
        return null;
    }

    private Term? Length(string label, string name)
    {
        var parts = new int[4];
        var isSaid = false;
        foreach (var (part, at) in LengthParts.All.Select((p, i) => (p, i)))
        {
            if (typed[$"{name}.{part}"] is not { } said) continue;
            isSaid = true;
            if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out parts[at])) continue;
            Wrong.TryAdd($"{name}.{part}", T["{0} must have whole numbers", label]);
            return null;
        }

        if (!isSaid) return null;
        if (Term.TryParse($"P{parts[0]}Y{parts[1]}M{parts[2]}W{parts[3]}D", null, out var term)) return term;
        Wrong.TryAdd($"{name}.{LengthParts.All[0]}", T["{0} must be longer than nothing and at most 100 years", label]);
        return null;
    }

    /// <summary>Where somebody is led to mend it.</summary>
    private static string FieldOf(Question question, string name) => question.Kind == QuestionKind.Length ? $"{name}.{LengthParts.All[0]}" : name;

    private string MissingWords(Question question) => question.Kind is QuestionKind.One or QuestionKind.YesOrNo or QuestionKind.Any
        ? T["Choose an answer: {0}", question.Label]
        : T["Fill this in: {0}", question.Label];
}
