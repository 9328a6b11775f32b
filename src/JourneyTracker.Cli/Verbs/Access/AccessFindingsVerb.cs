using System.CommandLine;
using System.Globalization;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Access;
using JourneyTracker.Journal.AccessLog;

namespace JourneyTracker.Cli.Verbs.Access;

/// <summary>Access that somebody of the partnership should ask about.</summary>
internal sealed class AccessFindingsVerb : Verb
{
    private static readonly TimeSpan Usually = TimeSpan.FromDays(30);

    private readonly Option<int> many = PlainOptions.Whole(
        "--many", "More journeys opened by one person within an hour are a finding", "N", UnusualAccessRule.Of(UnusualAccessRule.Many).Limit!.Value, least: 1, most: 1_000_000);

    public AccessFindingsVerb() : base("access-findings", "List unusual access of the last 30 days: nothing to do with her, many women at once, her own family name; for auditors, and written down")
    {
        foreach (var option in new Option[] { AccessOptions.From, AccessOptions.To, many, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var to = AccessOptions.ToOf(session) ?? House.Now;
        var from = AccessOptions.FromOf(session) ?? to - Usually;
        var found = await new AccessLogDoor(house.Database, TimeProvider.System).FindingsAsync(caller, from, to, session.Get(many), "journey access-findings", cancellation)
            ?? throw new RefusedException("You may not ask the access log of this partnership.");
        session.Answer(
            new
            {
                From = from,
                To = to,
                Many = session.Get(many),
                Rules = UnusualAccessRule.All.Select(r => new { r.Code, r.Words, r.ToDo, r.Source, r.Confidence }),
                Findings = found.Select(f => new { f.Code, f.By.Person, f.By.Agency, f.By.Role, Journey = f.Journey?.Value, f.First, f.Last, f.Count }),
            },
            output => Write(found, output));
        return ExitCode.Done;
    }

    private static void Write(IReadOnlyList<UnusualAccess> found, TextWriter output)
    {
        if (found.Count == 0) output.WriteLine("Nothing unusual.");
        foreach (var kind in found.GroupBy(f => f.Code))
        {
            var rule = UnusualAccessRule.Of(kind.Key);
            output.WriteLine($"{rule.Words}. There may be a good reason. {rule.ToDo}. ({rule.Source})");
            foreach (var f in kind)
                output.WriteLine($"  {f.By.Person}, {CodeWords.Of(f.By.Role)} of {f.By.Agency}: {(f.Journey is { } journey ? $"{journey.Pseudonym}, looked at {Times(f.Count)}" : $"{f.Count} journeys")}, {Instant(f.First)} to {Instant(f.Last)}");
        }
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
