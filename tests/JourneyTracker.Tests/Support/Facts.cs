using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Support;

/// <summary>Short ways to write facts in tests.</summary>
internal static class Facts
{
    public static T On<T>(this T fact, string day)
        where T : Fact => fact with { HappenedOn = HappenedOn.Parse(day, null) };

    public static T About<T>(this T fact, string matter)
        where T : Fact => fact with { Matter = new MatterReference(matter) };

    public static Arrested Arrested() => new() { HappenedOn = default };

    public static ProsecutionStarted Charged() => new(ProsecutionForm.Charge) { HappenedOn = default };

    public static Received Received(CustodyBasis basis) => new(basis) { HappenedOn = default };

    public static Released Released(ReleaseKind kind, string? licenceEndsOn = null) =>
        new(kind, licenceEndsOn is null ? null : A.Day(licenceEndsOn)) { HappenedOn = default };

    public static Sentenced Sentenced(string disposal, string? length = null, string? operationalPeriod = null) => new(
        disposal, Length(length), Length(operationalPeriod))
    { HappenedOn = default };

    public static Recalled Recalled() => new("FTR_28") { HappenedOn = default };

    public static ReturnedToCustody Returned() => new() { HappenedOn = default };

    private static Term? Length(string? term) => term is null ? null : Term.Parse(term, null);
}
