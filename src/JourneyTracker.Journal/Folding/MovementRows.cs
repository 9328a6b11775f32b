using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Movements;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

internal sealed class MovementRows() : FoldRows<(FoldedJourney Of, int Ordinal)>("movement", Movement.Name,
    [("partnership", "varchar"), ("journey", "uuid"), ("ordinal", "int"), ("day", "date"), ("from_stage", "varchar"), ("to_stage", "varchar"), ("by_fact", "uuid")])
{
    protected override void AddTo(List<(FoldedJourney Of, int Ordinal)> rows, FoldedJourney journey)
    {
        for (var i = 0; i < journey.Movements.Count; i++) rows.Add((journey, i));
    }

    protected override Array[] Columns(List<(FoldedJourney Of, int Ordinal)> rows) =>
    [
        Column(rows, r => r.Of.Partnership.Name), Column(rows, r => r.Of.Journey.Value), Column(rows, r => r.Ordinal), Column(rows, r => Step(r).Day),
        Column(rows, r => Step(r).From.Code()), Column(rows, r => Step(r).To.Code()), Column(rows, r => Step(r).By?.Value),
    ];

    protected override void Write(NpgsqlBinaryImporter copy, (FoldedJourney Of, int Ordinal) row)
    {
        var step = Step(row);
        copy.Write(row.Of.Partnership.Name);
        copy.Write(row.Of.Journey.Value);
        copy.Write(row.Ordinal);
        copy.Write(step.Day);
        copy.Write(step.From.Code());
        copy.Write(step.To.Code());
        WriteOrNull(copy, step.By?.Value);
    }

    private static Movement Step((FoldedJourney Of, int Ordinal) row) => row.Of.Movements[row.Ordinal];
}
