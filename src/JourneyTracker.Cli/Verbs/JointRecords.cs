using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What the verbs share that record something of a journey, or of two.</summary>
internal static class JointRecords
{
    public static Option<string?> Note { get; } = new("--note") { Description = "The reason in words; it is kept sealed", HelpName = "TEXT" };

    public static Protected<string>? NoteOf(Session session) => session.Get(Note) is { Length: > 0 } note ? Protected.Of(note) : null;

    public static MergingDoor Door(House house) => new(house.Database.Journal, house.Database.Vault, house.Database.AccessLog, house.Database.Access, TimeProvider.System);

    /// <exception cref="RefusedException">It was refused.</exception>
    public static SubmissionOutcome.Recorded Expect(SubmissionOutcome outcome) => outcome switch
    {
        SubmissionOutcome.Recorded recorded => recorded,
        SubmissionOutcome.Refused refused => throw new RefusedException(refused.Why.What, how: refused.Why.How),
        _ => throw new InvalidOperationException("There is no third outcome."),
    };
}
