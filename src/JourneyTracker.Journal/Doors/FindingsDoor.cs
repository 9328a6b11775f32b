using System.Collections.Concurrent;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Journal.Doors;

/// <summary>
/// The one way to what in the records does not fit together. A finding is about a fact: who may not know what that fact is, is not told that something is wrong with it,
/// and it is in no count for them (safeguards S5, S8, S10).
/// </summary>
public sealed class FindingsDoor(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>Of one page.</summary>
    public const int OnPage = 25;

    /// <summary>Findings that are looked at for one answer: each journey is read to see what the caller may know of it.</summary>
    private const int Most = 300;
    private const int AtOnce = 4;

    private readonly FindingTables tables = new(database.Sources);
    private readonly AccessReading access = new(database.Sealing);

    /// <summary>Null when the caller may not know of journeys.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="agency">Only findings on records of this agency.</param>
    /// <param name="code">Only findings of this kind.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="door">Which page of ours.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RecordFindings?> ReadAsync(Caller caller, string? agency, FindingCode? code, int page, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var stored = await tables.ListAsync(caller.Partnership, code, Most + 1, ct);
        var isCut = stored.Count > Most;
        var agencies = new ConcurrentDictionary<(JourneyId, FindingCode, FactId), string>();
        await Parallel.ForEachAsync(stored.Take(Most).GroupBy(f => f.Journey), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (hers, token) =>
        {
            var facts = await Kin.ReadAsync(database.Journal, caller.Partnership, hers.Key, long.MaxValue, token);
            if (facts.Count == 0 || new Kindred(facts).WentTo(hers.Key, null) is not null) return;
            var viewer = await access.ViewAsync(caller, hers.Key, facts, clock.GetUtcNow(), token);
            if (viewer.Of(caller.Partnership) == Sight.NotFound) return;
            var all = facts.Values.SelectMany(f => f).Where(f => f.Unreadable is null).DistinctBy(f => f.Id).ToList();
            foreach (var finding in hers)
                if (AgencyOf(finding.Code, finding.Fact, all, viewer) is { } recorder) agencies[(finding.Journey, finding.Code, finding.Fact)] = recorder;
        });
        var known = stored.Take(Most).Select(f => (Finding: f, Agency: agencies.GetValueOrDefault((f.Journey, f.Code, f.Fact)))).Where(f => f.Agency is not null).ToList();
        var chosen = Together([.. known.Where(f => agency is null || f.Agency == agency)], f => f.Finding.Code, f => f.Finding.Journey);
        var shown = chosen.Skip((page - 1) * OnPage).Take(OnPage).ToList();
        var frozen = await FrozenAsync(caller, ct);
        var named = shown.Select(f => f.Finding.Journey).Concat(frozen.Select(f => f.Journey)).Distinct().ToList();
        await LogAsync(caller, named, door, ct);
        var names = await database.Vault.GetAsync(caller.Partnership, named, ct);
        return new RecordFindings(
            known.GroupBy(f => f.Agency!).ToDictionary(g => g.Key, g => g.Count()), chosen.GroupBy(f => f.Finding.Code).ToDictionary(g => g.Key, g => g.Count()),
            [.. shown.Select(f => new RecordFinding(f.Finding.Journey, names.GetValueOrDefault(f.Finding.Journey)?.Name, f.Finding.Code, f.Finding.Day, f.Finding.Fact, f.Agency!))],
            chosen.Count, isCut, [.. frozen.Select(f => (f.Journey, names.GetValueOrDefault(f.Journey)?.Name, f.Since))]);
    }

    /// <summary>By kind, the one with most first; within it by woman, in the order in which they came.</summary>
    private static List<T> Together<T>(IReadOnlyList<T> findings, Func<T, FindingCode> code, Func<T, JourneyId> journey) =>
        [.. findings.GroupBy(code).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key).SelectMany(kind => kind.GroupBy(journey).SelectMany(hers => hers))];

    /// <summary>Whose record a finding is about; null when the caller may not know what that is.</summary>
    private static string? AgencyOf(FindingCode code, FactId id, IReadOnlyList<RecordedFact> all, Viewer viewer)
    {
        if (all.FirstOrDefault(f => f.Id == id) is not { } recorded || !MayKnow(recorded)) return null;
        // That something was reported twice tells of the other report too.
        return code != FindingCode.ReportedTwice || all.Where(f => Said(f).GetType() == Said(recorded).GetType() && Said(f).HappenedOn.Day == Said(recorded).HappenedOn.Day).All(MayKnow)
            ? recorded.RecordedBy.Agency
            : null;

        bool MayKnow(RecordedFact fact) => viewer.Of(fact) >= Sight.InPart;
    }

    private static Fact Said(RecordedFact recorded) => recorded.Fact is Corrected corrected ? corrected.With : recorded.Fact;

    private async Task<IReadOnlyList<(JourneyId Journey, DateTimeOffset Since)>> FrozenAsync(Caller caller, CancellationToken ct)
    {
        var frozen = await tables.FrozenAsync(caller.Partnership, Most, ct);
        var known = await database.Access.KnownToAsync(caller, [.. frozen.Select(f => f.Journey)], ct);
        return [.. frozen.Where(f => known.Contains(f.Journey))];
    }

    private Task LogAsync(Caller caller, IReadOnlyList<JourneyId> journeys, string door, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return database.AccessLog.WriteAsync(
            journeys.Count > 0 ? [.. journeys.Select(j => new AccessEntry(at, caller, AccessOperation.Consultation, j, door, AccessSubjects.Listed))]
                : [new AccessEntry(at, caller, AccessOperation.Consultation, null, door, AccessSubjects.Listed)],
            ct);
    }
}
