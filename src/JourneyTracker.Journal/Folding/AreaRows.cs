using JourneyTracker.Projections.Status;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

internal sealed class AreaRows() : FoldRows<(FoldedJourney Of, int Ordinal)>("status_area", JourneyStatus.Name,
    [("partnership", "varchar"), ("journey", "uuid"), ("ordinal", "int"), ("from_day", "date"), ("area", "varchar")])
{
    protected override void AddTo(List<(FoldedJourney Of, int Ordinal)> rows, FoldedJourney journey)
    {
        for (var i = 0; i < journey.Areas.Count; i++) rows.Add((journey, i));
    }

    protected override Array[] Columns(List<(FoldedJourney Of, int Ordinal)> rows) =>
    [
        Column(rows, r => r.Of.Partnership.Name), Column(rows, r => r.Of.Journey.Value), Column(rows, r => r.Ordinal),
        Column(rows, r => r.Of.Areas[r.Ordinal].From), Column(rows, r => r.Of.Areas[r.Ordinal].Area),
    ];

    protected override void Write(NpgsqlBinaryImporter copy, (FoldedJourney Of, int Ordinal) row)
    {
        var (from, area) = row.Of.Areas[row.Ordinal];
        copy.Write(row.Of.Partnership.Name);
        copy.Write(row.Of.Journey.Value);
        copy.Write(row.Ordinal);
        copy.Write(from);
        copy.Write(area);
    }
}
