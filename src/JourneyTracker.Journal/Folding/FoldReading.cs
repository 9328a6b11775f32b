using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Events;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

/// <summary>Rows to what the folds work with.</summary>
internal static class FoldReading
{
    /// <summary>Gives each journey of a result that is ordered by journey and version to the taker, one at a time.</summary>
    public static async Task JourneysAsync(NpgsqlDataReader rows, Action<JourneyFacts> take, CancellationToken ct)
    {
        List<RecordedFact> facts = [];
        Unreadable? frozen = null;
        RecordedFact? last = null;
        while (await rows.ReadAsync(ct))
        {
            var fact = FactRows.Read(rows);
            if (last is not null && (last.Journey != fact.Journey || last.Partnership != fact.Partnership))
            {
                take(new JourneyFacts(last.Partnership, last.Journey, facts, frozen));
                (facts, frozen) = ([], null);
            }

            last = fact;
            if (frozen is not null) continue;
            if (fact.Unreadable is { } what) frozen = new Unreadable(fact.Position, fact.Id, what);
            else facts.Add(fact);
        }

        if (last is not null) take(new JourneyFacts(last.Partnership, last.Journey, facts, frozen));
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
