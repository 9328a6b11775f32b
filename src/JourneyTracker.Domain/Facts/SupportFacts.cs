namespace JourneyTracker.Domain.Facts;

/// <summary>Her needs were talked over with her. What she chose not to say is not a need that is absent.</summary>
/// <param name="Tool">The assessment's name, sealed: some names say what she was asked about. Null when none was used.</param>
/// <param name="Pathways">Answers on pathways that are not sensitive by themselves.</param>
/// <param name="SensitivePathways">Answers on health, drugs and alcohol, abuse, and sex work, sealed (safeguards S3 and S11).</param>
[FactName("needs-assessed.v1", "Needs assessed", Family.Support, 3)]
public sealed record NeedsAssessed(
    Protected<string>? Tool = null, ValueList<PathwayAnswer>? Pathways = null, Protected<ValueList<PathwayAnswer>>? SensitivePathways = null) : Fact
{
    /// <summary>Pathways whose answers are always sealed (list pathways).</summary>
    public static IReadOnlySet<string> Sensitive { get; } = new HashSet<string>(StringComparer.Ordinal) { "HEALTH", "SUBSTANCE", "ABUSE", "SEX_WORK" };

    /// <summary>Pathways that are disclosures: hers to share, never "no need" (safeguards S3).</summary>
    public static IReadOnlySet<string> Disclosures { get; } = new HashSet<string>(StringComparer.Ordinal) { "ABUSE", "SEX_WORK" };

    public override Fact Seal(ISealer sealer) => this with { Tool = Tool?.Seal(sealer), SensitivePathways = SensitivePathways?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Tool = Tool?.Open(sealer), SensitivePathways = SensitivePathways?.Open(sealer) };
}

/// <summary>Something a source reports that this product has no fact for. It is counted and shown, and changes no stage.</summary>
/// <param name="Type">What kind of contact it is, as a code of lower-case letters and hyphens: never anything about her. It has no digits, so that no number of hers can stand in it.</param>
/// <param name="Detail">Anything else, sealed.</param>
[FactName("contact.v1", "Contact", Family.Support)]
public sealed record Contact(string Type, Protected<string>? Detail = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Detail = Detail?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Detail = Detail?.Open(sealer) };
}

/// <summary>Her answer on one pathway.</summary>
/// <param name="Pathway">Code of the list pathways.</param>
/// <param name="Answer">What she said, or that she was not asked.</param>
public sealed record PathwayAnswer(string Pathway, NeedAnswer Answer);

/// <summary>An answer about support on a pathway.</summary>
public enum NeedAnswer
{
    NotAsked,
    NoSupportNeeded,
    SupportNeeded,
    UrgentSupportNeeded,

    /// <summary>For disclosures: she was asked and shared nothing.</summary>
    AskedNothingShared,

    /// <summary>For disclosures: she chose to share.</summary>
    Shared,
    PrefersNotToSay,
}
