using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Journal;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>Puts the women of the walk on record: in the partnership north, when not said otherwise.</summary>
internal sealed class Women(JourneyDatabase house)
{
    private const string Elsewhere = "Another agency";

    public async Task<Her> RecordAsync(HerKind kind, Partnership? partnership = null)
    {
        var owner = partnership ?? JournalHouse.North;
        var mark = Guid.NewGuid().ToString("N")[..12];
        var journey = new JourneyId(Guid.NewGuid());
        var told = new List<Told>();
        await AppendAsync("opens", Elsewhere, new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day(-900) });
        if (kind != HerKind.SupportAlone)
        {
            await TellAsync(RecordPart.Police, w => new Cautioned { HappenedOn = Day(-800) }, isSpent: true, isSealed: false);
            await TellAsync(RecordPart.Police, w => new Arrested(Note: w) { HappenedOn = Day(-90) });
            await TellAsync(RecordPart.Screening, w => new LiaisonAndDiversionScreened(Note: w) { HappenedOn = Day(-89) });
            await TellAsync(RecordPart.Court, w => new DefenceRaised(Protected.Of(Enum.GetValues<DefenceKind>()[^1]), w) { HappenedOn = Day(-80) });
            await TellAsync(RecordPart.RecallConsidered, w => new RecallConsidered(DecisionWhy: w) { HappenedOn = Day(-55) });
            await TellAsync(RecordPart.Supervision, w => new LicenceEnded { HappenedOn = Day(-50) }, isSealed: false);
            await TellAsync(RecordPart.Custody, w => new TemporaryRelease { HappenedOn = Day(-45) }, isSealed: false);
            await TellAsync(RecordPart.Casework, w => new AppointmentMissed(Words: w) { HappenedOn = Day(-40) });
            await TellAsync(RecordPart.Casework, w => new CustodySafetyIncident(Protected.Of(Enum.GetValues<SafetyIncident>()[^1]), Note: w) { HappenedOn = Day(-30) });
        }

        await TellAsync(RecordPart.Engagement, w => new SessionKept(Note: w) { HappenedOn = Day(-20) });
        var call = await TellAsync(RecordPart.Engagement, w => new Contact("phone-call", w) { HappenedOn = Day(-19) }, agency: Walkers.Willow);
        await TellAsync(RecordPart.Needs, w => new NeedsAssessed(Tool: w) { HappenedOn = Day(-18) });
        await TellAsync(RecordPart.Plan, w => new PlanAgreed(w) { HappenedOn = Day(-17) });
        await TellAsync(RecordPart.Circumstances, w => new DutyToReferAnswered(Enum.GetValues<DutyToReferAnswer>()[0], w) { HappenedOn = Day(-16) });
        await TellAsync(RecordPart.SafeContact, w => new SafeContact(Protected.Of(new SafeWays([], Times: w.Value))) { HappenedOn = Day(-15) });
        await TellAsync(RecordPart.Hers, w => new HerViewRecorded(Enum.GetValues<ViewKind>()[0], Words: w) { HappenedOn = Day(-14) });
        await TellAsync(RecordPart.Whereabouts, w => new LeftArea("E23000008") { HappenedOn = Day(-1) }, isSealed: false);
        await RuleAsync();
        var name = $"Zenobia Q{mark}";
        await house.Vault.PutAsync(owner, journey, new PersonIdentity(name), default);
        return new Her(kind, journey, name, told) { Call = call };

        async Task RuleAsync()
        {
            switch (kind)
            {
                case HerKind.Usual:
                    await TellAsync(RecordPart.Hers, w => new PersonBarred(Protected.Of(new BarredPerson(Walkers.Barred, BarGround.Relative)), w) { HappenedOn = Day(0) });
                    await AppendAsync(Walkers.Urgent, Walkers.Homes, new AccessOverridden(Protected.Of("somebody is in danger")) { HappenedOn = Day(0) });
                    break;
                case HerKind.Limited:
                    await TellAsync(RecordPart.Hers, w => new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Walkers.Willow)]), w) { HappenedOn = Day(0) });
                    break;
                case HerKind.Sharing:
                    await ConsentAsync([.. Enum.GetValues<SharingScope>()], Walkers.Willow);
                    await ConsentAsync([SharingScope.Attendance], Walkers.Homes);
                    break;
            }
        }

        Task ConsentAsync(ValueList<SharingScope> scope, string agency) =>
            TellAsync(
                RecordPart.Hers, w => new ConsentGiven(Protected.Of(new SharingTerms(scope, [new Recipient(agency)], w.Value)), ConsentPlace.WomensCentre, Condition: ConsentCondition.None) { HappenedOn = Day(-25) },
                isDisclosure: scope.Contains(SharingScope.Abuse));

        async Task<FactId> TellAsync(RecordPart part, Func<Protected<string>, Fact> fact, bool isSpent = false, bool isSealed = true, bool isDisclosure = false, string agency = Elsewhere)
        {
            var (by, words) = ($"by-{told.Count}-{mark}", $"words-{told.Count}-{part}-{mark}");
            told.Add(new Told(part, agency, by, isSealed ? words : null, isSpent, isDisclosure));
            return await AppendAsync(by, agency, fact(Protected.Of(words)));
        }

        async Task<FactId> AppendAsync(string person, string agency, Fact fact) =>
            (await house.Journal.AppendAsync(new Append(owner, journey, new Recorder(person, agency), [Samples.New(fact)]), default)).Should().BeOfType<AppendOutcome.Accepted>().Which.Facts[0].Id;
    }

    private static DateOnly Day(int fromToday) => WebServer.Today.AddDays(fromToday);
}
