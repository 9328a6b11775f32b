using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with the fields of a fact about herself.</summary>
internal static class HerselfChecks
{
    public static Refusal? Of(Fact fact, DateOnly today) => fact switch
    {
        JourneyOpened f => Known(CodeList.PoliceForceAreas, f.Area, "area"),
        CharacteristicsRecorded f => Characteristics(f, today),
        _ => null,
    };

    private static Refusal? Characteristics(CharacteristicsRecorded f, DateOnly today)
    {
        if (f.BirthYear is { IsOpen: true } year && (year.Value < Earliest.Year || year.Value > today.Year))
            return new(Rule.ImpossibleDay, "That year of birth cannot be.", "Check the year.", "birthYear");
        return Known(CodeList.Ethnicity, f.Ethnicity, "ethnicity") ?? Known(CodeList.PoliceForceAreas, f.Area, "area")
            ?? Text(f.Religion, "religion") ?? Text(f.SexualOrientation, "sexualOrientation");
    }
}
