using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>What she says beside her needs: how to reach her, who cares for her children, where she lives, what may be shared and with whom.</summary>
internal sealed class HerWord(Rates rates)
{
    private static readonly Stage[] Inside = [Stage.Remanded, Stage.InCustody, Stage.InCustodyOnRecall];

    public IEnumerable<Fact> After(NeedsAssessed needs, Stage stage, Dice dice)
    {
        var day = needs.HappenedOn.Day;
        var isInside = Inside.Contains(stage);
        if (dice.Chance(rates.Of("safe-contact"))) yield return Reach(day, isInside, dice);
        if (dice.Chance(rates.Of("circumstances"))) yield return Circumstances(day, isInside, dice);
        if (!isInside) yield return Home(needs, day, dice);
        if (!dice.Chance(rates.Of("consent"))) yield break;
        yield return Consent(day, isInside, dice);
        if (dice.Chance(rates.Of("consent-withdrawn"))) yield return new ConsentWithdrawn(null, Protected.Of("Simulated: she would rather not.")) { HappenedOn = day.AddDays(dice.Days(60)) };
    }

    private static SafeContact Reach(DateOnly day, bool isInside, Dice dice) => new(Protected.Of(new SafeWays(
        isInside ? [SafeWay.ThroughKeyworker] : dice.Pick<ValueList<SafeWay>>([SafeWay.Text], [SafeWay.Phone, SafeWay.Text], [SafeWay.AtTheWomensCentre], [SafeWay.ThroughKeyworker, SafeWay.Letter]),
        dice.Chance(0.3) ? "Simulated: on weekdays, before three." : null,
        FemaleWorker: dice.Pick(YesNoAnswer.Yes, YesNoAnswer.Yes, YesNoAnswer.No, YesNoAnswer.NotAsked),
        Childcare: dice.Pick(YesNoAnswer.Yes, YesNoAnswer.No, YesNoAnswer.NotAsked))))
    {
        HappenedOn = day,
    };

    private CircumstancesRecorded Circumstances(DateOnly day, bool isInside, Dice dice)
    {
        var asked = !dice.Chance(rates.Of("children-not-said"));
        var has = asked && dice.Chance(rates.Of("need-FAMILY"));
        ValueList<ChildrenCaredForBy>? by = !has ? null : isInside
            ? [dice.Pick(ChildrenCaredForBy.Family, ChildrenCaredForBy.Family, ChildrenCaredForBy.OtherParent, ChildrenCaredForBy.FosterCare)]
            : [dice.Pick(ChildrenCaredForBy.Her, ChildrenCaredForBy.Her, ChildrenCaredForBy.Family, ChildrenCaredForBy.OtherParent, ChildrenCaredForBy.FosterCare)];
        var children = !asked
            ? new ChildrenTold(YesNoAnswer.PrefersNotToSay, YesNoAnswer.Yes)
            : new ChildrenTold(has ? YesNoAnswer.Yes : YesNoAnswer.No, YesNoAnswer.Yes, has ? dice.Between(1, 4) : null, by);
        return new(Protected.Of(new Circumstances(children, CareExperience: dice.Chance(rates.Of("care-experience")) ? YesNoAnswer.Yes : dice.Pick(YesNoAnswer.No, YesNoAnswer.NotAsked)))) { HappenedOn = day };
    }

    private static AccommodationStatusRecorded Home(NeedsAssessed needs, DateOnly day, Dice dice)
    {
        var (status, kind) = needs.Pathways!.Single(p => p.Pathway == "ACCOM").Answer switch
        {
            NeedAnswer.UrgentSupportNeeded => (AccommodationStatus.NotHoused, dice.Pick(AccommodationKind.RoughSleeping, AccommodationKind.NightShelter, AccommodationKind.EmergencyHostel)),
            NeedAnswer.SupportNeeded => (AccommodationStatus.Temporary, dice.Pick(AccommodationKind.FamilyOrFriends, AccommodationKind.SupportedHousing, AccommodationKind.CouncilTemporary)),
            _ => (AccommodationStatus.Settled, dice.Pick(AccommodationKind.SocialTenancy, AccommodationKind.PrivateTenancy, AccommodationKind.OwnHome)),
        };
        return new(status, Protected.Of(kind)) { HappenedOn = day };
    }

    /// <summary>Given inside it may be unfree: then no more than attendance is asked for.</summary>
    private static ConsentGiven Consent(DateOnly day, bool isInside, Dice dice) => new(
        Protected.Of(new SharingTerms(
            isInside ? [SharingScope.Attendance] : dice.Pick<ValueList<SharingScope>>([SharingScope.Attendance], [SharingScope.Attendance, SharingScope.Engagement], [SharingScope.Engagement, SharingScope.Needs, SharingScope.Plan]),
            [new Recipient(dice.Pick(Places.Recipients))],
            "Simulated: so that nobody asks her twice.")),
        isInside ? ConsentPlace.Custody : ConsentPlace.WomensCentre,
        Protected.Of<ValueList<PersonPresent>>([isInside ? PersonPresent.PrisonOfficer : PersonPresent.NobodyElse]),
        YesNoAnswer.No,
        isInside ? ConsentCondition.NotAsked : ConsentCondition.None,
        day.AddMonths(6))
    {
        HappenedOn = day,
    };
}
