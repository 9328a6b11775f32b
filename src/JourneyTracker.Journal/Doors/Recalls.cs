using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Recalls;

namespace JourneyTracker.Journal.Doors;

/// <summary>What the door of recalls refuses, and what it shows of what is considered.</summary>
internal static class Recalls
{
    public static Refusal NotRecalled { get; } = new(Rule.NotPermitted, "There is no recall on record to explain.", "Record the recall first.");

    /// <summary>What stands in the way of recording what is considered: a decision without its reason, or nobody to countersign it.</summary>
    public static Refusal? Refuse(Caller caller, RecallConsidered considered, RecallProposal? proposal)
    {
        if (proposal is { Recalled: not null }) return new(Rule.NotPermitted, "She has been recalled.", "See what is on record.");
        var needed = considered.Decision switch { RecallDecision.Recall => RecallProposal.ForRecall, RecallDecision.NoRecall => RecallProposal.ForNoRecall, _ => 0 };
        var asked = (considered.AskedToSign ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Contains(caller.Person)) return new(Rule.NotPermitted, "You propose it, so somebody else must countersign.", "Name colleagues.", "askedToSign");
        return asked.Count >= needed ? null
            : new(Rule.Malformed, needed == 1 ? "Name a colleague who countersigns." : "Name two colleagues who countersign.", "Give their user names.", "askedToSign");
    }

    /// <summary>Refuses the proposer, whoever signed before, and who was not asked.</summary>
    public static Refusal? RefuseToSign(Caller caller, RecallProposal? proposal)
    {
        if (proposal is null) return new(Rule.NotPermitted, "There is nothing to countersign.", "Ask who proposed it.");
        if (proposal.Proposer.Person == caller.Person) return new(Rule.NotPermitted, "You proposed it, so somebody else must countersign.", "Ask a colleague.");
        if (proposal.Signed.Any(s => s.By == caller.Person)) return new(Rule.NotPermitted, "You have countersigned it already.", "Somebody else must countersign too.");
        return proposal.Awaits(caller.AsRecorder) ? null : new(Rule.NotPermitted, "It does not wait for your countersignature.", "Ask who proposed it.");
    }

    public static Refusal? RefuseRecall(RecallProposal? proposal) => proposal switch
    {
        { Recalled: not null } => new(Rule.NotPermitted, "The recall is on record already.", "Correct it if something is wrong."),
        { Says.Decision: RecallDecision.Recall, IsSigned: true } => null,
        _ => new(Rule.NotPermitted, "It has not been decided and countersigned that she is recalled.", "Two colleagues have to countersign first."),
    };

    /// <summary>Without what is hers to disclose (safeguards S3).</summary>
    public static RecallProposal? Shown(RecallProposal? proposal) =>
        proposal is null ? null : proposal with { Latest = proposal.Latest with { Fact = Disclosures.Without(proposal.Latest.Fact) } };

    /// <summary>What services answered since they were asked.</summary>
    public static IReadOnlyList<TimelineEntry> Told(JourneyReading journey, GoneWellAsked? asked) =>
        asked is null ? [] : [.. journey.Timeline.Where(e => !e.IsWithdrawn && e.Now.Fact is EngagementTold && e.Now.RecordedAt >= asked.At)];
}
