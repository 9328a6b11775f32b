using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Simulation;

/// <summary>From a prosecution to a sentence.</summary>
internal sealed class CourtTurns(Rates rates)
{
    public Turn Outcome(Situation now, Dice dice, DateOnly? on)
    {
        var wait = now switch
        {
            { Stage: Stage.AwaitingSentence } => "deferment",
            { ByNotice: true } => "single-justice-wait",
            _ => "hearing-wait",
        };
        var day = on ?? now.Since.AddDays(7 + dice.Days(rates.Of(wait) - 7));
        if (now.ByNotice) return new(day, [new Sentenced("FINE") { HappenedOn = day }], Free(now, day));
        if (now.Stage != Stage.AwaitingSentence && dice.Chance(rates.Of("deferred")))
            return new(day, [new Sentenced("DEFERRED") { HappenedOn = day }], now.Move(Stage.AwaitingSentence, day));
        var (custody, suspended, community, discharge) = (rates.Of("bail-custody"), rates.Of("bail-suspended"), rates.Of("bail-community"), rates.Of("bail-discharge"));
        var disposal = dice.Weigh(
            ("IMMEDIATE_CUSTODY", custody), ("SSO", suspended), ("CO", community), ("COND_DISCHARGE", discharge), ("FINE", 1 - custody - suspended - community - discharge));
        if (disposal != "IMMEDIATE_CUSTODY") return new(day, [Sentence(disposal, dice, day)], Free(now, day));
        var prison = dice.Pick(Places.Prisons);
        var (sentence, after) = Custody(now with { Prison = prison, RemandedOn = null }, dice, day);
        return new(day, [sentence, new Received(CustodyBasis.Sentence, prison) { HappenedOn = day }], after);
    }

    public Turn OutcomeOnRemand(Situation now, Dice dice, DateOnly? on)
    {
        var day = on ?? now.Since.AddDays(dice.Days(rates.Of("remand-wait")));
        if (dice.Chance(rates.Of("remand-to-bail")))
            return new(day, [new Released(ReleaseKind.OnBail) { HappenedOn = day }], now.Move(Stage.BeforeTheCourt, day) with { Prison = null });
        if (dice.Chance(rates.Of("remand-to-custody")))
        {
            var (sentence, after) = Custody(now, dice, day);
            return new(day, [sentence, new CustodyBasisChanged(CustodyBasis.Sentence) { HappenedOn = day }], after);
        }

        var disposal = dice.Weigh(("CO", rates.Of("bail-community")), ("SSO", rates.Of("bail-suspended")), ("FINE", rates.Of("bail-discharge")));
        return new(day, [Sentence(disposal, dice, day), new Released(ReleaseKind.NonCustodialSentence) { HappenedOn = day }], Free(now, day));
    }

    private (Sentenced Sentence, Situation After) Custody(Situation now, Dice dice, DateOnly day)
    {
        var months = rates.Count("longest-short");
        var length = !dice.Chance(rates.Of("short-sentence")) ? new Term(months: dice.Between(months + 1, rates.Count("longest-long")))
            : dice.Chance(0.4) ? new Term(weeks: dice.Between(2, 16)) : new Term(months: dice.Between(1, months));
        var sentence = new Sentenced("IMMEDIATE_CUSTODY", length) { HappenedOn = day };
        return (sentence, now.Move(Stage.InCustody, day) with { SentencedOn = day, Sentence = length });
    }

    private Sentenced Sentence(string disposal, Dice dice, DateOnly day) => disposal switch
    {
        "CO" => new(disposal, new Term(months: 6 * dice.Between(rates.Count("community-shortest") / 6, rates.Count("community-longest") / 6)), null, Requirements(dice), null, Treatment(dice)) { HappenedOn = day },
        "SSO" => new(
            disposal, new Term(weeks: dice.Between(4, 26)), new Term(months: 6 * dice.Between(rates.Count("suspended-shortest") / 6, rates.Count("suspended-longest") / 6)), Requirements(dice), null, Treatment(dice))
        {
            HappenedOn = day,
        },
        "COND_DISCHARGE" => new(disposal, new Term(months: 12)) { HappenedOn = day },
        _ => new(disposal) { HappenedOn = day },
    };

    private static Protected<ValueList<Requirement>>? Treatment(Dice dice) =>
        dice.Between(1, 4) == 1 ? Protected.Of<ValueList<Requirement>>([new("MHTR", Length: new Term(months: 6))]) : null;

    private ValueList<Requirement> Requirements(Dice dice) => dice.Between(1, 4) switch
    {
        1 => [new("UPW", Hours: 10 * dice.Between(rates.Count("unpaid-work-fewest") / 10, rates.Count("unpaid-work-most") / 10))],
        _ => [new("RAR", Days: 5 * dice.Between(1, 6))],
    };

    private static Situation Free(Situation now, DateOnly day) => new Situation(Stage.NoCurrentInvolvement, day, now.Area) { Prior = Prior.Other, Frequent = now.Frequent, Offence = now.Offence };
}
