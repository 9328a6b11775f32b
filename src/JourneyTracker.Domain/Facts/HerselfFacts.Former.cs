namespace JourneyTracker.Domain.Facts;

/// <summary>Characteristics, before she was asked about gender reassignment, marriage and nationality.</summary>
[FormerName("characteristics-recorded.v1", typeof(CharacteristicsRecorded))]
public sealed record CharacteristicsRecordedV1(
    string? Ethnicity = null,
    Protected<int>? BirthYear = null,
    Protected<YesNoAnswer>? Disability = null,
    Protected<string>? Religion = null,
    Protected<string>? SexualOrientation = null,
    string? Area = null) : FormerShape
{
    public override Fact Lift() => new CharacteristicsRecorded(Ethnicity, BirthYear, Disability, Religion, SexualOrientation, Area)
    {
        HappenedOn = HappenedOn,
        Matter = Matter,
    };
}
