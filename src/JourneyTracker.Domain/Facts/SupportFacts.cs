namespace JourneyTracker.Domain.Facts;

/// <summary>Something a source reports that this product has no fact for. It is counted and shown, and changes no stage.</summary>
/// <param name="Type">What kind of contact it is, as a code of lower-case letters and hyphens: never anything about her. It has no digits, so that no number of hers can stand in it.</param>
/// <param name="Detail">Anything else, sealed.</param>
[FactName("contact.v1", "Contact", Family.Support)]
public sealed record Contact(string Type, Protected<string>? Detail = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Detail = Detail?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Detail = Detail?.Open(sealer) };
}

/// <summary>
/// Which support a fact is about. Sealed as a whole in every fact that has it: the kind of service alone can tell of abuse, health or sex work, and so
/// could the absence of a plain one.
/// </summary>
/// <param name="Service">The kind of service: code of the list agency_types.</param>
/// <param name="Pathways">Codes of the list pathways. Support on a disclosure may be recorded without the story (safeguards S3).</param>
public sealed record SupportFor(string? Service = null, ValueList<string>? Pathways = null);

/// <summary>How a service and she met.</summary>
public enum ContactMode
{
    NotRecorded,
    InPerson,
    ByPhone,
    ByVideo,
    InWriting,
}
