using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Pathways;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Her pathways in words.</summary>
internal static class PathwayWords
{
    public static void Write(PathwayReading reading, TextWriter output)
    {
        JourneyWords.WriteHead(reading.Journey, output);
        if (reading.IsPart) output.WriteLine("Other services have records that are not shared with you: they are not in this answer.\n");
        output.WriteLine("Pathways");
        foreach (var pathway in reading.Pathways.Pathways)
        {
            output.WriteLine($"  {pathway.Name}");
            output.WriteLine(reading.NotShared.Contains(pathway.Code) ? "    hers to share: she has not named you" : $"    {Of(pathway)}");
        }

        if (reading.Pathways.Support.Count > 0) output.WriteLine("\nSupport (the day of the referral does not count in a wait)");
        foreach (var episode in reading.Pathways.Support) output.WriteLine($"  {episode.From:yyyy-MM-dd}  {Of(episode)}");
        if (reading.Pathways.AfterRelease.Count > 0) output.WriteLine("\nAfter release");
        foreach (var outcome in reading.Pathways.AfterRelease)
            output.WriteLine($"  {outcome.ReleasedOn:yyyy-MM-dd}  {outcome.Clock.Question} ({outcome.Clock.Metric}, {outcome.AskedOn:yyyy-MM-dd}): {Of(outcome)}");
        if (reading.Pathways.Cautions.Count > 0) output.WriteLine("\nConditional cautions");
        foreach (var caution in reading.Pathways.Cautions)
            output.WriteLine($"  {caution.From:yyyy-MM-dd}  {caution.Met} of {caution.Conditions} conditions met; complied with: {Of(caution.Complied, caution.WhyUnknown)}");
        if (reading.Pathways.Treatment.Count > 0) output.WriteLine("\nTreatment a court required");
        foreach (var treatment in reading.Pathways.Treatment) output.WriteLine($"  {treatment.ImposedOn:yyyy-MM-dd}  {Of(treatment)}");
    }

    private static string Of(Pathway pathway)
    {
        var now = pathway.Need.Before is { } first ? $"{CodeWords.Of(pathway.Need.Now)}, first talked over {first.Day:yyyy-MM-dd}" : "not asked";
        var change = pathway.Need.Change switch
        {
            NeedChange.NotMeasured => "",
            NeedChange.Unknown => pathway.Need.WhyUnknown is { } why and not NeedChangeUnknown.NoAnswer ? $"; change unknown: {CodeWords.Of(why)}" : "",
            var known => $"; {CodeWords.Of(known)} on {pathway.Need.After!.Day:yyyy-MM-dd} ({pathway.Need.After.Tool}, version {pathway.Need.After.Version})",
        };
        return now + change;
    }

    private static string Of(SupportEpisode episode)
    {
        List<string> parts = [episode.WasReferred ? "referred" : "support without a referral on record"];
        if (Named(episode.For) is { Length: > 0 } what) parts[0] += " for " + what;
        if (episode.AcceptedOn is { } accepted) parts.Add($"accepted {accepted:yyyy-MM-dd}");
        if (episode.DeclinedOn is { } declined) parts.Add($"declined {declined:yyyy-MM-dd} by {CodeWords.Of(episode.DeclinedBy!.Value)}");
        if (episode.FirstContactOn is { } met) parts.Add($"first contact {met:yyyy-MM-dd}");
        if (episode.Wait is { } wait) parts.Add($"{CodeWords.Of(wait.State)} after {wait.Days} days, {wait.WorkingDays} working days");
        if (episode.Kept + episode.Missed > 0) parts.Add($"{episode.Kept} sessions kept, {episode.Missed} not");
        if (episode.EndedOn is { } ended) parts.Add($"ended {ended:yyyy-MM-dd}: {CodeWords.Of(episode.EndReason!.Value)}");
        return string.Join("; ", parts);
    }

    private static string Named(SupportFor? support) => string.Join(
        ", ", (support?.Service is { } service ? [CodeList.AgencyTypes.LabelOf(service)] : Array.Empty<string>()).Concat((support?.Pathways ?? []).Select(PathwayNames.Of)));

    private static string Of(TreatmentFunnel treatment) => string.Join("; ", new[]
    {
        CodeList.RequirementTypes.LabelOf(treatment.Requirement),
        treatment.ReferredOn is { } referred ? $"referred {referred:yyyy-MM-dd}" : "no referral on record",
        treatment.StartedOn is { } started ? $"started {started:yyyy-MM-dd}" : "no start on record",
        $"completed: {CodeWords.Of(treatment.Completed)}",
    });

    private static string Of<T>(OutcomeAnswer answer, T? why) where T : struct, Enum => why is { } unknown ? $"unknown, {CodeWords.Of(unknown)}" : CodeWords.Of(answer);

    private static string Of(ReleaseOutcome outcome) =>
        Of(outcome.Answer, outcome.WhyUnknown)
        + (outcome.LeftOut is { } left ? $" (in no figure: {CodeWords.Of(left)})" : "");
}
