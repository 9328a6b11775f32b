using System.CommandLine;
using JourneyTracker.Cli.Facts;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/facts.md from the code, or says whether it is up to date.</summary>
internal sealed class FactsVerb : Verb
{
    private readonly Option<bool> check = new("--check") { Description = "Write nothing; refuse when the page is out of date" };

    public FactsVerb() : base("facts", "Write docs/facts.md, the page of all kinds of facts, from the code") => Options.Add(check);

    private sealed record Answer(string Path, bool Changed);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var path = RepositoryPages.PathOf("facts.md");
        var page = FactsPage.Write();
        var changed = !File.Exists(path) || await File.ReadAllTextAsync(path, cancellation) != page;
        if (changed && session.Get(check))
            throw new RefusedException("The page is out of date: the facts in the code have changed.", path, "Run ./journey facts and commit the page.");
        if (changed) await File.WriteAllTextAsync(path, page, cancellation);
        session.Answer(new Answer(path, changed), output => output.WriteLine(changed ? $"Wrote {path}." : $"{path} is up to date."));
        return ExitCode.Done;
    }
}
