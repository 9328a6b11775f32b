using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>
/// Hands journeys on to a fold: most as they come, those that a merge has ever joined to others when all of these have been read. They are few, so they are kept.
/// </summary>
/// <param name="fold">Takes a journey, with those that are read as part of it.</param>
internal sealed class KinFolding(Action<JourneyFacts> fold)
{
    private readonly Dictionary<(Partnership, JourneyId), IReadOnlyList<RecordedFact>> _read = [];
    private readonly HashSet<(Partnership Partnership, JourneyId Journey)> _taken = [];

    public bool Any => _taken.Count > 0;

    /// <param name="hers">All facts of one journey in version order, at least one.</param>
    public void Take(IReadOnlyList<RecordedFact> hers)
    {
        if (!Kindred.Has(hers))
        {
            fold(JourneyFacts.Of(hers));
            return;
        }

        var journey = (hers[0].Partnership, hers[0].Journey);
        _taken.Add(journey);
        _read[journey] = hers;
    }

    /// <summary>Reads what the merges name, directly or through others.</summary>
    public async Task ReadAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, long upTo, CancellationToken ct)
    {
        for (var missing = Missing(); missing.Count > 0; missing = Missing())
        {
            foreach (var journey in missing) _read[journey] = [];
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { FoldSql.ReadFacts(Touched.Of(missing), upTo) } };
            await using var rows = await batch.ExecuteReaderAsync(ct);
            await FoldReading.JourneysAsync(rows, hers => _read[(hers[0].Partnership, hers[0].Journey)] = hers, ct);
        }
    }

    /// <summary>Folds the journeys that were taken, and all that merges have ever joined to them: what is new on one may join or part others.</summary>
    /// <returns>The latter.</returns>
    public IReadOnlyCollection<(Partnership Partnership, JourneyId Journey)> Fold(long upTo)
    {
        foreach (var partnership in _read.GroupBy(r => r.Key.Item1))
        {
            var journeys = partnership.ToDictionary(r => r.Key.Item2, r => r.Value);
            foreach (var journey in journeys.Keys)
                if (JourneyFacts.Of(journey, journeys, upTo) is { } facts) fold(facts);
        }

        return [.. _read.Keys.Except(_taken)];
    }

    private List<(Partnership, JourneyId)> Missing() =>
        [.. _read.SelectMany(r => Kindred.NamedBy(r.Value).Select(j => (r.Key.Item1, j))).Distinct().Where(j => !_read.ContainsKey(j))];
}
