using System.CommandLine;
using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Stands here for help; the script at the root does the work, because it builds the tests first.</summary>
internal sealed class TestVerb : Verb
{
    public TestVerb() : base("test", "Run every test and end with the counts (--full adds the long ones)") =>
        Options.Add(new Option<bool>("--full") { Description = "Add the long matrices and the kill tests" });

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) =>
        throw new RefusedException("Tests are run by the script at the root of the repository.", how: "Run ./journey test there.");
}
