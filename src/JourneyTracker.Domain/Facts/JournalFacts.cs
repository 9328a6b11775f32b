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
