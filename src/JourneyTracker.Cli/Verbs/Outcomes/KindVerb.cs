using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>A kind of question as a verb.</summary>
internal sealed class KindVerb : Verb
{
    private readonly OutcomeKind kind;
    private readonly KindOptions options;

    public KindVerb(OutcomeKind kind) : base(kind.Name, kind.About.TrimEnd('.'))
    {
        (this.kind, options) = (kind, new KindOptions(kind));
        foreach (var option in options.All) Options.Add(option);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => AnswerAsync(session, kind, options.Said(session), cancellation);

    /// <summary>Asks the store of the partnership, and says the answer in words, as JSON or as CSV.</summary>
    public static async Task<int> AnswerAsync(Session session, OutcomeKind kind, IReadOnlyDictionary<string, string> said, CancellationToken ct)
    {
        await using var stores = await Stores.OpenAsync(session, ct);
        using var open = stores.Store.Open() ?? throw Stores.NothingBuilt;
        using var connection = open.Connect();
        try
        {
            var answer = kind.Ask(said, new OutcomeStoreView(open.Generation, connection, session.Get(Asked.ShowSmall)) { Imported = stores.Imported.Read() }, ct);
            if (session.Get(KindOptions.Keep) is { } keep) await File.WriteAllTextAsync(keep, JsonSerializer.Serialize(answer, JsonForms.Answer), ct);
            session.Answer(answer, output =>
            {
                if (session.Get(KindOptions.Csv)) output.Write(AnswerCsv.Write(answer.Tables));
                else AnswerText.Write(answer, output);
            });
            return ExitCode.Done;
        }
        catch (QuestionException wrong)
        {
            throw new RefusedException(wrong.Message, wrong.Parameter is { } parameter ? $"--{parameter}" : null) { IsWrongUsage = wrong.Parameter is not null };
        }
    }
}
