using System.Text.Json;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;
using JourneyTracker.Journal.Measuring;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>Records mapped rows in the journal, chunk by chunk, and says what became of each.</summary>
internal sealed class Loader(IJournal journal, IIdentityVault vault, Partnership partnership, MappingFile mapping) : IRowSink
{
    private const int MostTries = 8;
    private readonly JourneyLookup lookup = new(vault, partnership, mapping.Source);
    private readonly Recorder recorder = new(mapping.Recorder.Person, mapping.Recorder.Agency);
    private readonly HashSet<JourneyId> met = [];
    private readonly HashSet<JourneyId> touched = [];

    public long Journeys => touched.Count;

    public long Opened { get; private set; }

    /// <summary>Begins to look up the journeys of a chunk; it may run beside the loading of the chunk before.</summary>
    public Task<Dictionary<string, JourneyId>> PrepareAsync(IReadOnlyList<MappedRow> rows) =>
        lookup.FindAsync(rows.Where(r => r.Facts.Count > 0).Select(r => r.Person), CancellationToken.None);

    public async Task LoadAsync(IReadOnlyList<MappedRow> rows, Dictionary<string, JourneyId> journeys, Tally tally, RejectFile? rejects)
    {
        var (appends, rowOf) = Appends(rows, journeys);
        var outcomes = await AppendAllAsync(appends).ConfigureAwait(false);
        var ofRow = new AppendOutcome?[rows.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (rowOf[i] >= 0) ofRow[rowOf[i]] = outcomes[i];
            else if (outcomes[i] is AppendOutcome.Accepted { Facts: [{ Repeated: false }] }) Opened++;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.IsSkipped)
            {
                tally.Skip(row);
                continue;
            }

            var refusal = row.Refusal ?? (ofRow[i] as AppendOutcome.Refused is { } refused ? Translate(row, refused.Why) : null);
            if (refusal is not null)
            {
                tally.Refuse(row, refusal);
                rejects?.Write(row.Source, refusal);
                continue;
            }

            touched.Add(journeys[row.Person]);
            var recorded = ((AppendOutcome.Accepted)ofRow[i]!).Facts.Count(f => !f.Repeated);
            Meters.ImportedFacts.Add(recorded);
            tally.Accept(row, recorded);
        }
    }

    /// <summary>One append a row, so that a row is recorded whole or not at all; before the first row about a woman, one that opens her journey.</summary>
    private (List<Append> Appends, List<int> RowOf) Appends(IReadOnlyList<MappedRow> rows, Dictionary<string, JourneyId> journeys)
    {
        var (appends, rowOf) = (new List<Append>(rows.Count * 2), new List<int>(rows.Count * 2));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Facts.Count == 0) continue;
            var journey = journeys[rows[i].Person];
            if (met.Add(journey))
            {
                var reference = new SourceReference(mapping.Source, $"journey-opened/{rows[i].Person}");
                appends.Add(new Append(partnership, journey, recorder, [new NewFact(new FactId(Guid.CreateVersion7()), rows[i].Opening!, reference)]));
                rowOf.Add(-1);
            }

            appends.Add(new Append(partnership, journey, recorder, rows[i].Facts));
            rowOf.Add(i);
        }

        return (appends, rowOf);
    }

    /// <summary>Loads; what a busy journal turned away is offered again. It turns away what follows on the same journey too, so each journey keeps the file's order.</summary>
    private async Task<AppendOutcome[]> AppendAllAsync(List<Append> appends)
    {
        var outcomes = new AppendOutcome[appends.Count];
        var open = Enumerable.Range(0, appends.Count).ToList();
        for (var tries = 0; open.Count > 0; tries++)
        {
            if (tries == MostTries) throw new ImportRefusedException("The journal stayed busy for too long; try again when other work on it has ended.");
            if (tries > 0) await Task.Delay(TimeSpan.FromMilliseconds(50 << tries)).ConfigureAwait(false);
            var answers = await journal.LoadAsync(open.ConvertAll(i => appends[i]), CancellationToken.None).ConfigureAwait(false);
            for (var i = 0; i < open.Count; i++) outcomes[open[i]] = answers[i];
            open = [.. open.Where(i => outcomes[i] is AppendOutcome.Refused { Why.Rule: Rule.Busy })];
        }

        return outcomes;
    }

    private static RowRefusal Translate(MappedRow row, Refusal why)
    {
        var rule = JsonNamingPolicy.KebabCaseLower.ConvertName(why.Rule.ToString());
        var references = RowRefusal.Shorten(string.Join(", ", row.Facts.Select(f => f.Source!.Reference)));
        return why.Rule == Rule.OtherContentForReference
            ? new RowRefusal(row.Source.Line, null, references, rule, $"The reference {references} was recorded before, with other content.", why.How)
            : new RowRefusal(row.Source.Line, why.Where, null, rule, why.What, why.How);
    }
}
