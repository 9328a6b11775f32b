using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Api;

namespace JourneyTracker.Cli.Verbs;

/// <summary>One journey: stage, spells, matters, facts.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<JourneyId> journey = new("JOURNEY")
    {
        Description = "The journey's id",
        CustomParser = result =>
        {
            if (JourneyId.TryParse(result.Tokens[0].Value, null, out var id)) return id;
            result.AddError($"\"{result.Tokens[0].Value}\" is not a journey's id");
            return default;
        },
    };

    public ShowVerb() : base("show", "Show one journey: stage, spells, matters and facts, as at any day and as known at any instant")
    {
        Arguments.Add(journey);
        foreach (var option in new Option[] { ReadingOptions.AsAt, ReadingOptions.KnownAt, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var reading = await house.Reading.JourneyAsync(
            caller, session.Get(journey), session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), "journey show", cancellation)
            ?? throw new RefusedException($"There is no journey {session.Get(journey)} here.", how: "Check the id and the partnership.");
        session.SayIfAny(reading.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
        session.Answer(JourneyJson.Of(reading), output => Write(reading, output));
        return ExitCode.Done;
    }

    private static void Write(JourneyReading reading, TextWriter output)
    {
        output.WriteLine($"{reading.Pseudonym}{(reading.Name is null ? "" : $" ({reading.Name})")}  {reading.Id}");
        output.WriteLine($"As at {reading.AsAt:yyyy-MM-dd}, as known at {reading.KnownAt:yyyy-MM-dd HH:mm} UTC (position {reading.Position})");
        output.WriteLine($"Stage: {reading.Stage.Words()}{(reading.Since is { } since ? $", since {since:yyyy-MM-dd}" : "")}");
        output.WriteLine();
        output.WriteLine("Stages, each from its first day until the day it no longer was");
        foreach (var spell in reading.Status.Spells)
            output.WriteLine($"  {spell.From:yyyy-MM-dd} to {Until(spell.Until)}  {spell.Stage.Words()}{(spell.By is null ? " (by operation of law)" : "")}");
        output.WriteLine();
        output.WriteLine("Matters");
        foreach (var matter in reading.Status.Matters)
            output.WriteLine($"  {matter.From:yyyy-MM-dd} to {Until(matter.Until)}  {Words(matter.Kind)}{(matter.IsOpenOn(reading.AsAt) ? ", open" : "")}");
        output.WriteLine();
        output.WriteLine("Facts, newest first");
        foreach (var entry in reading.Timeline)
            output.WriteLine($"  {entry.Now.HappenedOn,-19}  {Title(entry)}  (recorded {entry.Now.RecordedAt:yyyy-MM-dd} by {entry.Now.RecordedBy?.Agency ?? "another service"})");
    }

    private static string Title(TimelineEntry entry) => (entry.Now.Fact is null ? "Recorded by another service, not shared" : FactCatalogue.Of(entry.Now.Fact).Title)
        + (entry.IsWithdrawn ? " [withdrawn]" : entry.IsCorrected ? " [corrected]" : "");

    private static string Until(DateOnly? day) => day is { } until ? until.ToString("yyyy-MM-dd") : "now       ";

    private static string Words(MatterKind kind) => kind switch
    {
        MatterKind.OutOfCourtResolution => "out-of-court resolution",
        MatterKind.Recall => "recall, not returned",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
