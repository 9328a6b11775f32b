using System.CommandLine;
using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Who could see a journey on a day, and who did.</summary>
internal sealed class WhoCouldSeeVerb : JourneyVerb
{
    private readonly Option<DateOnly?> on = ReadingOptions.Day("--on", "The day, as 2024-03-01; today when not said");

    public WhoCouldSeeVerb() : base("who-could-see", "Say who could see a journey on a day and how much of it, and who looked on that day")
    {
        foreach (var option in new Option[] { on, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var database = hers.House.Database;
        var sight = await new SightDoor(database.Sources, database.Journal, database.Sealing, database.AccessLog, TimeProvider.System)
            .OnAsync(hers.Caller, hers.Id, session.Get(on) ?? LondonDay.Of(House.Now), "journey who-could-see", cancellation) ?? throw hers.NotHere;
        session.Answer(sight, output => Write(sight, output));
        return ExitCode.Done;
    }

    private static void Write(SightReading sight, TextWriter output)
    {
        output.WriteLine($"{sight.Journey.Pseudonym} as it stood at the end of {sight.Day:yyyy-MM-dd} (position {sight.Position})");
        output.WriteLine("Who could see it, of those who had used this partnership's records by then; women named by sign-in alone are not known here");
        foreach (var person in sight.People)
            output.WriteLine($"  {person.Person}, {person.Agency} ({Code(person.Role)}): {(person.Journey == Sight.NotFound ? "not found" : InWords(person.Facts))}{(person.Looked ? "; looked that day" : "")}");
        output.WriteLine("Who looked that day");
        foreach (var look in sight.Looks) output.WriteLine($"  {LondonDay.InLondon(look.At):HH:mm:ss}  {look.Person}, {look.Agency}: {look.Operation} by {look.Door}{(look.Subject is null ? "" : $" ({look.Subject})")}");
        if (sight.Looks.Count == 0) output.WriteLine("  Nobody");
    }

    private static string InWords(IReadOnlyDictionary<Sight, int> facts) => string.Join(", ", facts.OrderByDescending(f => f.Key).Select(f => $"{f.Value} {Code(f.Key)}"));

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');
}
