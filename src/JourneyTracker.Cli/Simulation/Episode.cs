using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>A referral for one of her needs, and what becomes of it: accepted or declined, first contact, sessions, an end, needs talked over again.</summary>
internal sealed class Episode(Rates rates)
{
    private static readonly (string Pathway, string Service)[] Services =
        [("ACCOM", "LA_HOUSING"), ("ETE", "EDUCATION"), ("FINANCE", "VOLUNTARY"), ("FAMILY", "CHILDRENS_SERVICES"), ("ATTITUDES", "WOMENS_CENTRE"), ("HEALTH", "NHS"), ("SUBSTANCE", "SUBSTANCE_MISUSE")];

    /// <param name="needs">What she said.</param>
    /// <param name="stage">Her stage.</param>
    /// <param name="ends">The day she leaves it: support ends then at the latest.</param>
    /// <param name="dice">Chance.</param>
    public IEnumerable<Fact> After(NeedsAssessed needs, Stage stage, DateOnly ends, Dice dice)
    {
        var wanted = Services.Where(s => Wants(needs, s.Pathway)).ToArray();
        if (wanted.Length == 0 || !dice.Chance(rates.Of("referred"))) yield break;
        var (pathway, service) = dice.Pick(wanted);
        var support = Protected.Of(new SupportFor(service, [pathway]));
        var matter = new MatterReference(string.Create(CultureInfo.InvariantCulture, $"SIM-support-{dice.RandomId():N}"));
        var day = needs.HappenedOn.Day;
        yield return new Referred(support, Route(stage), YesNoAnswer.Yes) { HappenedOn = day, Matter = matter };
        day = day.AddDays(dice.Days(rates.Of("referral-wait")));
        if (dice.Chance(rates.Of("referral-declined")))
        {
            yield return new ReferralDeclined(dice.Pick(DeclinedBy.Her, DeclinedBy.Service, DeclinedBy.Service), support) { HappenedOn = day, Matter = matter };
            yield break;
        }

        var first = day.AddDays(dice.Days(rates.Of("first-contact-wait")));
        yield return new ReferralAccepted(support, first) { HappenedOn = day, Matter = matter };
        if (first >= ends) yield break;
        yield return new FirstContact(support, ContactMode.InPerson) { HappenedOn = first, Matter = matter };
        var planned = dice.Between(2, rates.Count("sessions-most"));
        var last = first;
        for (var i = 0; i < planned && last.AddDays(dice.Days(rates.Of("session-wait"))) is var next && next < ends; i++) yield return Session(support, last = next, matter, dice);
        foreach (var fact in End(needs, support, last.AddDays(dice.Days(7)), matter, dice)) yield return fact;
    }

    private IEnumerable<Fact> End(NeedsAssessed needs, Protected<SupportFor> support, DateOnly day, MatterReference matter, Dice dice)
    {
        var completed = dice.Chance(rates.Of("support-completed"));
        yield return new SupportEnded(completed ? SupportEndReason.Completed : dice.Pick(SupportEndReason.OutOfTouch, SupportEndReason.HerChoice, SupportEndReason.MovedAway), support)
        {
            HappenedOn = day,
            Matter = matter,
        };
        if (!completed || !dice.Chance(rates.Of("assessed-again"))) yield break;
        ValueList<PathwayAnswer> open = [.. needs.Pathways!.Select(p => Later(p, dice))];
        yield return needs with { Occasion = AssessmentOccasion.Exit, Pathways = open, HappenedOn = day };
    }

    /// <summary>A need is often met by then, and hardly ever greater.</summary>
    private static PathwayAnswer Later(PathwayAnswer before, Dice dice) => before.Answer switch
    {
        NeedAnswer.UrgentSupportNeeded => before with { Answer = dice.Pick(NeedAnswer.SupportNeeded, NeedAnswer.NoSupportNeeded, NeedAnswer.UrgentSupportNeeded) },
        NeedAnswer.SupportNeeded => before with { Answer = dice.Pick(NeedAnswer.NoSupportNeeded, NeedAnswer.SupportNeeded) },
        _ => before,
    };

    private Fact Session(Protected<SupportFor> support, DateOnly day, MatterReference matter, Dice dice)
    {
        if (!dice.Chance(rates.Of("session-missed"))) return new SessionKept(support, dice.Pick(ContactMode.InPerson, ContactMode.InPerson, ContactMode.ByPhone)) { HappenedOn = day, Matter = matter };
        var reason = dice.Pick(
            SessionMissedReason.Childcare, SessionMissedReason.Health, SessionMissedReason.TravelOrMoney, SessionMissedReason.NotTold, SessionMissedReason.OtherAppointment, SessionMissedReason.NoAnswer);
        return new SessionMissed(support, Protected.Of(reason)) { HappenedOn = day, Matter = matter };
    }

    private static bool Wants(NeedsAssessed needs, string pathway) => needs.Pathways!.Concat(needs.SensitivePathways!.Value)
        .Any(p => p.Pathway == pathway && p.Answer is NeedAnswer.SupportNeeded or NeedAnswer.UrgentSupportNeeded);

    private static ReferralRoute Route(Stage stage) => stage switch
    {
        Stage.Diverted or Stage.OutOfCourtResolution => ReferralRoute.LiaisonAndDiversion,
        Stage.AwaitingSentence => ReferralRoute.Court,
        Stage.Remanded or Stage.InCustody or Stage.InCustodyOnRecall => ReferralRoute.Prison,
        Stage.OnLicence => ReferralRoute.Probation,
        _ => ReferralRoute.Herself,
    };
}
