using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Counts by group; where a question counts how many of how many, rates with Wilson's interval and the relative rate index.</summary>
internal sealed class OutcomesMeasureVerb : Verb
{
    private readonly Option<string?> reference = new("--reference") { Description = "The value of the last group column with which the others are compared (relative rate index)", HelpName = "GROUP" };

    public OutcomesMeasureVerb() : base("measure", "Count by group; where a question counts x of n, say the rates with Wilson's interval and the relative rate index")
    {
        Arguments.Add(Asked.File);
        foreach (var option in new Option[] { reference, Asked.Set, Asked.ShowSmall, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => Asked.AnswerAsync(
        session, (question, open) =>
        {
            if (question.Kind != QuestionKind.Measure) throw new QuestionException($"{question.Name} is no measure.");
            using var connection = open.Connect();
            var table = question.Ask(connection, cancellation);
            var rows = table.Rows.Select(r => new MeasureRow(table, r)).ToList();
            var shown = session.Get(Asked.ShowSmall) ? rows : MeasureRow.Shown(rows);
            var compared = shown.Select(r => (Row: r, Index: Compare(r, shown, session.Get(reference)))).ToList();
            session.Answer(
                new { Question = Asked.Quote(question, open.Generation), Hidden = rows.Count - shown.Count, Rows = compared.Select(c => c.Row.Document(c.Index)) },
                output =>
                {
                    Asked.WriteQuote(question, open.Generation, output);
                    foreach (var (row, index) in compared) output.WriteLine(row.InWords(index));
                    if (rows.Count > shown.Count) output.WriteLine($"{rows.Count - shown.Count} rows are not shown: they have counts of 1 to 5 women, or such counts could be worked out from them.");
                });
            return ExitCode.Done;
        }, cancellation);

    private static RelativeRateIndex? Compare(MeasureRow row, IReadOnlyList<MeasureRow> rows, string? reference) =>
        reference is null || row.Proportion is not { } own || rows.FirstOrDefault(r => r.IsReferenceFor(row, reference)) is not { Proportion: { } other } compared ? null
        : compared == row ? new RelativeRateIndex(1, null)
        : RelativeRateIndex.Of(own, other);
}
