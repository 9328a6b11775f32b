using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way to look for a woman by who she is. Writes down for whom it was looked at, never what was asked.</summary>
public sealed class IdentityDoor(IIdentityVault vault, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>Pairs that are looked at in one go: beyond that, whoever merges the first ones sees the next.</summary>
    private const int MostPairs = 100;

    /// <summary>Women of the caller's partnership who fit, best first; null when the caller may not know who they are.</summary>
    public async Task<IReadOnlyList<(JourneyId Journey, PersonIdentity Person)>?> FindAsync(Caller caller, PersonQuery query, string door, CancellationToken ct) =>
        (await SearchAsync(caller, [query], [], Most, door, ct))?.Found.Select(f => (f.Journey, f.Person)).ToList();

    /// <summary>The same for somebody who reads why each fits.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="queries">What may be meant: to fit one is enough.</param>
    /// <param name="named">Journeys that were named themselves.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="door">Which page, endpoint or verb.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PersonSearch?> SearchAsync(Caller caller, IReadOnlyList<PersonQuery> queries, IReadOnlyCollection<JourneyId> named, int most, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var began = Stopwatch.GetTimestamp();
        var everybody = await vault.ListAsync(caller.Partnership, ct);
        var matchers = queries.Select(q => q.Matcher()).ToList();
        var fitting = everybody.AsParallel().WithCancellation(ct).Select(p => (p.Key, p.Value, Match: Best(matchers, p.Value)))
            .Where(p => p.Match is not null && !named.Contains(p.Key)).Select(p => new PersonFound(p.Key, p.Value.Identity, p.Match!)).ToList();
        var search = await KnownAsync(caller, named.Select(j => new PersonFound(j, everybody.GetValueOrDefault(j)?.Identity ?? new(), PersonMatch.Named)).Concat(InOrder(fitting)), most, ct);
        await LogAsync(caller, search.Found.Select(f => f.Journey), AccessSubjects.Found, door, ct);
        await NotFoundPace.KeepInStepsAsync(began, ct);
        return search;
    }

    /// <summary>Women who may be the one of whom something is said, before a journey is opened for her. Null as above.</summary>
    public async Task<PersonSearch?> AlikeAsync(Caller caller, PersonIdentity said, int most, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var began = Stopwatch.GetTimestamp();
        var (asked, matchers) = (new KnownPerson(said), (said.Aliases ?? []).Append(said.Name).OfType<string>().Select(name => new PersonQuery(name, DateOfBirth: said.DateOfBirth).Matcher()).ToList());
        var alike = (await vault.ListAsync(caller.Partnership, ct)).Select(p => (p.Key, p.Value, Match: Alike(asked, matchers, p.Value)))
            .Where(p => p.Match is not null).Select(p => new PersonFound(p.Key, p.Value.Identity, p.Match!));
        var search = await KnownAsync(caller, InOrder(alike), most, ct);
        await LogAsync(caller, search.Found.Select(f => f.Journey), AccessSubjects.Compared, door, ct);
        await NotFoundPace.KeepInStepsAsync(began, ct);
        return search;
    }

    /// <summary>Journeys that may be one woman's, with the reasons; strongest first. Proposes, never merges. Null as above.</summary>
    public async Task<IReadOnlyList<PossibleDouble>?> DuplicatesAsync(Caller caller, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var doubles = new List<PossibleDouble>();
        foreach (var pairs in (await vault.DoublesAsync(caller.Partnership, ct)).Chunk(MostPairs))
        {
            var known = await access.KnownAsAsync(caller, pairs.SelectMany(p => new[] { p.First, p.Second }), ct);
            foreach (var pair in pairs)
            {
                if (!known.TryGetValue(pair.First, out var one) || !known.TryGetValue(pair.Second, out var other) || one == other || doubles.Exists(d => d.Joins(one, other))) continue;
                if (doubles.Count < MostPairs) doubles.Add(pair with { First = one, Second = other });
            }

            if (doubles.Count == MostPairs) break;
        }

        await LogAsync(caller, doubles.SelectMany(d => new[] { d.First, d.Second }).Distinct(), AccessSubjects.Compared, door, ct);
        return doubles;
    }

    /// <summary>Who two women are, to be compared by a person; null unless the caller may know of both.</summary>
    public async Task<(PersonIdentity First, PersonIdentity Second)?> CompareAsync(Caller caller, JourneyId first, JourneyId second, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var began = Stopwatch.GetTimestamp();
        var known = await access.KnownToAsync(caller, [first, second], ct);
        if (!known.Contains(first) || !known.Contains(second))
        {
            var at = clock.GetUtcNow();
            await log.WriteAsync([.. new[] { first, second }.Where(j => !known.Contains(j)).Select(j => AccessEntry.NotFound(at, caller, j, door))], ct);
            await NotFoundPace.KeepAsync(began, ct);
            return null;
        }

        var people = await vault.GetAsync(caller.Partnership, [first, second], ct);
        await LogAsync(caller, known, AccessSubjects.Compared, door, ct);
        return (people.GetValueOrDefault(first) ?? new(), people.GetValueOrDefault(second) ?? new());
    }

    private static PersonMatch? Alike(KnownPerson said, List<Func<KnownPerson, PersonMatch?>> matchers, KnownPerson known) =>
        Likeness.Between(said, known) is { } why ? new(why.Strength == MatchStrength.Strong ? 0 : 1, why.Reasons)
        : Best(matchers, known) is { } match ? match with { Rank = match.Rank + 2 }
        : null;

    private static PersonMatch? Best(List<Func<KnownPerson, PersonMatch?>> matchers, KnownPerson person)
    {
        PersonMatch? best = null;
        foreach (var matcher in matchers)
            if (matcher(person) is { } match && (best is null || match.Rank < best.Rank)) best = match;
        return best;
    }

    private static IEnumerable<PersonFound> InOrder(IEnumerable<PersonFound> found) =>
        found.OrderBy(f => f.Match.Rank).ThenBy(f => f.Person.Name, StringComparer.Ordinal).ThenBy(f => f.Journey);

    /// <summary>The first of those of whom the caller may know; each woman once.</summary>
    private async Task<PersonSearch> KnownAsync(Caller caller, IEnumerable<PersonFound> fitting, int most, CancellationToken ct)
    {
        var found = new List<PersonFound>();
        foreach (var some in fitting.Chunk(most + 1))
        {
            var known = await access.KnownAsAsync(caller, some.Select(f => f.Journey), ct);
            foreach (var next in some)
            {
                if (!known.TryGetValue(next.Journey, out var read) || found.Exists(f => f.Journey == read)) continue;
                if (found.Count == most) return new(found, HasMore: true);
                found.Add(next with { Journey = read });
            }
        }

        return new(found, HasMore: false);
    }

    private Task LogAsync(Caller caller, IEnumerable<JourneyId> journeys, string subject, string door, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        AccessEntry[] entries = [.. journeys.Select(j => new AccessEntry(at, caller, AccessOperation.Consultation, j, door, subject))];
        return log.WriteAsync(entries.Length > 0 ? entries : [new AccessEntry(at, caller, AccessOperation.Consultation, null, door, subject)], ct);
    }
}
