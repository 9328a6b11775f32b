using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Recalls;

/// <summary>
/// What is considered and decided about a recall, since she was last recalled. A countersignature counts when the person who signed recorded it, with nothing else changed;
/// who proposed it does not countersign, and nobody does so twice.
/// </summary>
/// <param name="Latest">The fact that says so now.</param>
/// <param name="Proposer">Who recorded the proposal as it stands.</param>
/// <param name="Signed">The countersignatures that count.</param>
/// <param name="Recalled">The recall that followed; null while there is none.</param>
/// <param name="Explained">That it was explained to her; null while it was not.</param>
public sealed record RecallProposal(
    EffectiveFact Latest, Recorder Proposer, IReadOnlyList<Countersignature> Signed, EffectiveFact? Recalled, EffectiveFact? Explained)
{
    /// <summary>How many people countersign a recall (rule REC-13, partly verified).</summary>
    public const int ForRecall = 2;

    /// <summary>How many countersign that she is not recalled: our own rule, so that nobody decides alone.</summary>
    public const int ForNoRecall = 1;

    public RecallConsidered Says => (RecallConsidered)Latest.Fact;

    public int Needed => Says.Decision switch { RecallDecision.Recall => ForRecall, RecallDecision.NoRecall => ForNoRecall, _ => 0 };

    /// <summary>Who countersigned and does not agree: then it has to be decided anew.</summary>
    public IEnumerable<Countersignature> Against => Signed.Where(s => !s.Agreed);

    /// <summary>Whether the decision stands.</summary>
    public bool IsSigned => Needed > 0 && !Against.Any() && Signed.Count >= Needed;

    /// <summary>Whether somebody was asked to countersign, and has not.</summary>
    public bool Awaits(Recorder person) => Recalled is null && Needed > Signed.Count && !Against.Any() && WasAsked(person) && Signed.All(s => s.By != person.Person);

    /// <summary>Whether somebody was asked to countersign: a colleague of the proposer's agency, never the proposer.</summary>
    public bool WasAsked(Recorder person) => person.Agency == Proposer.Agency && person.Person != Proposer.Person && Says.AskedToSign?.Contains(person.Person) == true;

    /// <param name="journey">With what the reader may see open.</param>
    /// <returns>Null when nobody has considered a recall, or when she was released again since.</returns>
    public static RecallProposal? Of(EffectiveJourney journey)
    {
        RecallProposal? proposal = null;
        foreach (var fact in journey.Facts)
        {
            switch (fact.Fact)
            {
                case RecallConsidered considered:
                    proposal = proposal is { Recalled: null } before && IsCountersigned(before, fact, considered, out var by)
                        ? before with { Latest = fact, Signed = [.. before.Signed, by] }
                        : new RecallProposal(fact, fact.Latest.RecordedBy, [], null, null);
                    break;
                case Facts.Recalled:
                    proposal = proposal is null ? null : proposal with { Recalled = fact };
                    break;
                case RecallExplained:
                    proposal = proposal is null ? null : proposal with { Explained = fact };
                    break;
                case ReReleased:
                    proposal = null;
                    break;
            }
        }

        return proposal;
    }

    private static bool IsCountersigned(RecallProposal before, EffectiveFact fact, RecallConsidered considered, out Countersignature by)
    {
        by = considered.Countersignatures is { Count: > 0 } signatures ? signatures[^1] : null!;
        var signer = fact.Latest.RecordedBy;
        return by is not null && by.By == signer.Person && before.WasAsked(signer) && before.Signed.All(s => s.By != signer.Person)
            && considered with { Countersignatures = null, HappenedOn = before.Says.HappenedOn } == before.Says with { Countersignatures = null };
    }
}
