using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>From a contact with the police to a diversion, a caution or a prosecution.</summary>
internal sealed class PoliceTurns(Rates rates)
{
    public Turn Contact(Situation now, Dice dice, DateOnly? on)
    {
        var again = now.Prior switch
        {
            Prior.Diversion => "again-after-diversion",
            Prior.ShortCustody => "again-after-short-custody",
            _ => "again",
        };
        var mean = now.Frequent ? 365 / rates.Of("frequent-contacts") : -365 / Math.Log(1 - rates.Of(again));
        var day = on ?? now.Since.AddDays(now.Stage == Stage.NotYetKnown ? 0 : dice.Days(mean));
        var fresh = new Situation(Stage.UnderInvestigation, day, now.Area) { Prior = now.Prior, Frequent = now.Frequent, Offence = Offence(dice) };
        if (dice.Chance(rates.Of("single-justice")))
        {
            var notice = new ProsecutionStarted(ProsecutionForm.SingleJusticeNotice, "NON_POLICE_PROSECUTOR", "11", day.AddDays(-dice.Between(30, 120))) { HappenedOn = day };
            return new(day, [notice], fresh with { Stage = Stage.BeforeTheCourt, Offence = "11", ByNotice = true });
        }

        Fact fact = dice.Chance(rates.Of("voluntary"))
            ? new AttendedVoluntarily(fresh.Offence, now.Area) { HappenedOn = day }
            : new Arrested(fresh.Offence, now.Area) { HappenedOn = day };
        return new(day, [fact], fresh);
    }

    public Turn Decision(Situation now, Dice dice, DateOnly? on)
    {
        var day = on ?? now.Since.AddDays(dice.Days(rates.Of("investigation-wait")));
        var facts = new List<Fact>();
        if (dice.Chance(rates.Of("diversion-considered")))
        {
            var decision = dice.Weigh(
                (DiversionDecision.DeclinedByHer, rates.Of("diversion-declined")),
                (DiversionDecision.Excluded, rates.Of("diversion-excluded")),
                (DiversionDecision.Offered, 1 - rates.Of("diversion-declined") - rates.Of("diversion-excluded")));
            facts.Add(new DiversionConsidered(decision, decision == DiversionDecision.Excluded ? Protected.Of("Simulated: outside the scheme's offences.") : null) { HappenedOn = day });
            if (decision == DiversionDecision.Offered)
            {
                var scheme = dice.Pick(DiversionScheme.DeferredProsecution, DiversionScheme.WomensCentre, DiversionScheme.LiaisonAndDiversion);
                return new(day, [.. facts, new Diverted(scheme) { HappenedOn = day }], now.Move(Stage.Diverted, day));
            }
        }

        if (dice.Chance(rates.Of("cautioned")))
            return new(day, [.. facts, new Cautioned(now.Offence) { HappenedOn = day }], now.Move(Stage.NoCurrentInvolvement, day) with { Prior = Prior.Other });
        if (dice.Chance(rates.Of("conditionally-cautioned") / (1 - rates.Of("cautioned"))))
            return ConditionalCaution(now, dice, day, facts);
        return Prosecution(now, dice, day, facts);
    }

    public Turn DiversionEnds(Situation now, Dice dice, DateOnly? on)
    {
        var day = on ?? now.Since.AddDays(14 + dice.Days(rates.Of("diversion-wait") - 14));
        if (dice.Chance(rates.Of("diversion-completed")))
            return new(day, [new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = day }], now.Move(Stage.NoCurrentInvolvement, day) with { Prior = Prior.Diversion });
        var closed = new DiversionClosed(dice.Pick(DiversionOutcome.NotCompleted, DiversionOutcome.Withdrawn)) { HappenedOn = day };
        return dice.Chance(rates.Of("prosecuted-after-diversion"))
            ? Prosecution(now, dice, day, [closed])
            : new(day, [closed], now.Move(Stage.NoCurrentInvolvement, day) with { Prior = Prior.Other });
    }

    /// <summary>The matter ends by law after the last day, unless she is prosecuted before.</summary>
    public Turn ConditionsEnd(Situation now, Dice dice, DateOnly? on)
    {
        var last = now.ConditionsEndOn ?? now.Since.AddDays(7 * rates.Count("conditions-longest"));
        if (dice.Chance(rates.Of("conditions-not-complied")))
            return Prosecution(now, dice, on ?? now.Since.AddDays(dice.Between(14, Math.Max(15, last.DayNumber - now.Since.DayNumber))), []);
        return new(on ?? last.AddDays(1), [], now.Move(Stage.NoCurrentInvolvement, on ?? last.AddDays(1)) with { Prior = Prior.Other });
    }

    private Turn ConditionalCaution(Situation now, Dice dice, DateOnly day, List<Fact> facts)
    {
        var last = day.AddDays(7 * dice.Between(rates.Count("conditions-shortest"), rates.Count("conditions-longest")));
        ValueList<CautionCondition> conditions =
        [
            new(CautionConditionKind.WomensCentreAttendance, last),
            .. dice.Chance(0.5) ? new[] { new CautionCondition(CautionConditionKind.Reparative, last.AddDays(-14)) } : [],
        ];
        facts.Add(new ConditionallyCautioned(conditions, last, now.Offence) { HappenedOn = day });
        return new(day, facts, now.Move(Stage.OutOfCourtResolution, day) with { ConditionsEndOn = last });
    }

    private Turn Prosecution(Situation now, Dice dice, DateOnly day, IEnumerable<Fact> before)
    {
        var remanded = dice.Chance(rates.Of("remanded"));
        var form = remanded ? ProsecutionForm.Charge : dice.Pick(ProsecutionForm.Charge, ProsecutionForm.Charge, ProsecutionForm.Requisition);
        var started = new ProsecutionStarted(form, "CPS", now.Offence, day.AddDays(-dice.Between(1, 90))) { HappenedOn = day };
        if (!remanded) return new(day, [.. before, started], now.Move(Stage.BeforeTheCourt, day));
        var prison = dice.Pick(Places.Prisons);
        return new(
            day,
            [.. before, started, new Remanded(day.AddDays(dice.Between(7, 28))) { HappenedOn = day }, new Received(CustodyBasis.Remand, prison) { HappenedOn = day }],
            now.Move(Stage.Remanded, day) with { Prison = prison, RemandedOn = day });
    }

    private string Offence(Dice dice)
    {
        var theft = rates.Of("theft");
        return dice.Chance(theft) ? "04" : dice.Pick("01", "01", "01", "05", "06", "06", "08", "08", "10", "11");
    }
}
