using System.Globalization;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Law.Records;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Dates;

namespace JourneyTracker.Cli.Simulation;

/// <summary>
/// Three made-up women of the demonstration whom the tour of README.md visits by name: one on licence with a recall being considered, one with a conditional caution
/// whose conditions end soon, one in custody who is released soon. Whoever looks as a persona of the demonstration is their worker.
/// </summary>
/// <param name="until">The end day of the back history: their days are counted from it. Each fact gets its own day when it is told.</param>
internal sealed class NamedWomen(DateOnly until)
{
    private const string Area = "E23000029";

    /// <summary>So long ago that the law releases Aisha about three weeks before the end day.</summary>
    private const int AishaSentenced = -131;
    private const int CarysSentenced = -70;
    private static readonly Recorder Keyworker = new("demo.keyworker", Places.AgencyOf(Family.Support, Area));
    private static readonly Recorder Probation = new("demo.probation", Places.AgencyOf(Family.Supervision, Area));
    private static readonly Recorder Police = new("sim.custody-sergeant", Places.AgencyOf(Family.Police, Area));
    private static readonly Recorder Court = new("sim.court-clerk", Places.AgencyOf(Family.Court, Area));
    private static readonly Recorder Prison = new("sim.reception", Places.AgencyOf(Family.Custody, Area));
    private static readonly Protected<SupportFor> Housing = Protected.Of(new SupportFor("HOUSING_PROVIDER", ["ACCOM"]));

    public IReadOnlyList<SimulatedWoman> All => [Aisha(), Beth(), Carys()];

    /// <summary>On licence after a short sentence, with a plan, consents and a recall that is being considered.</summary>
    private SimulatedWoman Aisha() => Woman(
        0, "Testcase Aisha Marlow-Fictional", new DateOnly(1991, 5, 14),
        (-200, Police, new Arrested("04", Area) { HappenedOn = until }),
        (-199, Police, new ProsecutionStarted(ProsecutionForm.Charge, "CPS", "04", Day(-201)) { HappenedOn = until }),
        (-160, Keyworker, Needs(AssessmentOccasion.Entry, NeedAnswer.UrgentSupportNeeded, NeedAnswer.SupportNeeded)),
        (AishaSentenced, Court, Sentence(AishaSentenced, 9, Day(-201))),
        (AishaSentenced, Prison, new Received(CustodyBasis.Sentence, "BZI") { HappenedOn = until }),
        (-30, Prison, new ReleasePreparation(Released, Readiness.InHand, Readiness.Ready, Readiness.Ready, MetBy.Keyworker) { HappenedOn = until }),
        (Released.DayNumber - until.DayNumber, Prison, new Released(ReleaseKind.OnLicence, LicenceEnds) { HappenedOn = until }),
        (-20, Keyworker, Named(WorkerRole.Keyworker, Keyworker)),
        (-20, Probation, Named(WorkerRole.ResponsibleOfficer, Probation)),
        (-20, Probation, new ConditionsSet([.. CodeList.LicenceConditions.All.Take(3).Select(c => c.Value)], EndOn: LicenceEnds) { HappenedOn = until }),
        (-19, Keyworker, Contact([SafeWay.Text, SafeWay.AtTheWomensCentre], "Made up: on weekdays before three.", "Made up: her brother.")),
        (-18, Keyworker, new AccommodationStatusRecorded(AccommodationStatus.Temporary, Protected.Of(AccommodationKind.EmergencyHostel)) { HappenedOn = until }),
        (-17, Keyworker, new CircumstancesRecorded(Protected.Of(new Circumstances(new ChildrenTold(YesNoAnswer.Yes, YesNoAnswer.Yes, 2, [ChildrenCaredForBy.Family]), TenancyAtRisk: YesNoAnswer.Yes))) { HappenedOn = until }),
        (-16, Keyworker, Consent([SharingScope.Engagement, SharingScope.Needs, SharingScope.Plan, SharingScope.SafeContact], ConsentPlace.WomensCentre, ConsentCondition.None, Day(75))),
        (-15, Keyworker, new Referred(Housing, ReferralRoute.CommunityService, YesNoAnswer.Yes) { HappenedOn = until }),
        (-13, Keyworker, new ReferralAccepted(Housing, Day(-6)) { HappenedOn = until }),
        (-12, Keyworker, new PlanAgreed(Protected.Of("Made up: a room of my own before winter.\nSeeing my girls every Sunday.\nThe Tuesday group, because they laugh there."), YesNoAnswer.Yes, Day(9)) { HappenedOn = until }),
        (-12, Probation, new AppointmentKept(ExplainedBy.InPerson) { HappenedOn = until }),
        (-8, Keyworker, new SessionKept(Housing, ContactMode.InPerson) { HappenedOn = until }),
        (-5, Probation, new AppointmentMissed(YesNoAnswer.Yes, Protected.Of(AbsenceReason.ChildrenOrCaring), null, AbsenceFinding.Acceptable, Probation.Person) { HappenedOn = until }),
        (-3, Keyworker, Needs(AssessmentOccasion.Review, NeedAnswer.SupportNeeded, NeedAnswer.NoSupportNeeded)),
        (-1, Probation, new RecallConsidered(TriggerWords: Protected.Of("Made up: she did not stay at the hostel on Saturday."), TenancyAtRisk: YesNoAnswer.Yes, WomensCentre: WomensCentreAlternative.NotConsidered) { HappenedOn = until }));

    /// <summary>A conditional caution whose conditions end in a few days, and a referral that nobody has accepted.</summary>
    private SimulatedWoman Beth() => Woman(
        1, "Testcase Beth Carrow-Fictional", new DateOnly(1998, 11, 2),
        (-32, Police, new Arrested("05", Area) { HappenedOn = until }),
        (-32, Police, new LiaisonAndDiversionScreened(YesNoAnswer.Yes) { HappenedOn = until }),
        (-26, Police, new ConditionallyCautioned([new CautionCondition(CautionConditionKind.Rehabilitative, Day(4))], Day(4), "05") { HappenedOn = until }),
        (-25, Keyworker, Contact([SafeWay.Phone], null, null)),
        (-24, Keyworker, Needs(AssessmentOccasion.Entry, NeedAnswer.SupportNeeded, NeedAnswer.SupportNeeded)),
        (-14, Keyworker, new Referred(Housing, ReferralRoute.Police, YesNoAnswer.Yes) { HappenedOn = until }));

    /// <summary>In custody, released on a Friday one to two weeks from now, with no address, no prescription and nobody to meet her.</summary>
    private SimulatedWoman Carys() => Woman(
        2, "Testcase Carys Penrose-Fictional", new DateOnly(1987, 2, 27),
        (CarysSentenced - CarysRemand - 1, Police, new Arrested("04", Area) { HappenedOn = until }),
        (CarysSentenced - CarysRemand, Police, new ProsecutionStarted(ProsecutionForm.Charge, "CPS", "04", Day(CarysSentenced - CarysRemand - 1)) { HappenedOn = until }),
        (CarysSentenced - CarysRemand, Court, new Remanded(Day(CarysSentenced)) { HappenedOn = until }),
        (CarysSentenced - CarysRemand, Prison, new Received(CustodyBasis.Remand, "BZI") { HappenedOn = until }),
        (CarysSentenced, Court, CarysSentence),
        (CarysSentenced, Prison, new CustodyBasisChanged(CustodyBasis.Sentence) { HappenedOn = until }),
        (CarysSentenced, Prison, new TimeAdjusted(TimeAdjustment.Remand, CarysRemand) { HappenedOn = until }),
        (-60, Keyworker, Named(WorkerRole.Keyworker, Keyworker)),
        (-58, Keyworker, Contact([SafeWay.ThroughKeyworker], null, "Made up: nobody on her wing.")),
        (-50, Keyworker, new CircumstancesRecorded(Protected.Of(new Circumstances(new ChildrenTold(YesNoAnswer.Yes, YesNoAnswer.Yes, 1, [ChildrenCaredForBy.FosterCare]), new PregnancyTold(YesNoAnswer.Yes, Day(70))))) { HappenedOn = until }),
        (-40, Keyworker, Consent([SharingScope.Engagement], ConsentPlace.Custody, ConsentCondition.NotAsked, Day(-2))),
        (-6, Prison, new ReleasePreparation(Friday, Readiness.NotReady, Readiness.Ready, Readiness.NotReady, MetBy.NobodyYet, Prescription: Protected.Of(Readiness.NotReady)) { HappenedOn = until }));

    private SimulatedWoman Woman(int number, string name, DateOnly born, params (int Day, Recorder By, Fact Fact)[] said)
    {
        var dice = new Dice((ulong)until.DayNumber, (ulong)number, 0x6E616D6564);
        var journey = new JourneyId(dice.RandomId());
        var facts = new List<SimulatedFact>();
        var opened = said[0].Day;
        foreach (var (day, by, fact) in said.Prepend((opened, Keyworker, new CharacteristicsRecorded(Ethnicity: "NS", Area: Area) { HappenedOn = until })).Prepend((opened, Keyworker, new JourneyOpened(OpenedBy.Simulation, Area) { HappenedOn = until })))
        {
            var at = LondonDay.StartOf(Day(day)).AddHours(9).AddMinutes(7 * facts.Count);
            var source = new SourceReference(Pen.System, string.Create(CultureInfo.InvariantCulture, $"NAMED-{until:yyyyMMdd}-{number}-{facts.Count}"));
            facts.Add(new SimulatedFact(new NewFact(new FactId(dice.IdAt(at)), fact with { HappenedOn = Day(day) }, source, RecordedAt: at), by));
        }

        return new SimulatedWoman(number, journey, new PersonIdentity(name, born), facts);
    }

    private DateOnly Day(int from) => until.AddDays(from);

    /// <summary>The day on which the law releases Aisha, and the last day of her licence.</summary>
    private DateOnly Released => Dates(Sentence(AishaSentenced, 9, Day(-201))).Find(DateKind.ConditionalRelease)!.Actual;

    private DateOnly LicenceEnds => Dates(Sentence(AishaSentenced, 9, Day(-201)))[DateKind.SentenceAndLicenceEnd]!.Value;

    /// <summary>The day before a weekend on which Carys is released.</summary>
    private DateOnly Friday => Enumerable.Range(7, 7).Select(Day).First(d => d.DayOfWeek == DayOfWeek.Friday);

    private Sentenced CarysSentence => Sentence(CarysSentenced, 10, Day(CarysSentenced - 60));

    /// <summary>So many days on remand that the law releases Carys on that Friday.</summary>
    private int CarysRemand => Dates(CarysSentence)[DateKind.ConditionalRelease]!.Value.DayNumber - Friday.DayNumber;

    private Sentenced Sentence(int day, int months, DateOnly offence) =>
        new("IMMEDIATE_CUSTODY", new Term(months: months), OffenceOn: offence, SdsPlus: false, EarlyReleaseExclusions: ["NONE"]) { HappenedOn = Day(day) };

    private DatesAnswer Dates(Sentenced sentence) => HerDates.Of([new HeldFact(new FactId(Guid.AllBitsSet), sentence)], LawOfDay.Of(until))[0].Answer;

    private WorkerNamed Named(WorkerRole role, Recorder who) => new(Protected.Of(new Worker(role, who.Agency, who.Person))) { HappenedOn = until };

    private SafeContact Contact(ValueList<SafeWay> ways, string? times, string? mustNotKnow) =>
        new(Protected.Of(new SafeWays(ways, times, mustNotKnow, FemaleWorker: YesNoAnswer.Yes, NeverInPresenceOf: [PersonPresent.Partner]))) { HappenedOn = until };

    private ConsentGiven Consent(ValueList<SharingScope> scope, ConsentPlace place, ConsentCondition condition, DateOnly review) => new(
        Protected.Of(new SharingTerms(scope, [new Recipient(Probation.Agency)], "Made up: so that nobody asks her twice.")), place, null, YesNoAnswer.No, condition, review)
    { HappenedOn = until };

    private NeedsAssessed Needs(AssessmentOccasion occasion, NeedAnswer home, NeedAnswer money) => new(
        Protected.Of("Made-up tool"), Protected.Of("1"), occasion, ScoreMeaning.MoreSupportNeeded, [new PathwayAnswer("ACCOM", home), new PathwayAnswer("FINANCE", money)])
    { HappenedOn = until };
}
