using System.CommandLine;

namespace JourneyTracker.Cli.Shell;

/// <summary>One verb of the command line. Its file declares its options and what it does; it stands in <c>AllVerbs</c>.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description) : base(name, description) =>
        SetAction((parsed, cancellation) => RunAsync(CommandLine.SessionOf(parsed), cancellation));

    /// <summary>Returns an <see cref="ExitCode"/>. Refusals are thrown as <see cref="RefusedException"/>.</summary>
    protected abstract Task<int> RunAsync(Session session, CancellationToken cancellation);
}
