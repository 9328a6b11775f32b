using System.CommandLine;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A verb that writes pages of docs/ from the code, or says whether they are up to date.</summary>
internal abstract class PagesVerb : Verb
{
    private readonly Option<bool> check = new("--check") { Description = "Write nothing; refuse when a page is out of date" };
    private readonly (string Name, Func<string> Write)[] pages;

    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="pages">Each page's file name, and what writes it.</param>
    protected PagesVerb(string name, string description, params (string Name, Func<string> Write)[] pages) : base(name, description)
    {
        this.pages = pages;
        Options.Add(check);
    }

    private sealed record Page(string Path, bool Changed);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var written = new List<Page>();
        foreach (var (name, write) in pages) written.Add(await WriteAsync(session, RepositoryPages.PathOf(name), write(), cancellation));
        session.Answer(written, output =>
        {
            foreach (var page in written) output.WriteLine(page.Changed ? $"Wrote {page.Path}." : $"{page.Path} is up to date.");
        });
        return ExitCode.Done;
    }

    private async Task<Page> WriteAsync(Session session, string path, string text, CancellationToken cancellation)
    {
        var changed = !File.Exists(path) || await File.ReadAllTextAsync(path, cancellation) != text;
        if (changed && session.Get(check)) throw new RefusedException("The page is out of date: the code has changed.", path, $"Run ./journey {Name} and commit the page.");
        if (changed) await File.WriteAllTextAsync(path, text, cancellation);
        return new Page(path, changed);
    }
}
