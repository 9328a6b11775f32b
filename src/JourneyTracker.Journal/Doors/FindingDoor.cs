using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way in which people look for a woman with whatever they have: a name, a number, a date of birth or the short name of her journey, in one text.</summary>
public sealed class FindingDoor(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>More are a list, not an answer.</summary>
    private const int Most = 20;
    private const int MostAlike = 5;

    private readonly IdentityDoor identities = new(database.Vault, database.AccessLog, database.Access, clock);
    private readonly JourneyNames names = new(database.Sources, database.Access);
    private readonly Standings standings = new(database.Sources);

    /// <summary>Women of the caller's partnership who fit; null when the caller may not know who they are.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="born">Her date of birth, when it was said apart.</param>
    /// <param name="door">Which page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WomenFound?> FindAsync(Caller caller, string? typed, DateOnly? born, string door, CancellationToken ct)
    {
        if (!MaySee.Name(caller, caller.Partnership)) return null;
        var named = new List<JourneyId>();
        foreach (var word in (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            named.AddRange(await names.FindAsync(caller, word, ct));
        return await ShownAsync(caller, await identities.SearchAsync(caller, PersonQuery.Read(typed, born), named, Most, door, ct), ct);
    }

    /// <summary>Women who may be the one for whom somebody is about to open a journey; null as above.</summary>
    public async Task<WomenFound?> AlikeAsync(Caller caller, PersonIdentity said, string door, CancellationToken ct) =>
        await ShownAsync(caller, await identities.AlikeAsync(caller, said, MostAlike, door, ct), ct);

    /// <summary>Journeys that may be one woman's, strongest first; null as above.</summary>
    public async Task<IReadOnlyList<SideBySide>?> DuplicatesAsync(Caller caller, string door, CancellationToken ct)
    {
        if (await identities.DuplicatesAsync(caller, door, ct) is not { } doubles) return null;
        var standing = await StandingAsync(caller, doubles.SelectMany(d => new[] { d.First, d.Second }).Distinct(), ct);
        return [.. doubles.Select(d => new SideBySide(RecordSide.Of(d.First, d.OfFirst, standing), RecordSide.Of(d.Second, d.OfSecond, standing), d.Why))];
    }

    /// <summary>Two journeys beside each other; null unless the caller may know of both.</summary>
    public async Task<SideBySide?> CompareAsync(Caller caller, JourneyId first, JourneyId second, string door, CancellationToken ct)
    {
        if (await identities.CompareAsync(caller, first, second, door, ct) is not var (one, other)) return null;
        var standing = await StandingAsync(caller, [first, second], ct);
        return new SideBySide(RecordSide.Of(first, one, standing), RecordSide.Of(second, other, standing), Likeness.Of(one, other));
    }

    /// <summary>The journey that somebody named by its short name or its id; null for none or several of that name. Whether there is one is not said: ask <see cref="CompareAsync"/>.</summary>
    public async Task<JourneyId?> NamedAsync(Caller caller, string name, CancellationToken ct) => await names.FindAsync(caller, name.Trim(), ct) is [var one] ? one : null;

    private Task<IReadOnlyDictionary<JourneyId, (Stage Stage, string? Area)>> StandingAsync(Caller caller, IEnumerable<JourneyId> journeys, CancellationToken ct) =>
        standings.OfAsync(caller.Partnership, journeys, LondonDay.Of(clock.GetUtcNow()), ct);

    private async Task<WomenFound?> ShownAsync(Caller caller, PersonSearch? search, CancellationToken ct)
    {
        if (search is null) return null;
        var standing = await StandingAsync(caller, search.Found.Select(f => f.Journey), ct);
        var alike = search.Found.GroupBy(f => (f.Person.Name, f.Person.DateOfBirth?.Year)).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
        return new WomenFound(
            [
                .. search.Found.Select(f => new WomanFound(
                    f.Journey, f.Person.Name, f.Person.DateOfBirth?.Year, alike.Contains(f) ? f.Person.DateOfBirth : null,
                    standing.TryGetValue(f.Journey, out var now) ? now.Stage : null, now.Area, f.Match.Reasons)),
            ],
            search.HasMore);
    }
}
