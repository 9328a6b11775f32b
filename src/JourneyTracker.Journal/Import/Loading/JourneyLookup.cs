using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>Finds the journeys of persons, asking the vault once for each of those seen lately: bounded memory, whatever the number of women.</summary>
internal sealed class JourneyLookup(IIdentityVault vault, Partnership partnership, string source)
{
    private const int Generation = 100_000;
    private Dictionary<string, JourneyId> recent = new(StringComparer.Ordinal);
    private Dictionary<string, JourneyId> older = new(StringComparer.Ordinal);

    /// <summary>The journey of each person. Those seen for the first time are in the vault, durably, when this returns.</summary>
    public async Task<Dictionary<string, JourneyId>> FindAsync(IEnumerable<string> persons, CancellationToken ct)
    {
        var found = new Dictionary<string, JourneyId>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var person in persons.Distinct(StringComparer.Ordinal))
        {
            if (recent.TryGetValue(person, out var journey) || older.TryGetValue(person, out journey)) found[person] = journey;
            else unknown.Add(person);
        }

        if (unknown.Count > 0)
        {
            var journeys = await vault.FindOrOpenAsync(partnership, unknown.ConvertAll(p => new PersonKey(source, p)), ct).ConfigureAwait(false);
            for (var i = 0; i < unknown.Count; i++) found[unknown[i]] = journeys[i];
        }

        foreach (var (person, journey) in found) recent[person] = journey;
        if (recent.Count > Generation) (older, recent) = (recent, new Dictionary<string, JourneyId>(StringComparer.Ordinal));
        return found;
    }
}
