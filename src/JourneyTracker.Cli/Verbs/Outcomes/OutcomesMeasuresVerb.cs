using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Lists the measures that are kept as definitions; with a period it answers all of them.</summary>
internal sealed class OutcomesMeasuresVerb : Verb
{
    private readonly MeasuresKind kind = new();
    private readonly KindOptions options;

    public OutcomesMeasuresVerb() : base("measures", "List the measures of the Delivery Plan, the Concordat, London and the partnership, and which of them have an answer here; with --from and --to answer all that have")
    {
        options = new KindOptions(kind);
        foreach (var option in options.All) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        if (options.Said(session) is { Count: > 0 } said) return KindVerb.AnswerAsync(session, kind, said, cancellation);
        session.Answer(MeasureList.All, output =>
        {
            foreach (var measure in MeasureList.All)
                output.WriteLine($"{measure.Id,-5}{MeasureWords.State(measure.State),-11}{measure.Title}{(measure.State == MeasureState.Answered ? "" : $": {measure.Reading}")}");
        });
        return Task.FromResult(ExitCode.Done);
    }
}
