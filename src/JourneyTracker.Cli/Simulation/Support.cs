using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>What goes on beside the justice process: needs talked over, contacts with services, transfers between prisons.</summary>
internal sealed class Support(Rates rates)
{
    private static readonly string[] OrdinaryPathways = ["ACCOM", "ETE", "FINANCE", "FAMILY", "ATTITUDES"];

    /// <summary>Facts from the day she came into a situation until the day before she left it.</summary>
    public IEnumerable<Fact> During(Situation now, DateOnly until, Dice dice)
    {
        var free = now.Stage == Stage.NoCurrentInvolvement;
        if (now.Stage is Stage.NotYetKnown or Stage.RecalledNotReturned || (free && now.Prior == Prior.None)) yield break;
        var day = now.Since.AddDays(dice.Between(1, 10));
        if (now.Stage is not (Stage.UnderInvestigation or Stage.BeforeTheCourt) && day < until && dice.Chance(rates.Of("assessed"))) yield return Needs(dice, day);
        if (now.Stage == Stage.InCustody && dice.Chance(rates.Of("transferred")))
        {
            var moved = now.Since.AddDays(dice.Between(7, 60));
            if (moved < until) yield return new Transferred(dice.Pick(Places.SentencedPrisons)) { HappenedOn = moved };
        }

        if (now.Stage == Stage.OnLicence)
        {
            if (dice.Chance(rates.Of("conditions-explained"))) yield return new ConditionsExplained(YesNoAnswer.Yes, ExplainedBy.InPerson) { HappenedOn = now.Since };
            yield return new AccommodationStatusRecorded(dice.Chance(rates.Of("need-ACCOM")) ? AccommodationStatus.NotHoused : AccommodationStatus.Settled) { HappenedOn = now.Since };
        }

        for (var i = 0; i < rates.Count("contacts-most"); i++)
        {
            day = day.AddDays(dice.Days(rates.Of("contact-wait")));
            if (day >= until) yield break;
            yield return now.Stage == Stage.OnLicence && dice.Chance(0.6) ? Appointment(dice, day) : Contact(now.Stage, dice, day);
        }
    }

    /// <summary>Kept, or missed for a reason that she was asked for.</summary>
    private Fact Appointment(Dice dice, DateOnly day)
    {
        if (!dice.Chance(rates.Of("appointment-missed"))) return new AppointmentKept(ExplainedBy.InPerson) { HappenedOn = day };
        var accepted = dice.Chance(rates.Of("absence-accepted"));
        return new AppointmentMissed(
            YesNoAnswer.Yes, Protected.Of(dice.Pick(AbsenceReason.Health, AbsenceReason.ChildrenOrCaring, AbsenceReason.TravelOrMoney, AbsenceReason.NotTold, AbsenceReason.Other)),
            Found: accepted ? AbsenceFinding.Acceptable : AbsenceFinding.Unacceptable, FoundBy: "simulated.officer")
        { HappenedOn = day };
    }

    public static Contact Contact(Stage stage, Dice dice, DateOnly day) => new(
        stage switch
        {
            Stage.UnderInvestigation or Stage.BeforeTheCourt or Stage.AwaitingSentence => dice.Pick("liaison-and-diversion-seen", "womens-centre-visit", "solicitor-visit"),
            Stage.Remanded or Stage.InCustody or Stage.InCustodyOnRecall => dice.Pick("keyworker-session", "family-visit", "resettlement-session"),
            Stage.OnLicence => dice.Pick("probation-appointment", "probation-appointment", "womens-centre-visit"),
            _ => dice.Pick("womens-centre-visit", "womens-centre-visit", "housing-advice", "benefits-advice"),
        },
        dice.Chance(0.2) ? Protected.Of("Simulated note: nothing here is about a real woman.") : null)
    {
        HappenedOn = day,
    };

    public NeedsAssessed Needs(Dice dice, DateOnly day)
    {
        NeedAnswer Ordinary(string pathway) => !dice.Chance(rates.Of($"need-{pathway}")) ? NeedAnswer.NoSupportNeeded
            : dice.Chance(0.2) ? NeedAnswer.UrgentSupportNeeded : NeedAnswer.SupportNeeded;
        NeedAnswer Disclosure(string pathway) => dice.Chance(rates.Of("disclosure-not-asked")) ? NeedAnswer.NotAsked
            : dice.Chance(rates.Of("disclosure-not-said")) ? NeedAnswer.PrefersNotToSay
            : dice.Chance(rates.Of($"shared-{pathway}")) ? NeedAnswer.Shared : NeedAnswer.AskedNothingShared;
        ValueList<PathwayAnswer> open = [.. OrdinaryPathways.Select(p => new PathwayAnswer(p, Ordinary(p)))];
        ValueList<PathwayAnswer> hidden =
        [
            new("HEALTH", Ordinary("HEALTH")), new("SUBSTANCE", Ordinary("SUBSTANCE")), new("ABUSE", Disclosure("ABUSE")), new("SEX_WORK", Disclosure("SEX_WORK")),
        ];
        return new NeedsAssessed(Protected.Of("simulated wheel"), Protected.Of("1"), Pathways: open, SensitivePathways: Protected.Of(hidden)) { HappenedOn = day };
    }
}
