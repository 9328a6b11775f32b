using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Status;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

internal sealed class SpellRows() : FoldRows<(FoldedJourney Of, int Ordinal)>("status_spell", JourneyStatus.Name,
    [("partnership", "varchar"), ("journey", "uuid"), ("ordinal", "int"), ("stage", "varchar"), ("from_day", "date"), ("until_day", "date"), ("by_fact", "uuid"), ("agency", "varchar")])
{
    protected override void AddTo(List<(FoldedJourney Of, int Ordinal)> rows, FoldedJourney journey)
    {
        for (var i = 0; i < journey.Spells.Count; i++) rows.Add((journey, i));
    }

    protected override Array[] Columns(List<(FoldedJourney Of, int Ordinal)> rows) =>
    [
        Column(rows, r => r.Of.Partnership.Name), Column(rows, r => r.Of.Journey.Value), Column(rows, r => r.Ordinal), Column(rows, r => Spell(r).Stage.Code()),
        Column(rows, r => Spell(r).From), Column(rows, r => Spell(r).Until), Column(rows, r => Spell(r).By?.Value), Column(rows, r => Spell(r).Agency),
    ];

    protected override void Write(NpgsqlBinaryImporter copy, (FoldedJourney Of, int Ordinal) row)
    {
        var spell = Spell(row);
        copy.Write(row.Of.Partnership.Name);
        copy.Write(row.Of.Journey.Value);
        copy.Write(row.Ordinal);
        copy.Write(spell.Stage.Code());
        copy.Write(spell.From);
        WriteOrNull(copy, spell.Until);
        WriteOrNull(copy, spell.By?.Value);
        copy.Write(spell.Agency);
    }

    private static Spell Spell((FoldedJourney Of, int Ordinal) row) => row.Of.Spells[row.Ordinal];
}
