using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Projections.RecallSupport;

/// <summary>What would have been said of support on past days, from what was known then; for a backtest of the rule alone (safeguards S1).</summary>
/// <param name="LicenceFrom">The first day of the licence.</param>
/// <param name="Day">The day, a number of whole steps after that.</param>
/// <param name="Points">The number behind it.</param>
/// <param name="Needed">Whether support would have been offered.</param>
/// <param name="ByTheSource">When something was known is in part what an agency's own system says, and not when it was recorded here.</param>
public sealed record SupportThen(DateOnly LicenceFrom, DateOnly Day, int Points, bool Needed, bool ByTheSource)
{
    /// <summary>For each licence that is on record now, the days after its first by steps of <paramref name="every"/> days, as long as it was known then that she was on licence.</summary>
    /// <param name="recorded">One journey's facts in version order, with their protected values open.</param>
    /// <param name="every">The step, in days.</param>
    /// <param name="last">The last day.</param>
    public static IEnumerable<SupportThen> Of(IReadOnlyList<RecordedFact> recorded, int every, DateOnly last)
    {
        foreach (var licence in MatterFold.Of(Replay.Of(recorded)).Matters.Where(m => m.Kind == MatterKind.Licence))
            for (var day = licence.From.AddDays(every); day <= last && licence.IsOpenOn(day); day = day.AddDays(every))
                if (On(recorded, licence.From, day) is { } then) yield return then;
    }

    /// <summary>When it was known: when the agency's own system learnt it, where that is on record; else when it was recorded here.</summary>
    private static DateOnly KnownOn(RecordedFact fact) => LondonDay.Of(fact.SourceRecordedAt ?? fact.RecordedAt);

    private static SupportThen? On(IReadOnlyList<RecordedFact> recorded, DateOnly from, DateOnly day)
    {
        var known = recorded.Where(f => KnownOn(f) <= day).ToList();
        return SupportOnLicence.Of(Replay.Of(known)).On(day) is { } answer
            ? new(from, day, answer.PointsForEvaluators, answer.SupportNeeded, known.Any(f => f.SourceRecordedAt is not null))
            : null;
    }
}
