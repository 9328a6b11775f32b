using System.CommandLine;
using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Costs;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Asks a kept question again of the facts as they were known at the position that it quotes, and says whether the digits are the same. It ends with 1 when they are not.</summary>
internal sealed class OutcomesRerunVerb : Verb
{
    private const int Most = 20;
    private readonly Argument<string> file = new("FILE") { Description = "An answer that was kept with --keep, or written with --json" };

    public OutcomesRerunVerb() : base("rerun", "Ask a kept question again of the facts as known at the position that it quotes, and say whether the digits are the same") => Arguments.Add(file);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var document = Read(session.Get(file)!);
        if (KeptQuestion.In(document) is var (again, quote)) return await AgainAsync(session, document, again, quote, cancellation);
        var then = Parse(document, session.Get(file)!);
        await using var stores = await Stores.OpenAsync(session, new Partnership(then.Quote.Partnership), cancellation);
        var root = Path.Combine(session.Choice.DataFolder, "outcomes", $".rerun-{Environment.ProcessId}");
        try
        {
            TakeNames(Path.Combine(session.Choice.DataFolder, "outcomes", then.Quote.Partnership), Path.Combine(root, then.Quote.Partnership));
            var store = new OutcomesStore(root, then.Quote.Partnership);
            await BuildAsync(session, stores, store, then.Quote, cancellation);
            using var open = store.Open()!;
            var (rerun, small) = Ask(then, open, cancellation);
            Say(session, then.Kind, then.Quote, rerun, small);
            return rerun.IsSame ? ExitCode.Done : ExitCode.Refused;
        }
        finally
        {
            if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The same of a question of an evaluator's file.</summary>
    private static async Task<int> AgainAsync(Session session, JsonElement then, KeptQuestion again, OutcomeQuote quote, CancellationToken ct)
    {
        var root = Path.Combine(session.Choice.DataFolder, "outcomes", $".rerun-{Environment.ProcessId}");
        try
        {
            await using (var stores = await Stores.OpenAsync(session, new Partnership(quote.Partnership), ct))
            {
                TakeNames(Path.Combine(session.Choice.DataFolder, "outcomes", quote.Partnership), Path.Combine(root, quote.Partnership));
                await BuildAsync(session, stores, new OutcomesStore(root, quote.Partnership), quote, ct);
            }

            var now = await again.AskAsync(session, root, quote.Partnership, ct);
            var rerun = Rerun.Of(quote, KeptQuestion.In(now)!.Value.Quote, KeptQuestion.Differences(then, now));
            Say(session, again.Verb, quote, rerun, small: false);
            return rerun.IsSame ? ExitCode.Done : ExitCode.Refused;
        }
        finally
        {
            if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        }
    }

    private static JsonElement Read(string path)
    {
        if (!File.Exists(path)) throw new RefusedException($"There is no file {path}.", how: "Name an answer that was kept with --keep, or written with --json.");
        try
        {
            return JsonElement.Parse(File.ReadAllText(path));
        }
        catch (JsonException wrong)
        {
            throw NoAnswer(wrong, path);
        }
    }

    private static KeptAnswer Parse(JsonElement document, string path)
    {
        try
        {
            return KeptAnswer.Parse(document.GetRawText());
        }
        catch (JsonException wrong)
        {
            throw NoAnswer(wrong, path);
        }
    }

    private static RefusedException NoAnswer(JsonException wrong, string path) => new($"This is no answer that can be asked again: {wrong.Message}", path, "Keep answers with --keep FILE, or with --json.");

    /// <summary>Women are called as in the store that was asked: who is matched with whom among equals turns on the order of their names.</summary>
    private static void TakeNames(string from, string to)
    {
        if (!File.Exists(Path.Combine(from, OutcomesStore.Key))) return;
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, OutcomesStore.Key), Path.Combine(to, OutcomesStore.Key));
    }

    /// <summary>From nothing, with nothing that was recorded later.</summary>
    private static async Task BuildAsync(Session session, Stores stores, OutcomesStore store, OutcomeQuote quote, CancellationToken ct)
    {
        session.Say($"Building the store as known at position {quote.Position}.");
        using var next = store.Begin(takesOver: false);
        var (position, frozen) = await StoreBuild.ReadAsync(stores.House.Database, next, stores.Caller, null, "journey outcomes rerun", _ => { }, ct, quote.Position);
        if (position < quote.Position) throw new RefusedException($"The journal goes to position {position}, and the answer quotes {quote.Position}.", how: "Ask the database that the answer is from.");
        next.Complete(quote.Position, quote.BuiltAt, frozen);
    }

    /// <summary>Whether small counts were shown is not written in an answer: it is asked without them first.</summary>
    private static (Rerun Rerun, bool Small) Ask(KeptAnswer then, OpenGeneration open, CancellationToken ct)
    {
        using var connection = open.Connect();
        try
        {
            var rerun = Again(false);
            return !rerun.IsSame && Again(true) is { IsSame: true } shown ? (shown, true) : (rerun, false);
        }
        catch (QuestionException wrong)
        {
            throw new RefusedException($"The question can no longer be asked: {wrong.Message}");
        }

        Rerun Again(bool showsSmall) => Rerun.Of(then, KeptAnswer.Parse(JsonSerializer.Serialize(OutcomeKinds.Named(then.Kind).Ask(then.Values, new OutcomeStoreView(open.Generation, connection, showsSmall) { Imported = new([], UnitCostTable.In(then)) }, ct), JsonForms.Answer)));
    }

    private static void Say(Session session, string kind, OutcomeQuote quote, Rerun rerun, bool small) => session.Answer(
        new { rerun.IsSame, Kind = kind, Quote = quote, ShowedSmall = small, rerun.Why, rerun.NotCompared, rerun.Differences },
        output =>
        {
            output.WriteLine(quote.InWords);
            output.WriteLine(rerun.IsSame ? $"The same digits{(small ? "; small counts were shown then" : "")}." : $"Not the same: {rerun.Differences.Count} of its figures.");
            foreach (var d in rerun.Differences.Take(Most)) output.WriteLine($"  {d.Table}, row {d.Row}, {d.Column}: {d.Then ?? "nothing"} then, {d.Now ?? "nothing"} now");
            if (rerun.Differences.Count > Most) output.WriteLine($"  and {rerun.Differences.Count - Most} more");
            foreach (var why in rerun.Why) output.WriteLine(why);
            if (rerun.NotCompared.Count > 0) output.WriteLine($"Not compared: {string.Join(", ", rerun.NotCompared)}. What was taken in is no fact, and may have changed since; unit costs are taken from the kept answer.");
            if (!rerun.IsSame && rerun.Why.Count == 0) output.WriteLine("Definition, folds and tables are as they were. What an evaluator's own files say of women is no fact and is not in it; otherwise the file was changed, or the journal is another.");
        });
}
