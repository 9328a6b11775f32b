using System.CommandLine;
using System.Text.Json;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Custody;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Women in custody over time, by the basis on which they are held.</summary>
internal sealed class CustodyVerb : Verb
{
    private readonly Option<DateOnly?> from = ReadingOptions.Day("--from", "The first day, as 2024-01-01");
    private readonly Option<DateOnly?> to = ReadingOptions.Day("--to", "The last day; it counts");
    private readonly Option<Step?> every = PlainOptions.OneOf<Step>("--every", "Count every day, or the same day of every month; day when not said");

    public CustodyVerb() : base("custody", "Count women in custody over time, by basis (the day of release does not count)")
    {
        from.Required = to.Required = true;
        foreach (var option in new Option[] { from, to, every, ReadingOptions.KnownAt, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    private enum Step
    {
        Day,
        Month,
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var days = CustodyPopulation.Days(session.Get(from)!.Value, session.Get(to)!.Value, session.Get(every) == Step.Month);
        if (days.Count == 0) throw new RefusedException("--to is before --from.", how: "Swap the two days.") { IsWrongUsage = true };
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var population = new CustodyPopulation(days);
        var knownAt = session.Get(ReadingOptions.KnownAt);
        var read = await house.Reading.EachAsync(
            caller, knownAt, $"custody from {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}", "journey custody", (_, status) => population.Add(status), cancellation)
            ?? throw new RefusedException("You may not count women of this partnership.");
        var result = population.Result();
        session.SayIfAny(JourneysRead.InWords(read.Frozen));
        session.Answer(Document(result, session.Get(every) ?? Step.Day, knownAt ?? House.Now, read), output => Write(result, output));
        return ExitCode.Done;
    }

    private static object Document(IReadOnlyList<CustodyDay> days, Step every, DateTimeOffset knownAt, JourneysRead read) => new
    {
        From = days[0].Day,
        To = days[^1].Day,
        Every = every,
        KnownAt = knownAt,
        read.Position,
        read.Frozen,
        Days = days.Select(d => new { d.Day, ByBasis = d.ByBasis.ToDictionary(b => Code(b.Key), b => b.Value), InCustody = d.Women, d.OnMoreThanOneBasis }),
    };

    private static void Write(IReadOnlyList<CustodyDay> days, TextWriter output)
    {
        var bases = Enum.GetValues<CustodyBasis>().Where(b => days.Any(d => d.ByBasis[b] > 0)).ToList();
        output.WriteLine($"{"day",-10}  {"women",7}  {string.Join("  ", bases.Select(b => $"{Code(b),9}"))}  {"on two or more",14}");
        foreach (var day in days)
            output.WriteLine($"{day.Day:yyyy-MM-dd}  {day.Women,7}  {string.Join("  ", bases.Select(b => $"{day.ByBasis[b],9}"))}  {day.OnMoreThanOneBasis,14}");
    }

    private static string Code(CustodyBasis basis) => JsonNamingPolicy.KebabCaseLower.ConvertName(basis.ToString());
}
