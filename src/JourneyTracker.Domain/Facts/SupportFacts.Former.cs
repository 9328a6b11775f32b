namespace JourneyTracker.Domain.Facts;

/// <summary>Needs, before an assessment had a version, an occasion, scores and complex needs.</summary>
[FormerName("needs-assessed.v1", typeof(NeedsAssessed))]
public sealed record NeedsAssessedV1(
    Protected<string>? Tool = null, ValueList<PathwayAnswer>? Pathways = null, Protected<ValueList<PathwayAnswer>>? SensitivePathways = null) : FormerShape
{
    public override Fact Lift() => new NeedsAssessed(Tool, Pathways: Pathways, SensitivePathways: SensitivePathways) { HappenedOn = HappenedOn, Matter = Matter };
}
