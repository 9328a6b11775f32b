using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Web.Api;

namespace JourneyTracker.Cli.Verbs;

/// <summary>One journey as at a day and as known at an instant, with what the answer was made from.</summary>
internal sealed class ReplayVerb : JourneyVerb
{
    private readonly Option<bool> follow = new("--follow") { Description = "Step through fact by fact in the order of recording, with the stage after each" };

    public ReplayVerb() : base("replay", "Replay one journey as at any day and as known at any instant, with the position and the folds it was made with")
    {
        foreach (var option in new Option[] { ReadingOptions.AsAt, ReadingOptions.KnownAt, follow, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var replay = await hers.House.Reading.ReplayAsync(hers.Caller, hers.Id, session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), "journey replay", cancellation)
            ?? throw hers.NotHere;
        session.SayIfAny(replay.Reading.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
        session.Answer(ReplayJson.Of(replay, session.Get(follow)), output => Write(replay, session.Get(follow), output));
        return ExitCode.Done;
    }

    private static void Write(JourneyReplay replay, bool follow, TextWriter output)
    {
        JourneyWords.WriteHead(replay.Reading, output);
        if (follow)
        {
            output.WriteLine($"What was recorded, in that order, with the stage on {replay.Reading.AsAt:yyyy-MM-dd} as known then");
            foreach (var step in replay.Steps) output.WriteLine($"  {step.Position,8}  {Words(step)}{(step.Before == step.Stage ? "" : $"  -> {step.Stage.Words()}")}");
            return;
        }

        JourneyWords.WriteSpellsAndMatters(replay.Reading, output);
        output.WriteLine("What counts, in the order in which it happened");
        foreach (var entry in replay.Effective) output.WriteLine("  " + JourneyWords.Of(entry));
        output.WriteLine();
        output.WriteLine($"Made with {string.Join(", ", replay.Folds)}");
    }

    private static string Words(ReplayStep step) => step.Said is { } said
        ? $"{said.RecordedAt:yyyy-MM-dd HH:mm}  {JourneyWords.Agency(said)}: {(step.Kind == StepKind.Corrected ? "corrected, " : "")}{JourneyWords.Title(said)}, {said.HappenedOn}{Why(said)}"
        : $"{step.About.WithdrawnAt:yyyy-MM-dd HH:mm}  {step.About.WithdrawnBy?.Agency ?? "another service"}: withdrawn, {JourneyWords.Title(step.About.Now)}, {step.About.Now.HappenedOn}{(step.About.WhyWithdrawn is { } why ? $" ({CodeWords.Of(why)})" : "")}";

    private static string Why(TimelineVersion said) => said.Why is { } why ? $" ({CodeWords.Of(why)})" : "";
}
