using System.Globalization;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Time;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recording;

/// <summary>Fills a form with what a fact says, as somebody would have typed it.</summary>
internal sealed class AnswerFiller
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private readonly Dictionary<string, string[]> fields = new(StringComparer.Ordinal);

    private AnswerFiller()
    {
    }

    /// <param name="questions">What the form asks.</param>
    /// <param name="body">The fact as doors show it: protected values readable.</param>
    public static Typed Of(IReadOnlyList<Question> questions, JsonObject body)
    {
        var filler = new AnswerFiller();
        filler.Record(questions, "", body);
        return new Typed(filler.fields);
    }

    private void Record(IReadOnlyList<Question> questions, string within, JsonObject record)
    {
        foreach (var question in questions)
            if (record[question.Name] is { } value) Fill(question, within + question.Name, value);
    }

    private void Fill(Question question, string name, JsonNode value)
    {
        switch (question.Kind)
        {
            case QuestionKind.Day:
                Day(name, DateOnly.ParseExact((string)value!, "yyyy-MM-dd", Plain));
                break;
            case QuestionKind.When:
                When(name, HappenedOn.Parse((string)value!, null));
                break;
            case QuestionKind.Length:
                var term = Term.Parse((string)value!, null);
                foreach (var (part, count) in LengthParts.All.Zip([term.Years, term.Months, term.Weeks, term.Days])) Put($"{name}.{part}", count == 0 ? "" : count.ToString(Plain));
                break;
            case QuestionKind.YesOrNo:
                Put(name, (bool)value ? "yes" : "no");
                break;
            case QuestionKind.Any:
                fields[name] = [.. value.AsArray().Select(i => (string)i!)];
                break;
            case QuestionKind.Group:
                Record(question.Parts, name + ".", value.AsObject());
                break;
            case QuestionKind.Several:
                foreach (var (item, at) in value.AsArray().Select((i, at) => (i, at))) Record(question.Parts, $"{name}.{at}.", item!.AsObject());
                break;
            case QuestionKind.EachOf:
                foreach (var item in value.AsArray()) Record(question.PartsOf((string)item![question.Key]!), $"{name}.{(string)item[question.Key]!}.", item.AsObject());
                break;
            default:
                Put(name, value.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string)value! : value.ToJsonString());
                break;
        }
    }

    private void When(string name, HappenedOn when)
    {
        Day(name, when.Day);
        if (when.Precision == Precision.Month) Put($"{name}.day", "");
        Put($"{name}.exact", when.Precision switch { Precision.Month => "month", Precision.Unknown => "by", _ => "day" });
        if (when.Time is { } time) Put($"{name}.time", time.ToString(time.Second == 0 ? "H:mm" : "H:mm:ss", Plain));
    }

    private void Day(string name, DateOnly day)
    {
        var typed = TypedDay.Of(day);
        Put($"{name}.day", typed.Day!);
        Put($"{name}.month", typed.Month!);
        Put($"{name}.year", typed.Year!);
    }

    private void Put(string name, string value) => fields[name] = [value];
}
