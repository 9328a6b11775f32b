using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.DataQuality;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What in the records does not fit together, by kind.</summary>
internal sealed class FindingsVerb : Verb
{
    public FindingsVerb() : base("findings", "Count what in the records does not fit together, by kind, with what to ask the agency")
    {
        Options.Add(ReadingOptions.KnownAt);
        Options.Add(ReadingOptions.Partnership);
        Options.Add(ReadingOptions.Why);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var counts = Enum.GetValues<FindingCode>().ToDictionary(c => c, _ => 0);
        var knownAt = session.Get(ReadingOptions.KnownAt);
        var read = await house.Reading.EachAsync(
            caller, knownAt, "findings by kind", "journey findings", (journey, status) =>
            {
                foreach (var finding in DataQualityFindings.Of(journey, status)) counts[finding.Code]++;
            }, cancellation)
            ?? throw new RefusedException("You may not count findings of this partnership.");
        session.SayIfAny(JourneysRead.InWords(read.Frozen));
        session.Answer(
            new { KnownAt = knownAt ?? House.Now, read.Position, read.Frozen, Findings = counts.ToDictionary(c => Code(c.Key), c => c.Value) },
            output => Write(counts, output));
        return ExitCode.Done;
    }

    private static void Write(Dictionary<FindingCode, int> counts, TextWriter output)
    {
        var found = counts.Where(c => c.Value > 0).OrderByDescending(c => c.Value).ToList();
        if (found.Count == 0) output.WriteLine("Everything fits together.");
        foreach (var (code, count) in found) output.WriteLine($"{count,7}  {FindingWords.Of(code)}");
    }

    private static string Code(FindingCode code) => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
