using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Journal.Doors;

/// <summary>Reads a journey with all that a merge has ever joined to it.</summary>
internal static class Kin
{
    /// <summary>Each journey's facts in version order; empty when there is no such journey.</summary>
    public static async Task<IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>>> ReadAsync(
        IJournal journal, Partnership partnership, JourneyId journey, long upTo, CancellationToken ct)
    {
        var own = await journal.ReadAsync(partnership, journey, upTo, ct);
        return own.Count == 0 ? new Dictionary<JourneyId, IReadOnlyList<RecordedFact>>() : await WithAsync(journal, own, upTo, ct);
    }

    /// <param name="journal">Where the others are read.</param>
    /// <param name="own">One journey's facts, at least one.</param>
    /// <param name="upTo">The last position that is read.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyDictionary<JourneyId, IReadOnlyList<RecordedFact>>> WithAsync(
        IJournal journal, IReadOnlyList<RecordedFact> own, long upTo, CancellationToken ct)
    {
        var read = new Dictionary<JourneyId, IReadOnlyList<RecordedFact>> { [own[0].Journey] = own };
        var named = new Queue<JourneyId>(Kindred.NamedBy(own));
        while (named.TryDequeue(out var next))
        {
            if (read.ContainsKey(next)) continue;
            read[next] = await journal.ReadAsync(own[0].Partnership, next, upTo, ct);
            foreach (var further in Kindred.NamedBy(read[next])) named.Enqueue(further);
        }

        return read;
    }
}
