using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Tests.Support;

/// <summary>Builds a recorded journey for tests: facts in the order in which they were recorded.</summary>
internal sealed class A
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly List<RecordedFact> recorded = [];

    private A()
    {
    }

    public static Partnership Northshire { get; } = new("northshire");

    public IReadOnlyList<RecordedFact> Recorded => recorded;

    public JourneyStatus Status => JourneyStatus.Of(Replayed);

    public EffectiveJourney Replayed => Replay.Of(recorded);

    public static A Journey() => new();

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static FactId Id(int version) => new(new Guid(version, 0, 0, new byte[8]));

    /// <summary>Records facts; the first has version and position 1, and so on.</summary>
    public A With(params Fact[] facts)
    {
        foreach (var fact in facts) Add(fact, "Northshire Police");
        return this;
    }

    public A By(string agency, Fact fact)
    {
        Add(fact, agency);
        return this;
    }

    public A By(string person, string agency, Fact fact)
    {
        Add(fact, agency, person);
        return this;
    }

    private void Add(Fact fact, string agency, string person = "pc.example")
    {
        var version = recorded.Count + 1;
        recorded.Add(new RecordedFact(
            Id(version), new JourneyId(new Guid(7, 7, 7, new byte[8])), Northshire, version, version, Start.AddMinutes(version),
            new Recorder(person, agency), null, null, null, fact));
    }
}
