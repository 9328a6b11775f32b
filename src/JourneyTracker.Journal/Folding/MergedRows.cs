using JourneyTracker.Domain.Identity;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

internal sealed class MergedRows() : FoldRows<(FoldedJourney Of, JourneyId Survivor)>("merged_journey", FoldNames.Merges,
    [("partnership", "varchar"), ("journey", "uuid"), ("survivor", "uuid")])
{
    protected override void AddTo(List<(FoldedJourney Of, JourneyId Survivor)> rows, FoldedJourney journey)
    {
        if (journey.WentTo is { } survivor) rows.Add((journey, survivor));
    }

    protected override Array[] Columns(List<(FoldedJourney Of, JourneyId Survivor)> rows) =>
        [Column(rows, r => r.Of.Partnership.Name), Column(rows, r => r.Of.Journey.Value), Column(rows, r => r.Survivor.Value)];

    protected override void Write(NpgsqlBinaryImporter copy, (FoldedJourney Of, JourneyId Survivor) row)
    {
        copy.Write(row.Of.Partnership.Name);
        copy.Write(row.Of.Journey.Value);
        copy.Write(row.Survivor.Value);
    }
}
