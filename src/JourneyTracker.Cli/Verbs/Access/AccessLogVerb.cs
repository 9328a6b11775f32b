using System.CommandLine;
using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.AccessLog;

namespace JourneyTracker.Cli.Verbs.Access;

/// <summary>Searches the access log. The search is written down in it.</summary>
internal sealed class AccessLogVerb : Verb
{
    private readonly Option<string?> journey = JourneyArgument.Option("--journey", "Only one woman's: her journey's id or its short name");
    private readonly Option<string?> person = new("--person") { Description = "Only what this person did", HelpName = "PERSON" };
    private readonly Option<string?> agency = new("--agency") { Description = "Only what people of this agency did", HelpName = "NAME" };
    private readonly Option<AccessOperation?> operation = PlainOptions.OneOf<AccessOperation>("--operation", "Only this", "OPERATION");
    private readonly Option<string?> door = new("--door") { Description = "Only through pages, endpoints or verbs that begin with this, as page: or api:journeys", HelpName = "DOOR" };
    private readonly Option<int> most = PlainOptions.Whole("--most", "At most so many lines, the newest", "N", otherwise: 100, least: 1, most: 1_000_000);

    public AccessLogVerb() : base("access-log", "Say who did what with whose journey, when, where and why; for auditors, and written down itself")
    {
        foreach (var option in new Option[] { journey, person, agency, operation, door, AccessOptions.From, AccessOptions.To, most, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var query = new AccessQuery(
            session.Get(journey) is { } named ? await house.JourneyAsync(caller, named, cancellation) : null, session.Get(person), session.Get(agency), session.Get(operation),
            session.Get(door), AccessOptions.FromOf(session), AccessOptions.ToOf(session), session.Get(most));
        var found = await new AccessLogDoor(house.Database, TimeProvider.System).SearchAsync(caller, query, "journey access-log", cancellation)
            ?? throw new RefusedException("You may not ask the access log of this partnership.");
        session.Answer(
            new
            {
                Found = found.Select(f => new
                {
                    f.Entry.At,
                    f.Entry.By.Person,
                    f.Entry.By.Agency,
                    f.Entry.By.AgencyType,
                    f.Entry.By.Role,
                    f.Entry.Operation,
                    Journey = f.Entry.Journey?.Value,
                    f.Entry.Door,
                    f.Entry.Subject,
                    f.Entry.Why,
                }),
            },
            output =>
            {
                foreach (var (entry, _) in found) output.WriteLine(Line(entry));
                if (found.Count == 0) output.WriteLine("Nothing fits.");
                if (found.Count == query.Most) output.WriteLine($"There may be more than {query.Most}: say --most, or narrow it.");
            });
        return ExitCode.Done;
    }

    private static string Line(AccessEntry entry) => string.Join("  ", new[]
    {
        entry.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), $"{entry.By.Person}, {CodeWords.Of(entry.By.Role)} of {entry.By.Agency}", CodeWords.Of(entry.Operation),
        entry.Journey?.Pseudonym, entry.Door, entry.Subject, entry.Why is null ? null : $"why: {entry.Why}",
    }.Where(part => part is not null));
}
