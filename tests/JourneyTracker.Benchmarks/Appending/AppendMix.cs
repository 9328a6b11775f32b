using System.Security.Cryptography;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>
/// What one caller records: facts one by one, one in eight on a new journey, the others on one of the caller's last journeys, each with a source
/// reference. Callers share no journey, so that the bare work does not wait for row locks that ours would not meet.
/// </summary>
internal sealed class AppendMix
{
    private const int NewEvery = 8;
    private const int Remembered = 64;
    public static readonly Partnership Partnership = new("bench");
    public static readonly Recorder Recorder = new("bench", "Bench Agency");
    private static readonly DateOnly Day = new(2026, 3, 1);
    private readonly List<JourneyId> journeys = [];
    private int given;

    /// <summary>What callers record: justice and support facts with nothing to seal.</summary>
    public static IReadOnlyList<Fact> Facts { get; } =
    [
        new Arrested("THEFT", "E23000007") { HappenedOn = HappenedOn.At(Day, new TimeOnly(9, 46, 53)) },
        new Contact("phone-call") { HappenedOn = Day },
        new Cautioned("THEFT") { HappenedOn = Day },
        new ProsecutionStarted(ProsecutionForm.Charge, "CPS", "THEFT", Day) { HappenedOn = Day },
        new Received(CustodyBasis.Remand, "PRISON") { HappenedOn = Day },
        new Released(ReleaseKind.OnLicence, Day) { HappenedOn = Day },
        new Recalled("FTR_28", 28, RecallPurpose.RestoreContact) { HappenedOn = Day },
        new Contact("visit") { HappenedOn = HappenedOn.InMonth(2026, 2) },
    ];

    /// <summary>The next journey, and which of <see cref="Facts"/> to record on it.</summary>
    public (JourneyId Journey, int Fact) Next()
    {
        var fact = given++ % Facts.Count;
        if (given % NewEvery != 1) return (journeys[RandomNumberGenerator.GetInt32(journeys.Count)], fact);
        if (journeys.Count == Remembered) journeys.RemoveAt(0);
        journeys.Add(new JourneyId(Guid.NewGuid()));
        return (journeys[^1], fact);
    }

    /// <summary>A whole new journey in one append, to fill a journal with.</summary>
    public Append NextJourney(int facts) => new(Partnership, new JourneyId(Guid.NewGuid()), Recorder,
        [.. Enumerable.Range(0, facts).Select(_ => New(Facts[given++ % Facts.Count]))]);

    /// <summary>With a reference of its own.</summary>
    public static NewFact New(Fact fact) => new(new FactId(Guid.CreateVersion7()), fact, new SourceReference("agency", Guid.NewGuid().ToString("N")));
}
