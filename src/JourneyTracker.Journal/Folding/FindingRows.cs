using System.Collections.Frozen;
using System.Text.Json;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.DataQuality;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

internal sealed class FindingRows() : FoldRows<(FoldedJourney Of, int Ordinal)>("data_quality_finding", DataQualityFindings.Name,
    [("partnership", "varchar"), ("journey", "uuid"), ("ordinal", "int"), ("code", "varchar"), ("day", "date"), ("fact", "uuid")])
{
    private static readonly FrozenDictionary<FindingCode, string> Codes =
        Enum.GetValues<FindingCode>().ToFrozenDictionary(c => c, c => JsonNamingPolicy.KebabCaseLower.ConvertName(c.ToString()));

    protected override void AddTo(List<(FoldedJourney Of, int Ordinal)> rows, FoldedJourney journey)
    {
        for (var i = 0; i < journey.Findings.Count; i++) rows.Add((journey, i));
    }

    protected override Array[] Columns(List<(FoldedJourney Of, int Ordinal)> rows) =>
    [
        Column(rows, r => r.Of.Partnership.Name), Column(rows, r => r.Of.Journey.Value), Column(rows, r => r.Ordinal),
        Column(rows, r => Codes[Finding(r).Code]), Column(rows, r => Finding(r).Day), Column(rows, r => Finding(r).Fact.Value),
    ];

    protected override void Write(NpgsqlBinaryImporter copy, (FoldedJourney Of, int Ordinal) row)
    {
        var finding = Finding(row);
        copy.Write(row.Of.Partnership.Name);
        copy.Write(row.Of.Journey.Value);
        copy.Write(row.Ordinal);
        copy.Write(Codes[finding.Code]);
        copy.Write(finding.Day);
        copy.Write(finding.Fact.Value);
    }

    private static Finding Finding((FoldedJourney Of, int Ordinal) row) => row.Of.Findings[row.Ordinal];
}
