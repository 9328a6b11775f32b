using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Definitions that are registered before the data are seen; alone it lists them.</summary>
internal sealed class OutcomesCohortVerb : Verb
{
    public OutcomesCohortVerb() : base("cohort", "Register what is to be asked before the data are seen, and say what is registered")
    {
        Options.Add(ReadingOptions.Partnership);
        foreach (var verb in new Verb[] { new RegisterVerb(), new ListVerb(), new ShowVerb() }) Subcommands.Add(verb);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => ListAsync(session, cancellation);

    private static async Task<int> ListAsync(Session session, CancellationToken ct)
    {
        await using var stores = await Stores.OpenAsync(session, ct);
        var all = await new RegisteredQuestions(stores.House.Database).ListAsync(stores.Caller, ct);
        session.Answer(new { Registered = all.Select(Registered.Document) }, output =>
        {
            if (all.Count == 0) output.WriteLine("Nothing is registered yet: ./journey outcomes cohort register FILE.sql");
            foreach (var entry in all) output.WriteLine(Registered.InWords(entry));
        });
        return ExitCode.Done;
    }

    private sealed class RegisterVerb : Verb
    {
        public RegisterVerb() : base("register", "Register a question by its name and version, with this moment and the journal's position; it is never changed")
        {
            Arguments.Add(Asked.File);
            Options.Add(ReadingOptions.Partnership);
        }

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            var (question, text) = await Registered.ReadAsync(session.Get(Asked.File)!, cancellation);
            await using var stores = await Stores.OpenAsync(session, cancellation);
            var given = new QuestionText(question.Name, question.Version, question.Kind.ToString().ToLowerInvariant(), question.Hash, text);
            var entry = await new RegisteredQuestions(stores.House.Database).RegisterAsync(stores.Caller, given, cancellation) ?? throw new RefusedException("You may not register questions of this partnership.");
            if (entry.Question.Hash != question.Hash)
                throw new RefusedException($"{question.Name}@{question.Version} was registered on {entry.At:yyyy-MM-dd} with another text, and stays as it is.", how: $"Give the file another version: -- version: {question.Version + 1}.");
            session.Answer(Registered.Document(entry), output => output.WriteLine(Registered.InWords(entry)));
            return ExitCode.Done;
        }
    }

    private sealed class ListVerb : Verb
    {
        public ListVerb() : base("list", "List what is registered, with when and at which position") => Options.Add(ReadingOptions.Partnership);

        protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => ListAsync(session, cancellation);
    }

    private sealed class ShowVerb : Verb
    {
        private readonly Argument<string> name = new("NAME") { Description = "The name; NAME@2 for one version, else the latest" };

        public ShowVerb() : base("show", "Show the text of a registered question, and when it was registered")
        {
            Arguments.Add(name);
            Options.Add(ReadingOptions.Partnership);
        }

        protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
        {
            await using var stores = await Stores.OpenAsync(session, cancellation);
            var (_, entry) = await Registered.FindAsync(stores, session.Get(name)!, cancellation) ?? throw new RefusedException($"Nothing is registered as {session.Get(name)}.", how: "./journey outcomes cohort list says what is.");
            session.Answer(new { Registered = Registered.Document(entry), entry.Question.Text }, output =>
            {
                output.WriteLine(Registered.InWords(entry));
                output.WriteLine(entry.Question.Text);
            });
            return ExitCode.Done;
        }
    }
}
