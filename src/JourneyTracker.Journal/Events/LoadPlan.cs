using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Journal.Events;

/// <summary>Decides, for a group of appends and what stands in the journal, what is written and what each append is answered. The same rules as append_group.</summary>
internal sealed class LoadPlan
{
    private static readonly DateTime Never = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
    private readonly AppendOutcome?[] refused;
    private readonly IReadOnlyList<PreparedAppend> appends;
    private readonly LoadSight sight;
    private readonly Dictionary<JourneyId, Growth> growths = [];

    public LoadPlan(IReadOnlyList<PreparedAppend> appends, LoadSight sight)
    {
        (this.appends, this.sight) = (appends, sight);
        refused = new AppendOutcome?[appends.Count];
        for (var i = 0; i < appends.Count; i++)
        {
            if (Refuse(appends[i]) is { } why) refused[i] = new AppendOutcome.Refused(why);
            else Take(appends[i]);
        }
    }

    /// <summary>What is written, in order.</summary>
    public List<NewRow> Rows { get; } = [];

    /// <summary>The journeys that grow, with their new versions.</summary>
    public IReadOnlyDictionary<JourneyId, Growth> Growths => growths;

    /// <summary>Whether one of the appends is refused.</summary>
    public bool Refuses => refused.Any(r => r is not null);

    public bool IsNew(JourneyId journey) => !sight.Streams.ContainsKey(journey);

    /// <param name="numbers">The positions of the rows, in the same order.</param>
    public IReadOnlyList<AppendOutcome> Outcomes(long[] numbers)
    {
        var outcomes = new AppendOutcome[appends.Count];
        var next = 0;
        var versions = new Dictionary<JourneyId, long>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (refused[i] is { } why)
            {
                outcomes[i] = why;
                continue;
            }

            var (append, placed) = (appends[i], new Placed[appends[i].Facts.Count]);
            if (!versions.TryGetValue(append.Journey, out var version)) version = VersionOf(append.Journey);
            for (var f = 0; f < placed.Length; f++)
            {
                placed[f] = Place(append.Facts[f], placed, numbers, ref next);
                if (!placed[f].Repeated) version++;
            }

            versions[append.Journey] = version;
            outcomes[i] = new AppendOutcome.Accepted(placed, version);
        }

        return outcomes;
    }

    private Placed Place(PreparedFact fact, Placed[] before, long[] numbers, ref int next)
    {
        if (fact.SameAs is { } first) return before[first] with { Repeated = true };
        return sight.Known.TryGetValue(fact, out var known) ? new Placed(known.Fact, known.Position, true) : new Placed(fact.Id, numbers[next++], false);
    }

    private Refusal? Refuse(PreparedAppend append)
    {
        if (sight.Elsewhere.Contains(append.Journey)) return Refusals.UnknownJourney;
        var fresh = false;
        foreach (var fact in append.Facts)
        {
            if (fact.SameAs is not null) continue;
            if (!sight.Known.TryGetValue(fact, out var known)) fresh = true;
            else if (known.Journey != append.Journey || (known.Content is { } content && !content.AsSpan().SequenceEqual(fact.Content))) return Refusals.OtherContent;
        }

        if (!fresh) return null;
        if (append.Barred is not null) return append.Barred;
        return append.Expected is { } expected && expected != VersionOf(append.Journey) ? Refusals.VersionConflict(expected, VersionOf(append.Journey)) : null;
    }

    private void Take(PreparedAppend append)
    {
        foreach (var fact in append.Facts)
        {
            if (fact.SameAs is not null || sight.Known.ContainsKey(fact)) continue;
            if (!growths.TryGetValue(append.Journey, out var growth))
            {
                growth = new Growth(VersionOf(append.Journey), sight.Streams.TryGetValue(append.Journey, out var standing) ? standing.Latest : Never);
                growths[append.Journey] = growth;
            }

            Rows.Add(growth.Next(append.Journey, fact));
        }
    }

    private long VersionOf(JourneyId journey) => sight.Streams.TryGetValue(journey, out var standing) ? standing.Version : 0;

    /// <summary>A journey while facts are added to it. Its instants never run backwards.</summary>
    internal sealed class Growth(long version, DateTime latest)
    {
        private DateTime floor = latest;
        private bool now;

        public long Version { get; private set; } = version;

        public NewRow Next(JourneyId journey, PreparedFact fact)
        {
            // After a fact that is recorded now, nothing was recorded earlier.
            now |= fact.RecordedAt is null;
            var row = new NewRow(journey, ++Version, fact, now ? null : fact.RecordedAt!.Value.UtcDateTime, floor);
            if (!now && fact.RecordedAt!.Value.UtcDateTime > floor) floor = fact.RecordedAt.Value.UtcDateTime;
            return row;
        }
    }

    /// <summary>One row of mt_events to be.</summary>
    internal sealed record NewRow(JourneyId Journey, long Version, PreparedFact Fact, DateTime? RecordedAt, DateTime Floor);
}
