using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Differences;
using JourneyTracker.Web.Api;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What is different between two replays of one journey.</summary>
internal sealed class DiffVerb : JourneyVerb
{
    private readonly Option<DateTimeOffset?> from = ReadingOptions.InstantOption("--from", "What was known by then: a day (its end) or an instant; now when not said");
    private readonly Option<DateTimeOffset?> to = ReadingOptions.InstantOption("--to", "What was known by then; now when not said");
    private readonly Option<DateOnly?> fromDay = ReadingOptions.Day("--from-day", "Compare two days instead, or as well: the first day");
    private readonly Option<DateOnly?> toDay = ReadingOptions.Day("--to-day", "The second day");

    public DiffVerb() : base("diff", "Compare two replays of one journey: what changed between two instants or two days, which facts made it, who recorded them and why")
    {
        foreach (var option in new Option[] { from, to, ReadingOptions.AsAt, fromDay, toDay, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation)
    {
        var (first, second) = Instants(session);
        // Without days both replays are looked at on one day, so that what differs is what was known.
        var today = Domain.Time.LondonDay.Of(second.KnownAt ?? House.Now);
        var comparison = await hers.House.Reading.CompareAsync(
            hers.Caller, hers.Id, (first.AsAt ?? today, first.KnownAt), (second.AsAt ?? today, second.KnownAt), "journey diff", cancellation)
            ?? throw hers.NotHere;
        session.Answer(ReplayJson.Of(comparison), output => Write(comparison, output));
        return ExitCode.Done;
    }

    private ((DateOnly? AsAt, DateTimeOffset? KnownAt) First, (DateOnly? AsAt, DateTimeOffset? KnownAt) Second) Instants(Session session)
    {
        var asAt = session.Get(ReadingOptions.AsAt);
        return ((session.Get(fromDay) ?? asAt, session.Get(from)), (session.Get(toDay) ?? asAt, session.Get(to)));
    }

    protected override void Check(Session session)
    {
        var (first, second) = Instants(session);
        if ((first.KnownAt ?? House.Now) > (second.KnownAt ?? House.Now)) throw new RefusedException("--to is before --from.", how: "Swap the two instants.") { IsWrongUsage = true };
        if (first == second) throw new RefusedException("There is nothing to compare.", how: "Name two instants with --from and --to, or two days with --from-day and --to-day.") { IsWrongUsage = true };
    }

    private static void Write(JourneyComparison comparison, TextWriter output)
    {
        var (to, difference) = (comparison.To, comparison.Difference);
        output.WriteLine($"{to.Pseudonym}{(to.Name is null ? "" : $" ({to.Name})")}  {to.Id}");
        output.WriteLine($"From: {(comparison.From is { } from ? Moment(from) : "nothing was on record then")}");
        output.WriteLine($"To:   {Moment(to)}");
        output.WriteLine();
        output.WriteLine(difference.Before == difference.After ? $"Stage: {difference.After.Words()}, the same" : $"Stage: {difference.Before.Words()} -> {difference.After.Words()}");
        foreach (var spell in difference.SpellsGone) output.WriteLine("  - " + JourneyWords.Of(spell));
        foreach (var spell in difference.SpellsCome) output.WriteLine("  + " + JourneyWords.Of(spell));
        output.WriteLine();
        output.WriteLine(comparison.Facts.Count == 0 ? "No fact makes a difference." : "The facts that made it");
        foreach (var changed in comparison.Facts) WriteFact(changed, output);
        output.WriteLine();
        output.WriteLine($"Made with {string.Join(", ", comparison.Folds)}");
    }

    private static void WriteFact(FactChanged changed, TextWriter output)
    {
        output.WriteLine($"  {Words(changed.Change),-18}  {changed.Fact.Now.HappenedOn,-19}  {JourneyWords.Title(changed.Fact.Now)}");
        foreach (var said in changed.Since)
            output.WriteLine($"      {said.RecordedAt:yyyy-MM-dd HH:mm} UTC by {JourneyWords.Agency(said)}{(said.RecordedBy is { } who ? $", {who.Person}" : "")}: {said.HappenedOn}{(said.Why is { } why ? $", {CodeWords.Of(why)}" : "")}");
        if (changed is { Change: FactChange.Withheld, Fact.WithdrawnAt: { } at })
            output.WriteLine($"      {at:yyyy-MM-dd HH:mm} UTC by {changed.Fact.WithdrawnBy?.Agency}, {changed.Fact.WithdrawnBy?.Person}: withdrawn{(changed.Fact.WhyWithdrawn is { } why ? $", {CodeWords.Of(why)}" : "")}");
    }

    private static string Words(FactChange change) => change switch
    {
        FactChange.Recorded => "recorded",
        FactChange.Corrected => "corrected",
        FactChange.Withheld => "no longer counts",
        FactChange.Restored => "counts again",
        FactChange.HappenedSince => "happened since",
        FactChange.NotYetHappened => "not yet happened",
        FactChange.Joined => "came by a merge",
        FactChange.Parted => "left by an un-merge",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static string Moment(JourneyReading reading) =>
        $"as at {reading.AsAt:yyyy-MM-dd}, as known at {reading.KnownAt:yyyy-MM-dd HH:mm} UTC (position {reading.Position})";
}
