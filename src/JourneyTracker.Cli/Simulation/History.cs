using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Simulation;

/// <summary>The back history of a simulated partnership. The same seed, number of women, years and end day give the same facts and ids, on any machine.</summary>
/// <param name="rates">The table of rates.</param>
/// <param name="seed">Names the chance.</param>
/// <param name="women">How many women.</param>
/// <param name="years">How many years before the end day.</param>
/// <param name="until">The end day: nothing was recorded on it or later.</param>
public sealed class History(Rates rates, int seed, int women, int years, DateOnly until)
{
    private readonly Course course = new(rates);
    private readonly Support support = new(rates);
    private readonly Help help = new(rates);
    private readonly Slips slips = new(rates);

    public int Women { get; } = women;

    /// <summary>Women who are told by hand, beside those made up by chance; their numbers are not counted.</summary>
    public IReadOnlyList<SimulatedWoman> Told { get; init; } = [];

    /// <summary>When the last thing was recorded about each woman, in ticks; 0 until she has been made up once.</summary>
    private readonly long[] ends = new long[women];

    public DateTimeOffset End { get; } = LondonDay.StartOf(until);

    public DateOnly FirstDay { get; } = until.AddYears(-years);

    public SimulatedWoman Woman(int number)
    {
        var (dice, journey, area, entry) = Entry(number);
        var birthYear = entry.Year - 18 - dice.Between(0, 25) - dice.Between(0, 20);
        var reference = string.Create(CultureInfo.InvariantCulture, $"SIM-{seed}-{Women}-{years}-{until:yyyyMMdd}-{number}");
        var pen = new Pen(rates, dice, area, reference);
        // Help has chance and references of its own: with or without it, the rest of her journey is the same.
        var helpDice = new Dice((ulong)seed, (ulong)Women, (ulong)years, (ulong)until.DayNumber, (ulong)number, 1);
        var helpPen = new Pen(rates, helpDice, area, reference + "-help");

        pen.Open(course.Opening(dice, entry, area, birthYear), entry);
        Live(new Situation(Stage.NotYetKnown, entry, area) { Frequent = dice.Chance(rates.Of("frequent")) }, pen, dice, number,
            (now, ends, beside) =>
            {
                foreach (var fact in help.During(now, ends, until, beside, helpDice)) helpPen.Note(fact);
            });
        return new SimulatedWoman(number, journey, Fictional.Person(dice, birthYear, journey), [.. pen.Before(End).Concat(helpPen.Before(End)).OrderBy(f => f.RecordedAt)]);
    }

    /// <summary>Every fact of every woman recorded in a stretch of time, in the order of recording. Women are made up anew for every stretch that they have a part in.</summary>
    public IReadOnlyList<(JourneyId Journey, SimulatedFact Fact)> Recorded(DateTimeOffset from, DateTimeOffset before) =>
    [
        .. Enumerable.Range(0, Women).AsParallel().AsOrdered().SelectMany(number => RecordedOf(number, from, before)).AsSequential()
            .Concat(Told.SelectMany(w => w.Facts.Where(f => f.RecordedAt >= from && f.RecordedAt < before).Select(f => (w.Journey, Fact: f))))
            .OrderBy(f => f.Fact.RecordedAt),
    ];

    private IEnumerable<(JourneyId Journey, SimulatedFact Fact)> RecordedOf(int number, DateTimeOffset from, DateTimeOffset before)
    {
        if (ends[number] is not 0 and var end && end < from.UtcTicks) return [];
        if (LondonDay.StartOf(Entry(number).Day) >= before) return [];
        var woman = Woman(number);
        ends[number] = woman.Facts.Count == 0 ? 1 : woman.Facts[^1].RecordedAt.UtcTicks;
        return woman.Facts.Where(f => f.RecordedAt >= from && f.RecordedAt < before).Select(f => (woman.Journey, f));
    }

    /// <summary>The first throws for a woman: who she is, and the day before which nothing is recorded about her.</summary>
    private (Dice Dice, JourneyId Journey, string Area, DateOnly Day) Entry(int number)
    {
        var dice = new Dice((ulong)seed, (ulong)Women, (ulong)years, (ulong)until.DayNumber, (ulong)number);
        var journey = new JourneyId(dice.RandomId());
        var area = dice.Weigh((Places.Areas[0], 0.45), (Places.Areas[1], 0.35), (Places.Areas[2], 0.2));
        return (dice, journey, area, FirstDay.AddDays(dice.Between(0, until.DayNumber - FirstDay.DayNumber - 1)));
    }

    private void Live(Situation now, Pen pen, Dice dice, int number, Action<Situation, DateOnly, IReadOnlyList<Fact>> helped)
    {
        var stays = 0;
        MatterReference? stay = null;
        while (now.Since < until)
        {
            var turn = course.Next(now, dice);
            var beside = support.During(now, turn.Day < until ? turn.Day : until, dice).Select(f => f is Transferred ? f with { Matter = stay } : f);
            List<Fact> written = [];
            foreach (var fact in beside)
            {
                written.Add(fact);
                pen.Write([.. slips.In(fact, dice)]);
            }

            helped(now, turn.Day, written);
            if (turn.Day >= until) return;
            if (turn.Facts.OfType<Received>().Any()) stay = new MatterReference(string.Create(CultureInfo.InvariantCulture, $"SIM-stay-{number}-{++stays}"));
            else if (turn.Facts.OfType<ReturnedToCustody>().Any()) stay = null;
            pen.Write([.. turn.Facts.Select(f => f is Received or CustodyBasisChanged or Released ? f with { Matter = stay } : f).SelectMany(f => slips.In(f, dice))]);
            now = turn.After;
        }
    }
}
