using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Folding;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyTracker.Benchmarks.Replaying;

/// <summary>One woman of whom much was recorded: investigations and their ends, contacts, and every tenth fact a correction of one before.</summary>
internal static class LongJourney
{
    public const int Facts = 200;
    public const int Corrections = Facts / 10;
    private const int Between = 100;
    private static readonly Recorder Officer = new("bench", "Police");
    private static readonly DateOnly Today = LondonDay.Of(TimeProvider.System.GetUtcNow());

    /// <summary>The day before which nothing happened; one fact was recorded every second day.</summary>
    private static readonly DateOnly First = Today.AddDays(-2 * Facts);

    /// <summary>A simulated partnership of her own, so that instants can be made up without disturbing the others'.</summary>
    public static readonly Partnership Partnership = new("long");

    /// <summary>Her facts in the order of recording, and between two of them facts of others of her partnership.</summary>
    public static async Task<JourneyId> RecordAsync(JourneyDatabase database, CancellationToken ct)
    {
        await database.Partnerships.AddAsync(Partnership, "Long journeys", simulated: true, ct);
        var journey = new JourneyId(Guid.NewGuid());
        await database.Vault.PutAsync(Partnership, journey, new PersonIdentity("Testcase Replay-Fictional", null, null, null), ct);
        JourneyId[] others = [.. Enumerable.Range(0, Between * 5).Select(_ => new JourneyId(Guid.NewGuid()))];
        FactId last = default;
        for (var n = 0; n < Facts; n++)
        {
            var day = First.AddDays(2 * n);
            var hers = New(Fact(n, day, last), day);
            if (hers.Fact is not Corrected) last = hers.Id;
            Append[] appends =
            [
                new(Partnership, journey, Officer, [hers]),
                .. Enumerable.Range(0, Between).Select(i => new Append(Partnership, others[((n * Between) + i) % others.Length], Officer, [New(new Contact("visit") { HappenedOn = day }, day)])),
            ];
            foreach (var outcome in await database.Journal.LoadAsync(appends, ct))
                if (outcome is AppendOutcome.Refused refused) throw new InvalidOperationException($"A fact of the bench was refused: {refused.Why.What}");
        }

        return journey;
    }

    /// <summary>What a server's folding node would have done by now.</summary>
    public static Task FoldAsync(JourneyDatabase database, CancellationToken ct) =>
        new FoldingNode(database, TimeProvider.System, NullLogger<FoldingNode>.Instance).CatchUpAsync(null, ct);

    /// <summary>A day and an instant in her time.</summary>
    public static (DateOnly AsAt, DateTimeOffset KnownAt) Moment(Random dice) =>
        (First.AddDays(dice.Next(2 * Facts)), LondonDay.StartOf(First.AddDays(dice.Next(2 * Facts))).AddHours(13));

    /// <summary>Two of them, the one known first before the other.</summary>
    public static ((DateOnly AsAt, DateTimeOffset KnownAt) From, (DateOnly AsAt, DateTimeOffset KnownAt) To) Pair(Random dice)
    {
        var (one, other) = (Moment(dice), Moment(dice));
        return one.KnownAt <= other.KnownAt ? (one, other) : (other, one);
    }

    private static NewFact New(Fact fact, DateOnly day) => new(new FactId(Guid.CreateVersion7()), fact, RecordedAt: LondonDay.StartOf(day).AddHours(12));

    private static Fact Fact(int n, DateOnly day, FactId last) => (n % 10) switch
    {
        0 when n == 0 => new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = day },
        1 or 5 => new Arrested("08", Note: Protected.Of("A note as people write them, of some length.")) { HappenedOn = day },
        3 => new Diverted(DiversionScheme.WomensCentre) { HappenedOn = day },
        4 => new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = day },
        7 => new Cautioned("08") { HappenedOn = day },
        9 => new Corrected(last, new Contact("visit", Protected.Of("It was a visit.")) { HappenedOn = day.AddDays(-2) }, CorrectionReason.WrongDetail) { HappenedOn = day },
        _ => new Contact("visit", Protected.Of("She came and talked about housing.")) { HappenedOn = day },
    };
}
