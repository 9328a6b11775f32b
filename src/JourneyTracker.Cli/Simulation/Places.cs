using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Where simulated journeys take place, and who records them. The areas and prisons are real codes; the agencies' people are made up.</summary>
internal static class Places
{
    public static IReadOnlyList<string> Areas { get; } = ["E23000029", "E23000030", "E23000033"];

    public static string[] Prisons { get; } = ["BZI", "BZI", "SDI", "EWI", "PFI"];

    public static string[] SentencedPrisons { get; } = ["DWI", "SDI", "ESI", "EWI"];

    /// <summary>With whom women agree to share.</summary>
    public static string[] Recipients { get; } = ["Midtown housing advice (simulated)", "Midtown health service (simulated)", "Midtown probation (simulated)"];

    public static Recorder RecorderOf(Fact fact, string area)
    {
        var family = FactCatalogue.Of(fact).Family;
        return new(PersonOf(family), AgencyOf(family, area));
    }

    public static string AgencyOf(Family family, string area)
    {
        var place = CodeList.PoliceForceAreas.LabelOf(area);
        return family switch
        {
            Family.Police => $"{place} police (simulated)",
            Family.Court => "Courts (simulated)",
            Family.Custody => "Prisons (simulated)",
            Family.Supervision => $"{place} probation (simulated)",
            Family.Journal => $"{place} partnership (simulated)",
            _ => $"{place} women's centre (simulated)",
        };
    }

    private static string PersonOf(Family family) => family switch
    {
        Family.Police => "sim.custody-sergeant",
        Family.Court => "sim.court-clerk",
        Family.Custody => "sim.reception",
        Family.Supervision => "sim.probation-practitioner",
        Family.Journal => "sim.coordinator",
        _ => "sim.keyworker",
    };
}
