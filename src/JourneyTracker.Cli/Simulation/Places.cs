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
        var place = CodeList.PoliceForceAreas.LabelOf(area);
        return FactCatalogue.Of(fact).Family switch
        {
            Family.Police => new("sim.custody-sergeant", $"{place} police (simulated)"),
            Family.Court => new("sim.court-clerk", "Courts (simulated)"),
            Family.Custody => new("sim.reception", "Prisons (simulated)"),
            Family.Supervision => new("sim.probation-practitioner", $"{place} probation (simulated)"),
            Family.Journal => new("sim.coordinator", $"{place} partnership (simulated)"),
            _ => new("sim.keyworker", $"{place} women's centre (simulated)"),
        };
    }
}
