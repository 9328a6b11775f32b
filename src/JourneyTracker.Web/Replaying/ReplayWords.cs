using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Differences;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Replaying;

/// <summary>Steps, differences and sights in words.</summary>
internal sealed class ReplayWords(IStringLocalizer<Texts> T)
{
    /// <summary>What kind of fact it is, as far as the caller may know.</summary>
    public string Title(TimelineVersion said) => said.Fact is null ? T["Recorded by another service, not shared with you"] : FactCatalogue.Of(said.Fact).Title;

    /// <summary>When it was recorded: to the minute, or the day alone where only that is shared.</summary>
    public static string When(TimelineVersion said) => said.RecordedBy is null ? Words.Of(LondonDay.Of(said.RecordedAt)) : Words.Of(said.RecordedAt);

    public string By(TimelineVersion said) => By(said.RecordedBy);

    public string By(Domain.Journal.Recorder? who) => who is null ? T["another service"] : T["{0}, {1}", who.Person, who.Agency];

    public string Of(ReplayPlace place) => place.Kind switch
    {
        StepKind.Corrected => T["Correction: {0}", Title(place.Said)],
        StepKind.Withdrawn => T["Withdrawn: {0}", Title(place.Said)],
        _ => Title(place.Said),
    };

    public string Of(FactChange change) => change switch
    {
        FactChange.Recorded => T["Recorded in between"],
        FactChange.Corrected => T["Corrected in between"],
        FactChange.Withheld => T["No longer counts"],
        FactChange.Restored => T["Counts again"],
        FactChange.HappenedSince => T["Happened in between, and was known before"],
        FactChange.NotYetHappened => T["Had not happened yet on the second day"],
        FactChange.Joined => T["Came with a journey that was found to be hers"],
        FactChange.Parted => T["Went back to a journey that was found not to be hers"],
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public string Of(Sight sight) => sight switch
    {
        Sight.Seen => T["all of it"],
        Sight.InPart => T["without what is sealed"],
        Sight.AttendanceOnly => T["whether she was there"],
        Sight.Masked => T["only that something is on record"],
        Sight.NotFound => T["nothing"],
        _ => throw new ArgumentOutOfRangeException(nameof(sight)),
    };
}
