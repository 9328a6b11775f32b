using System.Runtime.CompilerServices;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Somebody moved.</summary>
internal sealed record Moved(JourneyId Journey, Stage From, Stage To);

/// <summary>
/// Keeps a simulated partnership going: time runs fast, but what happens is dated today. Whoever would move next by the table of rates moves first,
/// from where her record says that she stands. Chance is fresh at every start: only the back history can be repeated.
/// </summary>
internal sealed class LiveMovement(IJournal journal, IIdentityVault vault, Partnership partnership, Rates rates, TimeProvider clock)
{
    /// <summary>Whoever has moved lets others go first: at least so many simulated days.</summary>
    private const int Rest = 45;

    private readonly Course course = new(rates);
    private readonly Dice dice = new((ulong)clock.GetUtcNow().Ticks);
    private readonly PriorityQueue<JourneyId, DateOnly> next = new();

    /// <summary>Women who stay as they are told.</summary>
    public IReadOnlySet<JourneyId> Still { get; init; } = System.Collections.Frozen.FrozenSet<JourneyId>.Empty;

    /// <summary>Moves at a pace until cancelled; then it ends quietly.</summary>
    /// <param name="perMinute">How many movements a minute, about: the time between two is between 0.6 and 1.5 times the mean.</param>
    /// <param name="ct">Ends it between two movements.</param>
    public async IAsyncEnumerable<Moved> RunAsync(double perMinute, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var known in journal.ReadJourneysAsync(partnership, await journal.PositionAsync(ct), ct))
            if (!Still.Contains(known[0].Journey)) Expect(known[0].Journey, Continuation.Of(known, Today), rest: 0);
        while (true)
        {
            await Task.Delay(TimeSpan.FromMinutes(dice.Between(60, 150) / 100.0 / perMinute), clock, ct);
            if (await MoveAsync(ct) is { } moved) yield return moved;
            if (dice.Chance(rates.Of("live-contact"))) await ContactAsync(ct);
        }
    }

    private DateOnly Today => LondonDay.Of(clock.GetUtcNow());

    /// <summary>The next woman whose turn changes her stage; null when none of the next few does.</summary>
    private async Task<Moved?> MoveAsync(CancellationToken ct)
    {
        if (next.Count == 0 || dice.Chance(rates.Of("newcomer"))) return await ArriveAsync(ct);
        for (var tries = 0; tries < 20 && next.TryDequeue(out var journey, out _); tries++)
        {
            var before = await journal.ReadAsync(partnership, journey, upTo: null, ct);
            var turn = course.Next(Continuation.Of(before, Today), dice, Today);
            if (turn.Facts.Count > 0) await AppendAsync(journey, turn.After.Area, turn.Facts, before[^1].Version, ct);
            var after = await journal.ReadAsync(partnership, journey, upTo: null, ct);
            Expect(journey, turn.Facts.Count > 0 ? Continuation.Of(after, Today) : turn.After, Rest);
            var (from, to) = (StageOf(before), StageOf(after));
            if (from != to) return new Moved(journey, from, to);
        }

        return null;
    }

    private async Task<Moved> ArriveAsync(CancellationToken ct)
    {
        var journey = new JourneyId(Guid.NewGuid());
        var birthYear = Today.Year - 18 - dice.Between(0, 40);
        var first = new Situation(Stage.NotYetKnown, Today, dice.Pick([.. Places.Areas])) { Frequent = dice.Chance(rates.Of("frequent")) };
        var turn = course.Next(first, dice, Today);
        await vault.PutAsync(partnership, journey, Fictional.Person(dice, birthYear, journey), ct);
        await AppendAsync(journey, first.Area, [.. course.Opening(dice, Today, first.Area, birthYear), .. turn.Facts], 0, ct);
        Expect(journey, turn.After, Rest);
        return new Moved(journey, Stage.NotYetKnown, turn.After.Stage);
    }

    private async Task ContactAsync(CancellationToken ct)
    {
        var (journey, _) = next.UnorderedItems.ElementAt(dice.Between(0, next.Count - 1));
        var facts = await journal.ReadAsync(partnership, journey, upTo: null, ct);
        var situation = Continuation.Of(facts, Today);
        await AppendAsync(journey, situation.Area, [Support.Contact(situation.Stage, dice, Today)], facts[^1].Version, ct);
    }

    /// <summary>Each fact by the agency that it belongs to. Somebody else may have recorded meanwhile: then this turn is left out.</summary>
    private async Task AppendAsync(JourneyId journey, string area, IReadOnlyList<Fact> facts, long version, CancellationToken ct)
    {
        foreach (var fact in facts)
        {
            var now = LondonDay.InLondon(clock.GetUtcNow());
            var timed = FactCatalogue.Of(fact).Family == Family.Police ? fact with { HappenedOn = HappenedOn.At(Today, TimeOnly.FromDateTime(now.DateTime)) } : fact;
            var fresh = new NewFact(new FactId(Guid.CreateVersion7(now)), timed);
            var outcome = await journal.AppendAsync(new Append(partnership, journey, Places.RecorderOf(fact, area), [fresh], version++), ct);
            if (outcome is AppendOutcome.Refused) return;
        }
    }

    private void Expect(JourneyId journey, Situation situation, int rest)
    {
        var (due, earliest) = (course.Next(situation, dice).Day, Today.AddDays(rest));
        next.Enqueue(journey, due > earliest ? due : earliest);
    }

    private Stage StageOf(IReadOnlyList<RecordedFact> facts) => JourneyStatus.Of(Replay.Of(facts)).On(Today);
}
