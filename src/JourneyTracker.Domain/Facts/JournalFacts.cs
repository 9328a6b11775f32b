using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Facts;

/// <summary>An earlier fact was wrong and this is what should have been recorded. The wrong one stays in the journal and can be replayed.</summary>
/// <param name="Replaces">The fact it corrects: the latest correction when there was one before.</param>
/// <param name="With">The whole fact as it should have been.</param>
/// <param name="Why">The reason.</param>
/// <param name="Note">The reason in words, sealed.</param>
[FactName("corrected.v1", "Correction", Family.Journal)]
public sealed record Corrected(FactId Replaces, Fact With, CorrectionReason Why, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { With = With.Seal(sealer), Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { With = With.Open(sealer), Note = Note?.Open(sealer) };
}

/// <summary>An earlier fact should not have been recorded at all. It stays in the journal and can be replayed.</summary>
/// <param name="Withdraws">The fact it takes back: the latest correction when there was one.</param>
/// <param name="Why">The reason.</param>
/// <param name="Note">The reason in words, sealed.</param>
[FactName("withdrawn.v1", "Withdrawn", Family.Journal)]
public sealed record Withdrawn(FactId Withdraws, CorrectionReason Why, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>
/// Two journeys are one woman's. It stands in both, under the same fact id: from then on the survivor is read with the facts of the other, and the other says where she went.
/// </summary>
/// <param name="Survivor">The journey under which she is known from now on.</param>
/// <param name="Merged">The journey that is read as part of it.</param>
/// <param name="Why">What shows that they are one woman's.</param>
/// <param name="Note">The same in words, sealed.</param>
[FactName("journeys-merged.v1", "Found to be one woman's journey with another", Family.Journal)]
public sealed record JourneysMerged(JourneyId Survivor, JourneyId Merged, MergeReason Why, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>A merge was wrong: they are two women's journeys after all. It stands in both, under the same fact id.</summary>
/// <param name="Merge">The merge that it undoes.</param>
/// <param name="Why">The reason.</param>
/// <param name="Note">The reason in words, sealed.</param>
[FactName("journeys-unmerged.v1", "Found to be two women's journeys again", Family.Journal)]
public sealed record JourneysUnmerged(FactId Merge, CorrectionReason Why, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>
/// Processing of a fact, or of the whole journey, is restricted (Data Protection Act 2018, sections 46 to 48): it stays in the journal and counts in nothing that is derived.
/// </summary>
/// <param name="Why">The ground.</param>
/// <param name="Restricts">The fact, by its latest recorded form; null for the whole journey.</param>
/// <param name="Note">The ground in words, sealed.</param>
[FactName("processing-restricted.v1", "Processing restricted", Family.Journal)]
public sealed record ProcessingRestricted(RestrictionGround Why, FactId? Restricts = null, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>A restriction no longer holds; what it covered counts again.</summary>
/// <param name="Restriction">The restriction.</param>
/// <param name="Note">The reason in words, sealed.</param>
[FactName("restriction-lifted.v1", "Restriction lifted", Family.Journal)]
public sealed record RestrictionLifted(FactId Restriction, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>
/// She moved from one partnership to another. It closes her journey in the one and opens one in the other. Who she is goes over; no fact does, and what the one says of
/// the other is its name alone, except that the one she left knows the new journey.
/// </summary>
/// <param name="Direction">Whether she went to the other partnership or came from it.</param>
/// <param name="Other">The other partnership.</param>
/// <param name="Journey">Her journey there; null on the journey that was opened by the move, which need not know the old one.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("moved-partnership.v1", "Moved to or from another partnership", Family.Journal)]
public sealed record MovedPartnership(MoveDirection Direction, Partnership Other, JourneyId? Journey = null, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>Which way a move went.</summary>
public enum MoveDirection
{
    /// <summary>She left this partnership.</summary>
    To,

    /// <summary>She came to this partnership.</summary>
    From,
}

/// <summary>What shows that two journeys are one woman's.</summary>
public enum MergeReason
{
    SameIdentifier,
    SameNameAndDateOfBirth,
    SheSaidSo,
    AgencySaidSo,
    OpenedTwice,
    Other,
}

/// <summary>On what ground processing is restricted.</summary>
public enum RestrictionGround
{
    /// <summary>She says that it is wrong, and whether it is cannot be found out (section 46(4)).</summary>
    AccuracyContested,

    /// <summary>It should be erased, but must be kept as evidence (section 47(2)).</summary>
    KeptAsEvidence,

    /// <summary>A court or the Information Commissioner has said so.</summary>
    Ordered,

    Other,
}

/// <summary>Why a fact was corrected or withdrawn.</summary>
public enum CorrectionReason
{
    EnteredInError,
    WrongWoman,
    WrongDay,
    WrongDetail,
    LearntLater,
    Other,
}
