namespace JourneyTracker.Domain.Facts;

/// <summary>A prison received her.</summary>
/// <param name="Basis">In what right she is held.</param>
/// <param name="Prison">Code of the list womens_prisons; null when not known.</param>
[FactName("received.v1", "Received into custody", Family.Custody)]
public sealed record Received(CustodyBasis Basis, string? Prison = null) : Fact;

/// <summary>She stays in custody, but in another right: for example she was sentenced while on remand.</summary>
/// <param name="Basis">The new right.</param>
[FactName("custody-basis-changed.v1", "Basis of custody changed", Family.Custody, 6)]
public sealed record CustodyBasisChanged(CustodyBasis Basis) : Fact;

/// <summary>She was moved to another prison.</summary>
/// <param name="Prison">Where to: code of the list womens_prisons; null when not known.</param>
[FactName("transferred.v1", "Transferred", Family.Custody, 6)]
public sealed record Transferred(string? Prison = null) : Fact;

/// <summary>She left custody. From that day on she is not counted as in custody.</summary>
/// <param name="Kind">In what right she was released.</param>
/// <param name="LicenceEndsOn">For a release on licence: the last day of the licence, that day counts; null when not known.</param>
[FactName("released.v1", "Released", Family.Custody)]
public sealed record Released(ReleaseKind Kind, DateOnly? LicenceEndsOn = null) : Fact;

/// <summary>On what basis a woman is held.</summary>
public enum CustodyBasis
{
    Remand,

    /// <summary>Convicted and awaiting sentence.</summary>
    ConvictedUnsentenced,
    Sentence,
    Recall,

    /// <summary>Fine default, contempt, immigration and other grounds that are no sentence. One code for all: immigration status is not told here (safeguards S11).</summary>
    Civil,
    NotKnown,
}

/// <summary>In what right a woman leaves custody.</summary>
public enum ReleaseKind
{
    OnLicence,
    OnHomeDetentionCurfew,

    /// <summary>At the end of the sentence, without licence.</summary>
    SentenceEnded,
    OnBail,

    /// <summary>Acquitted, discontinued or otherwise no longer held for the court.</summary>
    CaseEnded,

    /// <summary>The sentence was not immediate custody, or was already served on remand.</summary>
    NonCustodialSentence,
    NotKnown,
}
