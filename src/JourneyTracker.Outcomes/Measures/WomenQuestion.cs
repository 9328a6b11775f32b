using JourneyTracker.Domain.Access;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>Which women are asked for: those behind one measure, or behind one cell of it.</summary>
public sealed class WomenQuestion
{
    private const string Name = "women";
    private readonly string? counted;
    private readonly string? part;
    private readonly string? answer;

    private WomenQuestion(OutcomeValues values, MeasureDefinition measure, MeasurePeriod period)
    {
        (Values, Measure, After) = (values, measure, values.Find("after"));
        (counted, part, answer) = (values.Find("counted"), values.Find("part"), values.Find("answer"));
        Behind = new WomenBehind(measure, period, values.Find("by"));
    }

    /// <summary>What can be said in an address.</summary>
    public static IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        new("id", "Measure", "Its id in the list, for example M02", ParameterType.Question) { Default = "M02", Choices = [.. MeasureList.Answered.Select(m => new OutcomeChoice(m.Id, m.Title))] },
        CommonParameters.From, CommonParameters.To,
        CommonParameters.OneOf("by", "Broken down by", "Area, ethnicity or type, as far as the measure can be", ("area", "Area"), ("ethnicity", "Ethnicity"), ("type", "Type")),
        CommonParameters.OneOf("answer", "Where she stands", "All of them when nothing is chosen", [.. WomanCounted.Answers.Select(a => (a, WomanCounted.InWords(a)))]),
        new("counted", "Counted", "What is counted, as in the measure's own rows", ParameterType.Text),
        new("part", "Group", "Of which group of the breakdown", ParameterType.Text),
        new("after", "After", "What the page before said of where it ended", ParameterType.Text),
    ];

    /// <summary>What of it is filled in.</summary>
    public static IReadOnlyList<OutcomeParameter> Offered { get; } = [.. Parameters.Where(p => p.Name is not ("counted" or "part" or "after"))];

    /// <summary>Every value that stands.</summary>
    public OutcomeValues Values { get; }

    public MeasureDefinition Measure { get; }

    public WomenBehind Behind { get; }

    /// <summary>Where the page before ended, as it said; null for the first.</summary>
    public string? After { get; }

    /// <summary>As the log says it: no group, because it says something of each who is in it.</summary>
    public string Subject => $"{AccessSubjects.Behind}{Measure.Id}, {Values.Text("from")} to {Values.Text("to")}";

    /// <param name="said">Values by the names of parameters.</param>
    /// <param name="standing">What is taken where nothing is said depends on it.</param>
    /// <param name="knownUntil">The last day of which all is known.</param>
    /// <exception cref="QuestionException">A value cannot be used, or the measure has no answer.</exception>
    public static WomenQuestion Of(IReadOnlyDictionary<string, string> said, Generation standing, DateOnly knownUntil)
    {
        var values = OutcomeValues.Of(Name, Parameters, said, standing);
        var measure = MeasureList.Find(values.Text("id")) ?? throw new QuestionException($"There is no measure {values.Text("id")}: docs/measures.md lists them.") { Parameter = "id" };
        if (measure.State != MeasureState.Answered) throw new QuestionException($"{measure.Id} has no answer here. {measure.Reading}") { Parameter = "id" };
        if (values.Find("by") is { } by && !measure.Breakdowns.Contains(by)) throw new QuestionException($"{measure.Id} is not broken down by {by}; it is by: {string.Join(", ", measure.Breakdowns)}.") { Parameter = "by" };
        return new(values, measure, new(values.Day("from"), values.Day("to"), knownUntil));
    }

    /// <summary>Whether she stands in a cell that is asked for.</summary>
    public bool Has(WomanCounted woman) => (counted is null || woman.Kind == counted) && (part is null || woman.Part == part) && (answer is null || woman.Answer == answer);
}
