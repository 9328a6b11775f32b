using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Access;

/// <summary>Somebody who looks at one journey, at a moment.</summary>
/// <param name="Caller">Who looks.</param>
/// <param name="Access">What her record says of who may know of it.</param>
/// <param name="Now">The moment.</param>
public sealed record Viewer(Caller Caller, JourneyAccess Access, DateTimeOffset Now)
{
    public DateOnly Today => LondonDay.Of(Now);

    /// <summary>What may be known of the journey.</summary>
    public Sight Of(Partnership owner) => MaySee.Journey(Caller, owner, Access, Now);

    /// <summary>What may be known of a fact.</summary>
    public Sight Of(RecordedFact recorded) => MaySee.Fact(Caller, recorded, Access, Now);

    /// <summary>Whether a part of her record is shared with whoever looks.</summary>
    public bool Shares(SharingScope scope) => Consents.Shares(Access.Sharing, Caller, scope, Today);

    /// <summary>What a fact says to whoever looks; null when nothing.</summary>
    /// <param name="recorded">The recorded fact.</param>
    /// <param name="fact">What it says, or what the correction says that it is.</param>
    /// <param name="sight">What may be known of it.</param>
    public Fact? Portion(RecordedFact recorded, Fact fact, Sight sight)
    {
        var portion = Portions.Of(fact, sight);
        return portion is CircumstancesRecorded { Told: { IsOpen: true } told } circumstances && !IsWhole(recorded)
            ? circumstances with { Told = Protected.Of(Portions.Without(told.Value, Shares(SharingScope.Children), Shares(SharingScope.Health))) }
            : portion;
    }

    /// <summary>Whether nothing of a fact that may be seen is kept back.</summary>
    private bool IsWhole(RecordedFact recorded) => Caller.Role == Role.Auditor || recorded.RecordedBy.Agency == Caller.Agency || Access.IsOverriddenBy(Caller, Now);
}
