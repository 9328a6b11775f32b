using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>A woman whom the walk asks for. Everything of hers that not everybody may know has a text that stands nowhere else.</summary>
/// <param name="Kind">What is special about her.</param>
/// <param name="Journey">Her journey.</param>
/// <param name="Name">Her name, in the vault.</param>
/// <param name="Facts">What is on record of her.</param>
internal sealed record Her(HerKind Kind, JourneyId Journey, string Name, IReadOnlyList<Told> Facts)
{
    /// <summary>The call that a women's centre recorded.</summary>
    public FactId Call { get; init; }

    /// <summary>Whether she stands on a board: not while no justice agency knows of her (safeguards S10).</summary>
    public bool IsOnBoard => Kind != HerKind.SupportAlone;
}

/// <summary>One fact of hers.</summary>
/// <param name="Part">Which part of the record it belongs to.</param>
/// <param name="Agency">Who recorded it.</param>
/// <param name="By">The person there: told with the fact, whatever is sealed of it.</param>
/// <param name="Words">What is sealed in it; null when nothing is.</param>
/// <param name="IsSpent">Whether it is a caution that is spent.</param>
/// <param name="IsDisclosure">Whether its words are about what is hers to disclose: they are shown to nobody (safeguards S3).</param>
internal sealed record Told(RecordPart Part, string Agency, string By, string? Words, bool IsSpent = false, bool IsDisclosure = false);

/// <summary>The women of the walk.</summary>
internal enum HerKind
{
    /// <summary>Known to justice and support; one person is barred, and one opened her record in an emergency.</summary>
    Usual,

    /// <summary>The same, and shares all with a women's centre and her attendance with a housing service.</summary>
    Sharing,

    /// <summary>Only a women's centre may know of her.</summary>
    Limited,

    /// <summary>No justice agency knows of her.</summary>
    SupportAlone,
}
