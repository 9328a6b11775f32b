using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using static JourneyTracker.Domain.Deciding.Fields;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with facts of the family herself.</summary>
internal static class HerselfChecks
{
    private const int LongestAgency = 200;

    public static Refusal? Of(Fact fact, DateOnly today) => fact switch
    {
        JourneyOpened f => Known(CodeList.PoliceForceAreas, f.Area, "area"),
        CharacteristicsRecorded f => Characteristics(f, today),
        SafeContact { Ways: { IsOpen: true } ways } => PlainText(ways.Value.Times, "ways.times")
            ?? PlainText(ways.Value.MustNotKnow, "ways.mustNotKnow") ?? PlainText(ways.Value.Language, "ways.language"),
        PlanAgreed f => Text(f.Words, "words") ?? NotBefore(f, f.ReviewOn, "reviewOn"),
        WorkerNamed { Who: { IsOpen: true } who } => Worker(who.Value),
        Died f => Text(f.Note, "note"),
        LeftArea f => Known(CodeList.PoliceForceAreas, f.To, "to"),
        _ => null,
    };

    private static Refusal? Worker(Worker who) => UserName(who.Person, "who.person") ?? (who.Agency.Length is > 0 and <= LongestAgency ? null : new(
        Rule.Malformed, "The agency has no name, or a very long one.", $"Name it in at most {LongestAgency} characters.", "who.agency"));

    private static Refusal? Characteristics(CharacteristicsRecorded f, DateOnly today)
    {
        if (f.BirthYear is { IsOpen: true } year && (year.Value < Earliest.Year || year.Value > today.Year))
            return new(Rule.ImpossibleDay, "That year of birth cannot be.", "Check the year.", "birthYear");
        return Known(CodeList.Ethnicity, f.Ethnicity, "ethnicity") ?? Known(CodeList.PoliceForceAreas, f.Area, "area")
            ?? Text(f.Religion, "religion") ?? Text(f.SexualOrientation, "sexualOrientation") ?? Text(f.Nationality, "nationality");
    }
}
