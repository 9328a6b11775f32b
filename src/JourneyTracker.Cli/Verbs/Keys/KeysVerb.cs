using JourneyTracker.Cli.Shell;

namespace JourneyTracker.Cli.Verbs.Keys;

/// <summary>What whoever keeps the keys does with them; alone it says how they stand.</summary>
internal sealed class KeysVerb : Verb
{
    public KeysVerb() : base("keys", "Say how the keys stand, change the master key while programs run, back journeys' keys up and restore them")
    {
        foreach (var verb in new Verb[] { new KeysStatusVerb(), new KeysRotateVerb(), new KeysBackupVerb(), new KeysRestoreVerb() }) Subcommands.Add(verb);
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => KeysStatusVerb.AnswerAsync(session, cancellation);
}
