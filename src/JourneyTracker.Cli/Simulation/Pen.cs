using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Records what happened to one woman as agencies do: mostly in office hours of the day, sometimes late, sometimes wrongly and then corrected.</summary>
internal sealed class Pen(Rates rates, Dice dice, string area, string reference)
{
    public const string System = "simulation";

    private readonly List<SimulatedFact> written = [];

    /// <summary>What was recorded before an instant, in the order of recording.</summary>
    public IReadOnlyList<SimulatedFact> Before(DateTimeOffset end) => [.. written.Where(f => f.RecordedAt < end).OrderBy(f => f.RecordedAt)];

    /// <summary>The opening is recorded first thing on its day, so that nothing stands before it.</summary>
    public void Open(IReadOnlyList<Fact> opening, DateOnly day)
    {
        for (var i = 0; i < opening.Count; i++) Add(opening[i], LondonDay.StartOf(day).AddHours(8).AddMinutes(i));
    }

    /// <summary>Facts of one turn: recorded one after the other.</summary>
    public void Write(IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 0) return;
        var happened = facts[0].HappenedOn;
        var start = OfficeHours(happened.Precision == Precision.Month ? happened.Day.AddMonths(1) : happened.Day);
        for (var i = 0; i < facts.Count; i++)
        {
            var delay = dice.Chance(rates.Of("late")) ? dice.Days(rates.Of("late-wait")) : 0;
            Record(Timed(facts[i]), start.AddDays(delay).AddSeconds(40 * i));
        }

        if (dice.Chance(rates.Of("withdrawn"))) OfAnotherWoman(start.AddMinutes(25));
    }

    /// <summary>A fact of its own: sometimes late, never another woman's.</summary>
    public void Note(Fact fact) =>
        Record(fact, OfficeHours(fact.HappenedOn.Day.AddDays(dice.Chance(rates.Of("late")) ? dice.Days(rates.Of("late-wait")) : 0)));

    private void Record(Fact fact, DateTimeOffset at)
    {
        if (!dice.Chance(rates.Of("corrected")) || Wrong(fact) is not { } wrong)
        {
            Add(fact, at);
            return;
        }

        var first = Add(wrong, at);
        var seen = LondonDay.Of(at).AddDays(dice.Days(12));
        var why = wrong.HappenedOn == fact.HappenedOn ? CorrectionReason.WrongDetail : CorrectionReason.WrongDay;
        Add(new Corrected(first, fact, why, Protected.Of("Simulated correction.")) { HappenedOn = seen }, OfficeHours(seen));
    }

    private void OfAnotherWoman(DateTimeOffset at)
    {
        var first = Add(new Arrested("04", area) { HappenedOn = LondonDay.Of(at) }, at);
        var seen = LondonDay.Of(at).AddDays(dice.Days(6));
        Add(new Withdrawn(first, CorrectionReason.WrongWoman) { HappenedOn = seen }, OfficeHours(seen));
    }

    private FactId Add(Fact fact, DateTimeOffset at)
    {
        var id = new FactId(dice.IdAt(at));
        var source = new SourceReference(System, string.Create(CultureInfo.InvariantCulture, $"{reference}-{written.Count}"));
        written.Add(new SimulatedFact(new NewFact(id, fact, source, RecordedAt: at), Places.RecorderOf(fact, area)));
        return id;
    }

    private Fact Timed(Fact fact) => FactCatalogue.Of(fact).Family == Family.Police && dice.Chance(rates.Of("with-time"))
        ? fact with { HappenedOn = HappenedOn.At(fact.HappenedOn.Day, new TimeOnly(dice.Between(0, 8), dice.Between(0, 59))) }
        : fact;

    /// <summary>The fact as somebody might enter it wrongly; null for kinds that are not simulated wrong.</summary>
    private Fact? Wrong(Fact fact) => fact switch
    {
        Arrested f => f with { OffenceGroup = dice.Pick("05", "08", "10") },
        ProsecutionStarted f => f with { OffenceGroup = dice.Pick("05", "08", "10") },
        Received f => f with { Prison = dice.Pick("PFI", "STI") },
        Released or Recalled or Diverted or DiversionClosed or LicenceEnded => fact with { HappenedOn = fact.HappenedOn.Day.AddDays(-1) },
        _ => null,
    };

    private DateTimeOffset OfficeHours(DateOnly day) => LondonDay.StartOf(day).AddHours(9).AddSeconds(dice.Between(0, 8 * 3600));
}
