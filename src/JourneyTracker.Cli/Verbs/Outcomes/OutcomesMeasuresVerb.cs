using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Measures;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Lists the measures that are kept as definitions.</summary>
internal sealed class OutcomesMeasuresVerb() : Verb("measures", "List the measures of the Delivery Plan, the Concordat, London and the partnership, and which of them have an answer here")
{
    protected override Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        session.Answer(MeasureList.All, output =>
        {
            foreach (var measure in MeasureList.All)
                output.WriteLine($"{measure.Id,-5}{MeasureWords.State(measure.State),-11}{measure.Title}{(measure.State == MeasureState.Answered ? "" : $": {measure.Reading}")}");
        });
        return Task.FromResult(ExitCode.Done);
    }
}
