using System.CommandLine;
using JourneyTracker.Cli.Access;
using JourneyTracker.Cli.Facts;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/facts.md, docs/stages.md and docs/access.md from the code, or says whether they are up to date.</summary>
internal sealed class FactsVerb : Verb
{
    private readonly Option<bool> check = new("--check") { Description = "Write nothing; refuse when a page is out of date" };

    public FactsVerb() : base("facts", "Write docs/facts.md, docs/stages.md and docs/access.md, the pages of all kinds of facts, of what they do and of who may see them, from the code") => Options.Add(check);

    private sealed record Answer(string Path, bool Changed);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        Answer[] pages = [await WriteAsync("facts.md", FactsPage.Write()), await WriteAsync("stages.md", StagesPage.Write()), await WriteAsync("access.md", AccessPage.Write()), await WriteAsync("access.csv", AccessPage.WriteCases())];
        session.Answer(pages, output =>
        {
            foreach (var page in pages) output.WriteLine(page.Changed ? $"Wrote {page.Path}." : $"{page.Path} is up to date.");
        });
        return ExitCode.Done;

        async Task<Answer> WriteAsync(string name, string page)
        {
            var path = RepositoryPages.PathOf(name);
            var changed = !File.Exists(path) || await File.ReadAllTextAsync(path, cancellation) != page;
            if (changed && session.Get(check))
                throw new RefusedException("The page is out of date: the facts in the code have changed.", path, "Run ./journey facts and commit the page.");
            if (changed) await File.WriteAllTextAsync(path, page, cancellation);
            return new Answer(path, changed);
        }
    }
}
