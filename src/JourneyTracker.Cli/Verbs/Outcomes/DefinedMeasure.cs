using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>A measure of the list, asked about a period.</summary>
internal static class DefinedMeasure
{
    public static Option<DateOnly?> From { get; } = ReadingOptions.Day("--from", "For a measure of the list: the first day of the period");

    public static Option<DateOnly?> To { get; } = ReadingOptions.Day("--to", "Its last day; that day counts");

    public static Option<DateOnly?> KnownUntil { get; } = ReadingOptions.Day("--known-until", "The last day of which all is known: follow-up that ends later has not run; the day before the store was built when it is not said");

    public static Option<string?> By { get; } = new("--by") { Description = "Break it down by area, ethnicity or type, as far as the measure can be", HelpName = "BREAKDOWN" };

    /// <summary>The measure that an argument names when it names no file.</summary>
    public static MeasureDefinition? Named(string argument) => File.Exists(argument) ? null : MeasureList.Find(argument);

    public static async Task<int> AnswerAsync(Session session, MeasureDefinition measure, CancellationToken ct)
    {
        if (measure.State != MeasureState.Answered) return Unanswered(session, measure);
        if (session.Get(From) is not { } from || session.Get(To) is not { } to || to < from) throw new RefusedException($"{measure.Id} needs a period.", how: "Say --from 2026-01-01 --to 2026-12-31.") { IsWrongUsage = true };
        await using var stores = await Stores.OpenAsync(session, ct);
        using var open = stores.Store.Open() ?? throw Stores.NothingBuilt;
        using var connection = open.Connect();
        try
        {
            var period = new MeasurePeriod(from, to, session.Get(KnownUntil) ?? LondonDay.Of(open.Generation.BuiltAt).AddDays(-1));
            Write(session, measure, period, MeasureAnswer.Of(measure, period, session.Get(By), connection, ct), open.Generation);
            return ExitCode.Done;
        }
        catch (QuestionException wrong)
        {
            throw new RefusedException(wrong.Message);
        }
    }

    private static int Unanswered(Session session, MeasureDefinition measure)
    {
        session.Answer(new { measure.Id, measure.Version, State = MeasureWords.State(measure.State), measure.Title, Why = measure.Reading }, output =>
            output.WriteLine($"{measure.Id}, version {measure.Version}: {measure.Title}\n{(measure.State == MeasureState.Unknown ? "UNKNOWN: " : "")}{measure.Reading}"));
        return ExitCode.Done;
    }

    private static void Write(Session session, MeasureDefinition measure, MeasurePeriod period, MeasureAnswer answer, Generation generation)
    {
        var rows = answer.Table is { } table ? table.Rows.Select(r => new MeasureRow(table, r)).ToList() : [];
        var shown = MeasureRows.Of(rows, session.Get(Asked.ShowSmall), session.Get(MeasureRows.Reference));
        var notOver = period.To > period.KnownUntil;
        session.Answer(
            new { Measure = measure, Question = Asked.Quote(answer.Question, generation), answer.Unknown, PeriodNotOver = notOver, answer.Sources, Hidden = rows.Count - shown.Count, Rows = shown.Select(c => c.Row.Document(c.Index)) },
            output =>
            {
                Asked.WriteQuote(answer.Question, generation, output);
                output.WriteLine($"{measure.Title}, {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}, known until {period.KnownUntil:yyyy-MM-dd}. Definition: {measure.DefinitionConfidence}.");
                output.WriteLine(measure.Reading);
                foreach (var source in answer.Sources) output.WriteLine(MeasureWords.Source(source));
                if (notOver) output.WriteLine("The period is not over by the day until which all is known: more may come.");
                if (answer.Unknown is not null) output.WriteLine($"UNKNOWN: {answer.Unknown}");
                else if (rows.Count == 0) output.WriteLine("N 0: nothing of the kind is on record in the period.");
                MeasureRows.Write(shown, rows.Count, output);
            });
    }
}
