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
    private static readonly Recorder Officer = new("bench", "Police");
    private static readonly DateOnly Today = LondonDay.Of(TimeProvider.System.GetUtcNow());

    /// <summary>The day before which nothing happened; one fact was recorded every second day.</summary>
    private static readonly DateOnly First = Today.AddDays(-2 * Facts);

    public static async Task<JourneyId> RecordAsync(JourneyDatabase database, Partnership partnership, CancellationToken ct)
    {
        var journey = new JourneyId(Guid.NewGuid());
        await database.Vault.PutAsync(partnership, journey, new PersonIdentity("Testcase Replay-Fictional", null, null, null), ct);
        FactId last = default;
        var facts = new List<NewFact>();
        for (var n = 0; n < Facts; n++)
        {
            var day = First.AddDays(2 * n);
            var fact = Fact(n, day, last);
            var id = new FactId(Guid.CreateVersion7());
            if (fact is not Corrected) last = id;
            facts.Add(new NewFact(id, fact, RecordedAt: LondonDay.StartOf(day).AddHours(12)));
        }

        foreach (var chunk in facts.Chunk(50))
            if (await database.Journal.AppendAsync(new Append(partnership, journey, Officer, chunk), ct) is AppendOutcome.Refused refused)
                throw new InvalidOperationException($"A fact of the bench was refused: {refused.Why.What}");
        return journey;
    }

    /// <summary>What a server's folding node would have done by now.</summary>
    public static Task FoldAsync(JourneyDatabase database, CancellationToken ct) =>
        new FoldingNode(database, TimeProvider.System, NullLogger<FoldingNode>.Instance).CatchUpAsync(null, ct);

    /// <summary>A day and an instant in her time.</summary>
    public static (DateOnly AsAt, DateTimeOffset KnownAt) Moment(Random dice) =>
        (First.AddDays(dice.Next(2 * Facts)), LondonDay.StartOf(First.AddDays(dice.Next(2 * Facts))).AddHours(13));

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
