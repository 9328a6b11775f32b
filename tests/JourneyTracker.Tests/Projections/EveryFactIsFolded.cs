using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Projections;

public sealed class EveryFactIsFolded
{
    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fold_says_what_it_does_with_every_kind_of_fact(string name)
    {
        var journey = A.Journey().With(Sample(FactCatalogue.Find(name)!.Type));
        var status = journey.Status;
        Movement.Of(status).Count.Should().Be(status.Spells.Count);
        DataQualityFindings.Of(journey.Replayed, status).All(f => FindingWords.Of(f.Code).Length > 0).Should().BeTrue();
    }

    /// <summary>The smallest fact of a kind: required parts only.</summary>
    private static Fact Sample(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var values = constructor.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue
            : p.ParameterType == typeof(string) ? "FINE"
            : p.ParameterType == typeof(Fact) ? Facts.Arrested()
            : p.ParameterType == typeof(ValueList<CautionCondition>) ? (ValueList<CautionCondition>)[new(CautionConditionKind.Other)]
            : RuntimeHelpers.GetUninitializedObject(p.ParameterType));
        return (Fact)constructor.Invoke([.. values]) with { HappenedOn = HappenedOn.OnDay(A.Day("2024-01-01")) };
    }
}
