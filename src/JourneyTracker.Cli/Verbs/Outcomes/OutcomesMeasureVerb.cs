using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Counts by group; where a question counts how many of how many, rates with Wilson's interval and the relative rate index. The question is a file, or a measure of the list.</summary>
internal sealed class OutcomesMeasureVerb : Verb
{
    public OutcomesMeasureVerb() : base("measure", "Answer a measure of the list (M02), or count by group what a question of your own asks; x of n with Wilson's interval and the relative rate index")
    {
        Arguments.Add(Asked.File);
        foreach (var option in new Option[] { DefinedMeasure.From, DefinedMeasure.To, DefinedMeasure.KnownUntil, DefinedMeasure.By, MeasureRows.Reference, Asked.Set, Asked.ShowSmall, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => DefinedMeasure.Named(session.Get(Asked.File)!) is { } measure
        ? DefinedMeasure.AnswerAsync(session, measure, cancellation)
        : Asked.AnswerAsync(session, (question, open) =>
        {
            if (question.Kind != QuestionKind.Measure) throw new QuestionException($"{question.Name} is no measure.");
            using var connection = open.Connect();
            var table = question.Ask(connection, cancellation);
            var rows = table.Rows.Select(r => new MeasureRow(table, r)).ToList();
            var shown = MeasureRows.Of(rows, session.Get(Asked.ShowSmall), session.Get(MeasureRows.Reference));
            session.Answer(
                new { Question = Asked.Quote(question, open.Generation), Hidden = rows.Count - shown.Count, Rows = shown.Select(c => c.Row.Document(c.Index)) },
                output =>
                {
                    Asked.WriteQuote(question, open.Generation, output);
                    MeasureRows.Write(shown, rows.Count, output);
                });
            return ExitCode.Done;
        }, cancellation);
}
