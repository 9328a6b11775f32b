using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Events;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>Rows to what the folds work with.</summary>
internal static class FoldReading
{
    /// <summary>Gives each journey's facts, of a result that is ordered by journey and version, to the taker, one journey at a time.</summary>
    public static async Task JourneysAsync(NpgsqlDataReader rows, Action<IReadOnlyList<RecordedFact>> take, CancellationToken ct)
    {
        List<RecordedFact> hers = [];
        while (await rows.ReadAsync(ct))
        {
            // Marten keeps tombstones of its own under the partnership in whose name it failed.
            if (!FactRows.IsOfPartnership(rows)) continue;
            var fact = FactRows.Read(rows);
            if (hers.Count > 0 && (hers[0].Journey != fact.Journey || hers[0].Partnership != fact.Partnership))
            {
                take(hers);
                hers = [];
            }

            hers.Add(fact);
        }

        if (hers.Count > 0) take(hers);
    }

    public static async Task<Dictionary<(Partnership, JourneyId), List<Spell>>> SpellsAsync(NpgsqlDataReader rows, CancellationToken ct)
    {
        var spells = new Dictionary<(Partnership, JourneyId), List<Spell>>();
        while (await rows.ReadAsync(ct))
        {
            var key = (new Partnership(rows.GetString(0)), new JourneyId(rows.GetGuid(1)));
            if (!spells.TryGetValue(key, out var hers)) spells.Add(key, hers = []);
            hers.Add(new Spell(
                StageOf(rows.GetString(2)), rows.GetFieldValue<DateOnly>(3), rows.IsDBNull(4) ? null : rows.GetFieldValue<DateOnly>(4),
                rows.IsDBNull(5) ? null : new FactId(rows.GetGuid(5)), rows.GetString(6)));
        }

        return spells;
    }

    public static Stage StageOf(string code) => StageNames.Find(code) ?? throw new InvalidOperationException($"'{code}' is stored as a stage, but is none.");
}
