using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Drafts;

namespace JourneyTracker.Web.Recording;

/// <summary>A form that somebody may fill in.</summary>
/// <param name="Request">What the address asks.</param>
/// <param name="Journey">Her journey, as it may be seen.</param>
/// <param name="Change">What is corrected; null for a new fact.</param>
/// <param name="Draft">What was kept of it; null for nothing.</param>
/// <param name="Form">The form with what was typed.</param>
internal sealed record OpenForm(RecordRequest Request, JourneyReading Journey, FactToChange? Change, Draft? Draft, FactForm Form)
{
    public FactKind Kind => Form.Kind;

    public DraftOf DraftOf => DraftOf.A(Kind, Request.Journey, Change?.Entry.Id);

    /// <summary>The form of the latest correction, when a former one was named.</summary>
    public RecordRequest? Latest => Change is { IsOutdated: true } ? Request with { Fact = Change.Entry.Now.RecordedId } : null;

    /// <summary>Whether what is corrected can hold what is hers to disclose: it is shown to nobody and stays as it is (safeguards S3).</summary>
    public bool KeepsDisclosures => Change is not null && RecordableKinds.MayHoldDisclosures(Kind);

    public string Who => Journey.Name ?? Journey.Pseudonym;

    /// <summary>The latest safe contact of hers that the caller may read; null when there is none (safeguards S6).</summary>
    public static (SafeContact Fact, HappenedOn When)? SafeContactOf(JourneyReading journey) =>
        journey.Timeline.FirstOrDefault(e => e is { IsWithdrawn: false, Now.Fact: SafeContact { Ways.IsOpen: true } }) is { Now: { Fact: SafeContact fact, HappenedOn: var when } } ? (fact, when) : null;
}
