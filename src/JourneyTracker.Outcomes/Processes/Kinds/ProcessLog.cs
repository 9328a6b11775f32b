using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Outcomes.Processes.Kinds;

/// <summary>What happened to women in a period as a log: their stages, or what agencies recorded.</summary>
internal static class ProcessLog
{
    private const string Stages = "stages";
    private static readonly Dictionary<string, string> Titles = FactCatalogue.All.GroupBy(k => k.Name[..k.Name.LastIndexOf('.')]).ToDictionary(g => g.Key, g => g.Last().Title);

    public static IReadOnlyList<OutcomeParameter> Parameters { get; } =
    [
        CommonParameters.From, CommonParameters.To, CommonParameters.KnownUntil,
        // What was recorded is what measures and gates count: beside them it gives away what they hide.
        new("log", "Of what", "The stages that women came into; evaluators may ask what the police, courts, prisons, probation and services recorded too", ParameterType.Choice)
        {
            Default = Stages,
            Choices = [new(Stages, "Stages"), new("records", "Records") { IsForEvaluators = true }],
        },
        new("most", "How many", "How many are listed, the most frequent first", ParameterType.Whole) { Default = "50", Range = (1, 1_000) },
    ];

    /// <summary>Whether it is of stages, not of what was recorded.</summary>
    public static bool IsOfStages(OutcomeValues values) => values.Text("log") == Stages;

    public static QuestionFile Question(string name, OutcomeValues values)
    {
        var question = OutcomeStatement.Of(name, values);
        return question with { Sql = $"{MeasureList.Text("process_log.sql").TrimEnd()}\n{question.Sql}" };
    }

    /// <summary>An activity in words.</summary>
    public static string Words(string activity) => StageNames.Find(activity)?.Words() ?? Titles.GetValueOrDefault(activity, activity);

    public static string WayInWords(string path) => string.Join(" > ", path.Split(" > ").Select(Words));
}
