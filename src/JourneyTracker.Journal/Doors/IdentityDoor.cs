using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to look for a woman by who she is. Writes down for whom it was looked at, never what was asked.</summary>
public sealed class IdentityDoor(IIdentityVault vault, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>Women of the caller's partnership who fit, best first; null when the caller may not know who they are.</summary>
    public async Task<IReadOnlyList<(JourneyId Journey, PersonIdentity Person)>?> FindAsync(Caller caller, PersonQuery query, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var everybody = await vault.ListAsync(caller.Partnership, ct);
        var fitting = everybody
            .Select(p => (p.Key, p.Value, Fit: query.Fits(p.Value))).Where(p => p.Fit is not null)
            .OrderBy(p => p.Fit).ThenBy(p => p.Value.Name, StringComparer.Ordinal).ThenBy(p => p.Key).Select(p => (p.Key, p.Value)).ToList();
        var found = new List<(JourneyId, PersonIdentity)>();
        for (var i = 0; i < fitting.Count && found.Count < Most; i += Most)
        {
            var next = fitting.Skip(i).Take(Most).ToList();
            var known = await access.KnownToAsync(caller, [.. next.Select(n => n.Key)], ct);
            found.AddRange(next.Where(n => known.Contains(n.Key)).Take(Most - found.Count));
        }

        await LogAsync(caller, found.Select(f => f.Item1), AccessSubjects.Found, door, ct);
        return found;
    }

    /// <summary>Journeys that may be one woman's, with the reasons; strongest first. Proposes, never merges. Null as above.</summary>
    public async Task<IReadOnlyList<(JourneyId First, JourneyId Second, Likeness Why)>?> DuplicatesAsync(Caller caller, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var everybody = await vault.ListAsync(caller.Partnership, ct);
        var pairs = new Dictionary<(JourneyId, JourneyId), Likeness>();
        foreach (var together in everybody.SelectMany(p => Marks(p.Value).Select(m => (Mark: m, p.Key))).GroupBy(p => p.Mark).Where(g => g.Count() > 1))
        {
            JourneyId[] alike = [.. together.Select(t => t.Key).Distinct().Order()];
            for (var i = 0; i < alike.Length; i++)
                for (var j = i + 1; j < alike.Length; j++)
                    if (!pairs.ContainsKey((alike[i], alike[j])) && Likeness.Of(everybody[alike[i]], everybody[alike[j]]) is { } why) pairs[(alike[i], alike[j])] = why;
        }

        var known = await access.KnownToAsync(caller, [.. pairs.Keys.SelectMany(p => new[] { p.Item1, p.Item2 }).Distinct()], ct);
        foreach (var pair in pairs.Keys.Where(p => !known.Contains(p.Item1) || !known.Contains(p.Item2)).ToList()) pairs.Remove(pair);
        await LogAsync(caller, pairs.Keys.SelectMany(p => new[] { p.Item1, p.Item2 }).Distinct(), AccessSubjects.Compared, door, ct);
        return [.. pairs.OrderByDescending(p => p.Value.Strength).ThenBy(p => p.Key.Item1).ThenBy(p => p.Key.Item2).Select(p => (p.Key.Item1, p.Key.Item2, p.Value))];
    }

    /// <summary>What two records must share to be compared at all: a number, or the sound of a whole name.</summary>
    private static IEnumerable<string> Marks(PersonIdentity person) =>
        (person.Identifiers ?? []).Where(i => i.Kind != "source").Select(i => $"{i.Kind} {PersonNumbers.Canonical(i)}")
            .Concat((person.Aliases ?? []).Append(person.Name).Where(n => n is not null)
                .Select(n => string.Join(' ', NameSound.Words(n!).Select(NameSound.Of).Order(StringComparer.Ordinal))))
            .Distinct();

    private Task LogAsync(Caller caller, IEnumerable<JourneyId> journeys, string subject, string door, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        AccessEntry[] entries = [.. journeys.Select(j => new AccessEntry(at, caller, AccessOperation.Consultation, j, door, subject))];
        return log.WriteAsync(entries.Length > 0 ? entries : [new AccessEntry(at, caller, AccessOperation.Consultation, null, door, subject)], ct);
    }
}
