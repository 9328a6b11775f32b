using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Journal.Today;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Who needs somebody today and why, a page at a time.</summary>
internal sealed class TodayVerb : Verb
{
    private readonly Option<int> from = PlainOptions.Whole("--from", "How many women are passed over: where the page before ended", "N", otherwise: 0, least: 0, most: 1_000_000);

    public TodayVerb() : base("today", "List who needs somebody today and why, the most urgent first, with the rule behind it and what helps")
    {
        foreach (var option in new Option[] { from, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var today = await new TodayDoor(house.Database, TimeProvider.System).ReadAsync(caller, new TodayQuery(From: session.Get(from)), "journey today", cancellation)
            ?? throw new RefusedException("You may not read journeys of this partnership.");
        session.Answer(
            new { today.Day, today.Next, Prompts = today.Entries.Select(Document) },
            output => Write(today, output));
        return ExitCode.Done;
    }

    private static object Document(TodayEntry entry) => new
    {
        entry.Journey,
        Kind = entry.Prompt.Kind.Code,
        entry.Prompt.First,
        entry.Prompt.Due,
        entry.Prompt.Last,
        Needed = Needed(entry),
        entry.Prompt.Kind.Help,
        entry.Prompt.Kind.Rule,
        entry.Prompt.Kind.Confidence,
        Because = new { entry.Prompt.Because.Id, entry.Prompt.Because.Fact.HappenedOn, FactCatalogue.Of(entry.Prompt.Because.Fact).Title },
        State = entry.State.ToString().ToLowerInvariant(),
    };

    private static void Write(TodayReading today, TextWriter output)
    {
        if (today.Entries.Count == 0) output.WriteLine("Nobody needs someone today that is known here.");
        foreach (var entry in today.Entries)
        {
            output.WriteLine($"{entry.Prompt.Due:yyyy-MM-dd}  {entry.Journey.Pseudonym}{(entry.Name is null ? "" : $" {entry.Name}")}: {Needed(entry)}{(entry.State == PromptState.Taken ? " (taken)" : "")}");
            output.WriteLine($"    why: {FactCatalogue.Of(entry.Prompt.Because.Fact).Title}, {entry.Prompt.Because.Fact.HappenedOn} ({entry.Prompt.Kind.Rule})");
            output.WriteLine($"    -> {entry.Prompt.Kind.Help}");
        }

        if (today.Next is { } next) output.WriteLine($"There may be more: ./journey today --from {next}");
    }

    private static string Needed(TodayEntry entry) => entry.Prompt.Kind.Words.Replace("{day}", $"{entry.Prompt.Due:yyyy-MM-dd}", StringComparison.Ordinal);
}
