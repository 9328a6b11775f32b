namespace JourneyTracker.Domain.Facts;

/// <summary>Her journey was opened in this partnership: by hand, or by an import's first row about her.</summary>
/// <param name="How">Who began it.</param>
/// <param name="Area">The police force area she is known in, by its GSS code (list police_force_areas); null when not known.</param>
[FactName("journey-opened.v1", "Journey opened", Family.Herself, 0)]
public sealed record JourneyOpened(OpenedBy How, string? Area = null) : Fact;

/// <summary>What she, or an agency, says of her protected characteristics. Each is null when it was not asked; "prefers not to say" is an answer.</summary>
/// <param name="Ethnicity">Code of the list ethnicity; NS when she prefers not to say.</param>
/// <param name="BirthYear">The year of birth alone; the date of birth stands in the identity vault only.</param>
/// <param name="Disability">Her answer, sealed: it is health information.</param>
/// <param name="Religion">Her answer, sealed.</param>
/// <param name="SexualOrientation">Her answer, sealed.</param>
/// <param name="Area">The police force area she now lives in, by its GSS code.</param>
/// <param name="GenderReassignment">Her answer, sealed: it is protected information.</param>
/// <param name="Marriage">Her answer, sealed.</param>
/// <param name="Nationality">Her answer, sealed: it can tell of her right to be here.</param>
[FactName("characteristics-recorded.v2", "Characteristics recorded", Family.Herself, 1)]
public sealed record CharacteristicsRecorded(
    string? Ethnicity = null,
    Protected<int>? BirthYear = null,
    Protected<YesNoAnswer>? Disability = null,
    Protected<string>? Religion = null,
    Protected<string>? SexualOrientation = null,
    string? Area = null,
    Protected<YesNoAnswer>? GenderReassignment = null,
    Protected<MarriageAnswer>? Marriage = null,
    Protected<string>? Nationality = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with
    {
        BirthYear = BirthYear?.Seal(sealer),
        Disability = Disability?.Seal(sealer),
        Religion = Religion?.Seal(sealer),
        SexualOrientation = SexualOrientation?.Seal(sealer),
        GenderReassignment = GenderReassignment?.Seal(sealer),
        Marriage = Marriage?.Seal(sealer),
        Nationality = Nationality?.Seal(sealer),
    };

    public override Fact Open(ISealer sealer) => this with
    {
        BirthYear = BirthYear?.Open(sealer),
        Disability = Disability?.Open(sealer),
        Religion = Religion?.Open(sealer),
        SexualOrientation = SexualOrientation?.Open(sealer),
        GenderReassignment = GenderReassignment?.Open(sealer),
        Marriage = Marriage?.Open(sealer),
        Nationality = Nationality?.Open(sealer),
    };

    public override FormerShape? InFormerShape() => (GenderReassignment, Marriage, Nationality) == (null, null, null)
        ? new CharacteristicsRecordedV1(Ethnicity, BirthYear, Disability, Religion, SexualOrientation, Area) { HappenedOn = HappenedOn, Matter = Matter }
        : null;
}

/// <summary>How a journey came to be opened.</summary>
public enum OpenedBy
{
    Hand,
    Import,
    Simulation,
}

/// <summary>An answer to a question that may be left unanswered. Silence is never "no".</summary>
public enum YesNoAnswer
{
    NotAsked,
    Yes,
    No,
    PrefersNotToSay,
}

/// <summary>Whether she is married or in a civil partnership.</summary>
public enum MarriageAnswer
{
    NotAsked,
    PrefersNotToSay,
    Single,
    MarriedOrCivilPartner,
    Separated,
    DivorcedOrDissolved,
    Widowed,
}
