using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Tests.StoredFacts;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Projections;

public sealed class EveryFactIsFolded
{
    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fold_says_what_it_does_with_every_kind_of_fact(string name)
    {
        var journey = A.Journey().With(FactCodec.Read(name, StoredFactFiles.Read(StoredFactFiles.MinimalOf(name))));
        var status = journey.Status;
        Movement.Of(status).Count.Should().Be(status.Spells.Count);
        DataQualityFindings.Of(journey.Replayed, status).All(f => FindingWords.Of(f.Code).Length > 0).Should().BeTrue();
    }
}
