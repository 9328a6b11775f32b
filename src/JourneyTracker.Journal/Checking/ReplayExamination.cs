using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Schema;

namespace JourneyTracker.Journal.Checking;

/// <summary>Journeys folded anew from their facts, and compared with what stands in the fold tables.</summary>
internal static class ReplayExamination
{
    private const string Name = "replay";
    private const int Shown = 10;
    private static readonly string Rows = EmbeddedSql.Text("checking_fold_rows.sql");

    private const string Facts =
        $"select {FactRows.Columns} from unnest($1::varchar[], $2::uuid[]) as j (partnership, journey) join journeys.mt_events e on e.tenant_id = j.partnership and e.stream_id = j.journey where seq_id <= $3 order by tenant_id, stream_id, version";

    private const string Frozen = "select distinct partnership, journey from journeys.fold_failure where fold = any ($1)";
    private const string Checkpoints = "select last_seq_id from journeys.mt_event_progression where name = any ($1)";

    public static async Task<IEnumerable<Check>> RunAsync(Patient patient, CancellationToken ct)
    {
        var sample = await patient.SampleAsync(ct);
        return [sample.Count == 0 ? Check.Ok(Name, "There is no journey to replay.") : await patient.InSnapshotAsync(Patient.Folder, ask => CompareAsync(ask, sample, ct), ct)];
    }

    private static async Task<Check> CompareAsync(Asking ask, IReadOnlyList<(Partnership Partnership, JourneyId Journey)> sample, CancellationToken ct)
    {
        var folds = (object)FoldNames.All.ToArray();
        var marks = await ask.RowsAsync(Checkpoints, r => r.GetInt64(0), ct, folds);
        if (marks.Count == 0) return Check.Ok(Name, "Nothing was folded yet.");
        if (marks.Count < FoldNames.All.Count || marks.Distinct().Count() > 1) return Check.Warning(Name, "The folds stand at different positions.", "Ask again when the folding node has brought them up.");
        var frozen = (await ask.RowsAsync(Frozen, r => (new Partnership(r.GetString(0)), new JourneyId(r.GetGuid(1))), ct, folds)).ToHashSet();
        var chosen = sample.Where(j => !frozen.Contains(j)).ToList();
        var (partnerships, journeys) = (chosen.Select(j => j.Partnership.Name).ToArray(), chosen.Select(j => j.Journey.Value).ToArray());
        var facts = await ask.RowsAsync(Facts, FactRows.Read, ct, partnerships, journeys, marks[0]);
        // What stands of a merged journey depends on others', which are not in the sample.
        var alone = facts.GroupBy(f => (f.Partnership, f.Journey)).Where(g => !Kindred.Has([.. g])).ToList();
        var expected = alone.SelectMany(g => FoldedLines.Of(FoldedJourney.Of(JourneyFacts.Of([.. g])))).ToHashSet();
        var ids = alone.Select(g => g.Key.Journey.Value).ToHashSet();
        var stored = (await ask.RowsAsync(Rows, r => (r.GetGuid(0), r.GetString(1)), ct, partnerships, journeys)).Where(l => ids.Contains(l.Item1)).ToHashSet();
        var wrong = expected.Except(stored).Concat(stored.Except(expected)).Select(l => l.Item1).Distinct().ToList();
        return wrong.Count == 0
            ? Check.Ok(Name, $"{Doctor.Count(chosen.Count, "journey")} taken at random {(chosen.Count == 1 ? "stands" : "stand")} in the fold tables as the facts say ({Doctor.Count(facts.Count, "fact")}).")
            : Check.Broken(
                Name, $"{wrong.Count} of {Doctor.Count(chosen.Count, "journey")} taken at random stand otherwise in the fold tables than the facts say: {string.Join(", ", wrong.Take(Shown))}.",
                "./journey rebuild makes the tables anew. If it comes back, somebody writes to them, or two versions fold by different rules under one name.");
    }
}
