namespace JourneyTracker.Domain.Facts;

/// <summary>Which disposal hides behind the code OTHER. The two codes are of one length: sealed, they look the same.</summary>
public enum OtherDisposal
{
    /// <summary>Another one, or nobody says which.</summary>
    NotSaid,

    /// <summary>A hospital order.</summary>
    Hospital,
}

/// <summary>How a disposal that tells of her health stands as OTHER beside a sealed code (safeguards S11).</summary>
internal static class OtherDisposals
{
    /// <summary>The code of the list disposals that stands in the clear.</summary>
    public const string Neutral = "OTHER";

    /// <summary>The code of the list disposals that does not.</summary>
    public const string Hospital = "HOSPITAL";

    /// <summary>Every OTHER is sealed with something beside it.</summary>
    public static Protected<OtherDisposal>? Seal(string? code, Protected<OtherDisposal>? other, ISealer sealer) =>
        (code == Neutral ? other ?? Protected.Of(OtherDisposal.NotSaid) : other)?.Seal(sealer);

    /// <summary>The one code that says both; null when none does, or it cannot be read here.</summary>
    public static string? Told(string? code, Protected<OtherDisposal>? other) => (code, other) switch
    {
        (_, null) => code,
        (Neutral, { IsOpen: true, Value: OtherDisposal.Hospital }) => Hospital,
        (Neutral, { IsOpen: true }) => Neutral,
        _ => null,
    };

    /// <summary>What stands in the clear for a code that was stored before.</summary>
    public static string? CodeOf(string? former) => former == Hospital ? Neutral : former;

    /// <summary>What is sealed for it.</summary>
    public static Protected<OtherDisposal>? Of(string? former) => former == Hospital ? Protected.Of(OtherDisposal.Hospital) : null;
}
