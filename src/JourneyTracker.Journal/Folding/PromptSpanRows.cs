using JourneyTracker.Projections.Prompts;
using Npgsql;

namespace JourneyTracker.Journal.Folding;

internal sealed class PromptSpanRows() : FoldRows<(FoldedJourney Of, int Ordinal)>("today_span", HerPrompts.Name,
    [("partnership", "varchar"), ("journey", "uuid"), ("ordinal", "int"), ("first_day", "date"), ("last_day", "date"), ("due_day", "date"), ("certain", "boolean")])
{
    protected override void AddTo(List<(FoldedJourney Of, int Ordinal)> rows, FoldedJourney journey)
    {
        for (var i = 0; i < journey.PromptSpans.Count; i++) rows.Add((journey, i));
    }

    protected override Array[] Columns(List<(FoldedJourney Of, int Ordinal)> rows) =>
    [
        Column(rows, r => r.Of.Partnership.Name), Column(rows, r => r.Of.Journey.Value), Column(rows, r => r.Ordinal),
        Column(rows, r => Span(r).First), Column(rows, r => Span(r).Last), Column(rows, r => Span(r).Due), Column(rows, r => Span(r).IsCertain),
    ];

    protected override void Write(NpgsqlBinaryImporter copy, (FoldedJourney Of, int Ordinal) row)
    {
        copy.Write(row.Of.Partnership.Name);
        copy.Write(row.Of.Journey.Value);
        copy.Write(row.Ordinal);
        copy.Write(Span(row).First);
        copy.Write(Span(row).Last);
        copy.Write(Span(row).Due);
        copy.Write(Span(row).IsCertain);
    }

    private static PromptSpan Span((FoldedJourney Of, int Ordinal) row) => row.Of.PromptSpans[row.Ordinal];
}
