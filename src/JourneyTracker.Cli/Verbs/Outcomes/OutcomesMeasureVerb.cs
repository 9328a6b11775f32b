using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Counts by group; where a question counts how many of how many, rates with Wilson's interval and the relative rate index. The question is a file, or a measure of the list.</summary>
internal sealed class OutcomesMeasureVerb : Verb
{
    private const string Id = "id";
    private const string Reference = "reference";
    private readonly MeasureKind kind = new();
    private readonly KindOptions options;

    public OutcomesMeasureVerb() : base("measure", "Answer a measure of the list (M02), or count by group what a question of your own asks; x of n with Wilson's interval and the relative rate index")
    {
        options = new KindOptions(kind);
        Arguments.Add(Asked.File);
        foreach (var option in options.All.Where(o => o.Name != $"--{Id}").Append(Asked.Set)) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var (argument, said) = (session.Get(Asked.File)!, options.Said(session));
        return File.Exists(argument) || MeasureList.Find(argument) is null
            ? Asked.AnswerAsync(session, argument, (question, open) => Answer(session, question, open, said.GetValueOrDefault(Reference), cancellation), cancellation)
            : KindVerb.AnswerAsync(session, kind, new Dictionary<string, string>(said) { [Id] = argument.ToUpperInvariant() }, cancellation);
    }

    private static int Answer(Session session, QuestionFile question, OpenGeneration open, string? reference, CancellationToken ct)
    {
        if (question.Kind != QuestionKind.Measure) throw new QuestionException($"{question.Name} is no measure.");
        using var connection = open.Connect();
        var rows = MeasureRow.Of(question.Ask(connection, ct));
        var shown = MeasureRows.Of(rows, session.Get(Asked.ShowSmall), reference);
        session.Answer(
            new { Question = Asked.Quote(session, question, open.Generation), Hidden = rows.Count - shown.Count, Rows = shown.Select(c => c.Row.Document(c.Index)) },
            output =>
            {
                Asked.WriteQuote(question, open.Generation, output);
                MeasureRows.Write(shown, rows.Count, output);
            });
        return ExitCode.Done;
    }
}
