using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A journey in words, for the verbs that show one.</summary>
internal static class JourneyWords
{
    public static void WriteHead(JourneyReading reading, TextWriter output)
    {
        output.WriteLine($"{reading.Pseudonym}{(reading.Name is null ? "" : $" ({reading.Name})")}  {reading.Id}");
        output.WriteLine($"As at {reading.AsAt:yyyy-MM-dd}, as known at {reading.KnownAt:yyyy-MM-dd HH:mm} UTC (position {reading.Position})");
        if (reading.WentTo is { } survivor) output.WriteLine($"Found to be one woman's journey with {survivor.Pseudonym}, {survivor}: look there.");
        else output.WriteLine($"Stage: {reading.Stage.Words()}{(reading.Since is { } since ? $", since {since:yyyy-MM-dd}" : "")}");
        foreach (var merged in reading.Merged) output.WriteLine($"With the facts of {merged.Pseudonym}, {merged}, found to be the same woman's");
        output.WriteLine();
    }

    public static void WriteSpellsAndMatters(JourneyReading reading, TextWriter output)
    {
        output.WriteLine("Stages, each from its first day until the day it no longer was");
        foreach (var spell in reading.Status.Spells) output.WriteLine("  " + Of(spell));
        output.WriteLine();
        output.WriteLine("Matters");
        foreach (var matter in reading.Status.Matters)
            output.WriteLine($"  {matter.From:yyyy-MM-dd} to {Until(matter.Until)}  {Words(matter.Kind)}{(matter.IsOpenOn(reading.AsAt) ? ", open" : "")}");
        output.WriteLine();
    }

    public static string Of(Spell spell) =>
        $"{spell.From:yyyy-MM-dd} to {Until(spell.Until)}  {spell.Stage.Words()}{(spell.By is null && spell.Agency.Length > 0 ? " (by operation of law)" : "")}";

    public static string Of(TimelineEntry entry) =>
        $"{entry.Now.HappenedOn,-19}  {Title(entry)}  (recorded {entry.Now.RecordedAt:yyyy-MM-dd} by {Agency(entry.Now)})";

    public static string Title(TimelineEntry entry) => Title(entry.Now) + (entry.IsRestricted ? " [restricted]" : entry.IsWithdrawn ? " [withdrawn]" : entry.IsCorrected ? " [corrected]" : "");

    public static string Title(TimelineVersion version) => version.Fact is null ? "Recorded by another service, not shared" : FactCatalogue.Of(version.Fact).Title;

    public static string Agency(TimelineVersion version) => version.RecordedBy?.Agency ?? "another service";

    private static string Until(DateOnly? day) => day is { } until ? until.ToString("yyyy-MM-dd") : "now       ";

    private static string Words(MatterKind kind) => kind switch
    {
        MatterKind.OutOfCourtResolution => "out-of-court resolution",
        MatterKind.Recall => "recall, not returned",
        MatterKind.PostSentenceSupervision => "post-sentence supervision",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
