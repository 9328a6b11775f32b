using System.CommandLine;
using JourneyTracker.Cli.Dates;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/definitions.md from the code and its data, or says whether it is up to date.</summary>
internal sealed class DefinitionsVerb : Verb
{
    private readonly Option<bool> check = new("--check") { Description = "Write nothing; refuse when the page is out of date" };

    public DefinitionsVerb() : base("definitions", "Write docs/definitions.md, the page of the rules on dates, from the code and its data") => Options.Add(check);

    private sealed record Answer(string Path, bool Changed);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var path = RepositoryPages.PathOf("definitions.md");
        var page = DefinitionsPage.Write();
        var changed = !File.Exists(path) || await File.ReadAllTextAsync(path, cancellation) != page;
        if (changed && session.Get(check))
            throw new RefusedException("The page is out of date: the rules have changed.", path, "Run ./journey definitions and commit the page.");
        if (changed) await File.WriteAllTextAsync(path, page, cancellation);
        session.Answer(new Answer(path, changed), output => output.WriteLine(changed ? $"Wrote {path}." : $"{path} is up to date."));
        return ExitCode.Done;
    }
}
