using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Journal.Today;

/// <summary>
/// The one way to who needs somebody and why. It rests on what the caller may see of each woman, and each who is shown is written down before the answer is given.
/// </summary>
public sealed class TodayDoor(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>How many women a page shows at most.</summary>
    public const int MostShown = 20;

    /// <summary>How many are opened for one page at most: of some there is nothing to show to the caller.</summary>
    private const int MostOpened = 60;
    private const int AtOnce = 10;
    private readonly TodayTables tables = new(database.Sources);

    /// <summary>Null when the caller knows of no journey here.</summary>
    public async Task<TodayReading?> ReadAsync(Caller caller, TodayQuery asked, string door, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return null;
        var (query, now) = (asked.For(caller), clock.GetUtcNow());
        var day = LondonDay.Of(now);
        var hidden = await database.Access.HiddenFromAsync(caller, ct);
        var (shown, passed) = (new List<(TodayWoman Woman, IReadOnlyList<TodayEntry> Entries)>(), 0);
        var found = await FindAsync(caller, query, day, hidden, ct);
        foreach (var some in found.Take(MostOpened).Chunk(AtOnce))
        {
            var women = await OpenAsync(caller, some, now, ct);
            var marks = await database.Prompts.LastAsync(caller.Partnership, [.. women.Select(w => w.Journey)], ct);
            foreach (var woman in women.Where(w => w.IsOf(query.Whose)))
                if (TodayEntries.Of(woman, marks[woman.Journey], query, day) is { Count: > 0 } entries) shown.Add((woman, entries));
            passed += some.Length;
            if (shown.Count >= MostShown) break;
        }

        await WriteAsync(caller, now, shown.Select(s => s.Woman), door, ct);
        var names = MaySee.Name(caller, caller.Partnership) && shown.Count > 0 ? await database.Vault.GetAsync(caller.Partnership, [.. shown.Select(s => s.Woman.Journey)], ct) : new Dictionary<JourneyId, PersonIdentity>();
        var all = shown.SelectMany(s => s.Entries).Select(e => e with { Name = names.GetValueOrDefault(e.Journey)?.Name });
        return new TodayReading(day, query, TodayEntries.Sorted(all, query), passed < found.Count ? query.From + passed : null, MaySee.Record(caller, caller.Partnership));
    }

    /// <summary>What the page would show of one woman whose journey was just read, and that written down: for the page of her journey.</summary>
    public async Task<IReadOnlyList<TodayEntry>> OfAsync(WholeReading read, CancellationToken ct)
    {
        var woman = new TodayWoman(read.Opened);
        if (!woman.IsForCaller || woman.Today().Count == 0) return [];
        var marks = await database.Prompts.LastAsync(woman.Partnership, [woman.Journey], ct);
        var query = new TodayQuery();
        return TodayEntries.Sorted(TodayEntries.Of(woman, marks[woman.Journey], query, LondonDay.Of(clock.GetUtcNow())).Select(e => e with { Name = read.Journey.Name }), query);
    }

    /// <summary>One prompt of hers, for whoever would do something about it; null when the caller may not know of her or there is no such woman.</summary>
    public async Task<TodayOne?> OneAsync(Caller caller, JourneyId journey, string key, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await KnownAsync(caller, journey, key, now, door, ct) is not { } found) return null;
        await WriteAsync(caller, now, [found.Woman], door, ct);
        var name = MaySee.Name(caller, caller.Partnership) ? (await database.Vault.GetAsync(caller.Partnership, journey, ct))?.Name : null;
        return new TodayOne(journey, LondonDay.Of(now), name, found.Entry is { } entry ? entry with { Name = name } : null);
    }

    /// <summary>Does something about a prompt that is for the caller.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="journey">Whose prompt.</param>
    /// <param name="key">Which one.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="snooze">For a snoozed one: until when, and why.</param>
    /// <param name="door">Which page or verb.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ArgumentException">It is to be snoozed without a day that can be meant.</exception>
    public async Task<MarkOutcome> MarkAsync(
        Caller caller, JourneyId journey, string key, PromptMarkKind kind, (DateOnly Until, SnoozeReason Reason)? snooze, string door, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((kind == PromptMarkKind.Snoozed) != (snooze is { Until: var until } && PromptMark.WrongUntil(until, LondonDay.Of(now)) is null)) throw new ArgumentException("A snoozed prompt, and no other, has a day and a reason.", nameof(snooze));
        if (!MaySee.Record(caller, caller.Partnership) || await KnownAsync(caller, journey, key, now, door, ct) is not { } found) return MarkOutcome.NotFound;
        if (found.Entry is null) return MarkOutcome.Gone;
        await database.AccessLog.WriteAsync([new AccessEntry(now, caller, AccessOperation.Alteration, journey, door, $"prompt {MarkCodes.Of(kind)}")], ct);
        await database.Prompts.AddAsync(caller.Partnership, journey, new PromptMark(key, kind, snooze?.Until, snooze?.Reason, caller.AsRecorder, now), CancellationToken.None);
        return MarkOutcome.Marked;
    }

    /// <summary>
    /// Of some women, those for whom something is due for the caller today, or was before: all that a shared screen may say (safeguards S7). It is for the few that are on
    /// a screen: each is opened. Whoever shows them writes that down.
    /// </summary>
    public async Task<IReadOnlySet<JourneyId>> ActionDueAsync(Caller caller, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct)
    {
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound) return new HashSet<JourneyId>();
        var now = clock.GetUtcNow();
        var day = LondonDay.Of(now);
        var hidden = await database.Access.HiddenFromAsync(caller, ct);
        var found = await tables.CandidatesAsync(caller.Partnership, day, hidden, journeys, 0, journeys.Count, ct);
        var due = new HashSet<JourneyId>();
        foreach (var some in found.Chunk(AtOnce))
        {
            var women = await OpenAsync(caller, some, now, ct);
            var marks = await database.Prompts.LastAsync(caller.Partnership, some, ct);
            due.UnionWith(women.Where(w => TodayEntries.Of(w, marks[w.Journey], new TodayQuery(), day).Any(e => e.Prompt.Due <= day)).Select(w => w.Journey));
        }

        return due;
    }

    /// <summary>Her, and the prompt if it is there for the caller; null when she is "not found", which is written down and takes as long as everywhere.</summary>
    private async Task<(TodayWoman Woman, TodayEntry? Entry)?> KnownAsync(Caller caller, JourneyId journey, string key, DateTimeOffset now, string door, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        if (MaySee.Journey(caller, caller.Partnership) == Sight.NotFound || await TodayWoman.OpenAsync(database.Journal, database.Sealing, caller, journey, now, ct) is not { } woman)
        {
            await database.AccessLog.WriteAsync([AccessEntry.NotFound(now, caller, journey, door)], ct);
            await NotFoundPace.KeepAsync(began, ct);
            return null;
        }

        if (!woman.IsForCaller) return (woman, null);
        var marks = await database.Prompts.LastAsync(caller.Partnership, [journey], ct);
        return (woman, Enum.GetValues<TodayShow>().SelectMany(show => TodayEntries.Of(woman, marks[journey], new TodayQuery(show), LondonDay.Of(now))).FirstOrDefault(e => e.Prompt.Key == key));
    }

    /// <summary>One more than is opened, to know whether there are more.</summary>
    private async Task<IReadOnlyList<JourneyId>> FindAsync(Caller caller, TodayQuery query, DateOnly day, IReadOnlySet<JourneyId> hidden, CancellationToken ct) => query.Show switch
    {
        TodayShow.Snoozed => await tables.MarkedAsync(caller.Partnership, PromptMarkKind.Snoozed, hidden, query.From, MostOpened + 1, ct),
        TodayShow.Done => await tables.MarkedAsync(caller.Partnership, PromptMarkKind.Done, hidden, query.From, MostOpened + 1, ct),
        _ => await tables.CandidatesAsync(caller.Partnership, day, hidden, query.Whose == TodayWhose.Mine && caller.Women.Count > 0 ? caller.Women : null, query.From, MostOpened + 1, ct),
    };

    private async Task<IReadOnlyList<TodayWoman>> OpenAsync(Caller caller, IReadOnlyList<JourneyId> journeys, DateTimeOffset now, CancellationToken ct)
    {
        var women = await Task.WhenAll(journeys.Select(j => TodayWoman.OpenAsync(database.Journal, database.Sealing, caller, j, now, ct)));
        return [.. women.OfType<TodayWoman>()];
    }

    private Task WriteAsync(Caller caller, DateTimeOffset now, IEnumerable<TodayWoman> women, string door, CancellationToken ct)
    {
        AccessEntry[] entries = [.. women.SelectMany(w => w.Parts).Distinct().Select(j => new AccessEntry(now, caller, AccessOperation.Consultation, j, door))];
        return entries.Length == 0
            ? database.AccessLog.WriteAsync([new AccessEntry(now, caller, AccessOperation.Consultation, null, door, "today, 0 women")], ct)
            : database.AccessLog.WriteAsync(entries, ct);
    }
}
