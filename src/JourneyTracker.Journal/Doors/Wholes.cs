using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Law;
using JourneyTracker.Projections.Dates;
using JourneyTracker.Projections.RecallSupport;

namespace JourneyTracker.Journal.Doors;

/// <summary>Lays out all that is derived of a journey for one caller.</summary>
internal static class Wholes
{
    /// <returns>Null when nothing of her was on record by then.</returns>
    public static WholeReading? Of(OpenedJourney opened, Standpoint at)
    {
        if (SharedPathways.Of(opened, at) is not { } pathways || opened.SeenAt(at) is not { } seen) return null;
        var (caller, access) = (opened.Viewer.Caller, opened.Viewer.Access);
        var maySeeSupport = MaySee.Support(caller, opened.Id, access, at.Day);
        return new WholeReading(
            pathways.Journey, HerDates.Of(HeldFacts.Of(pathways.Journey), LawOfDay.Of(at.Day)), pathways, maySeeSupport, maySeeSupport ? SupportOnLicence.Of(seen.Journey).On(at.Day) : null,
            Enum.GetValues<SharingScope>().Where(s => Consents.Shares(access.Journey, caller, s, opened.Viewer.Today)).ToHashSet())
        {
            Opened = opened,
        };
    }
}
