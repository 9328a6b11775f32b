using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Access;

public sealed class DisclosuresTests
{
    private static readonly Protected<SupportFor> OfAbuse = Protected.Of(new SupportFor("DA_SERVICE", ["ABUSE"]));
    private static readonly DateOnly When = Day("2024-01-01");

    /// <summary>Facts that tell of what is hers to disclose.</summary>
    public static TheoryData<Fact> Telling =>
    [
        new Referred(OfAbuse) { HappenedOn = When },
        new ReferralAccepted(OfAbuse) { HappenedOn = When },
        new ReferralDeclined(DeclinedBy.Service, OfAbuse) { HappenedOn = When },
        new FirstContact(OfAbuse) { HappenedOn = When },
        new SessionKept(OfAbuse) { HappenedOn = When },
        new SessionMissed(OfAbuse) { HappenedOn = When },
        new SupportEnded(SupportEndReason.Completed, OfAbuse) { HappenedOn = When },
        new SupportEnded(SupportEndReason.Completed, Protected.Of(new SupportFor(null, ["SEX_WORK"]))) { HappenedOn = When },
        new HerViewRecorded(ViewKind.Praise, OfAbuse) { HappenedOn = When },
        new AccommodationStatusRecorded(AccommodationStatus.Temporary, Protected.Of(AccommodationKind.Refuge)) { HappenedOn = When },
        new DutyToRefer(Protected.Of("DA_SERVICE")) { HappenedOn = When },
        new PanelActionAgreed(Who: Protected.Of("DA_SERVICE")) { HappenedOn = When },
        new ServicesToldEachOther(ToldOf.Release, ToldAnswer.Yes, Protected.Of<ValueList<string>>(["DA_SERVICE"])) { HappenedOn = When },
        new CircumstancesRecorded(Protected.Of(new Circumstances(CoercivePartner: DisclosureAnswer.Shared))) { HappenedOn = When },
        new NeedsAssessed(SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new("ABUSE", NeedAnswer.Shared)])) { HappenedOn = When },
        new ConsentGiven(Protected.Of(new SharingTerms([SharingScope.Abuse, SharingScope.SexWork], [new("Willow")])), ConsentPlace.HerHome) { HappenedOn = When },
        new SharingDecided(SharingDecision.Shared, SharingGround.Consent, Protected.Of(new SharingTerms([SharingScope.Abuse], [new("Willow")]))) { HappenedOn = When },
        new SharingDecided(SharingDecision.Shared, SharingGround.Safeguarding, Protected.Of(new SharingTerms([SharingScope.Abuse], [new("Willow")], "abuse"))) { HappenedOn = When },
        new LiaisonAndDiversionScreened(YesNoAnswer.Yes, Needs: Protected.Of<ValueList<string>>(["DOMESTIC_ABUSE"])) { HappenedOn = When },
        new RecallConsidered(
            SensitiveAlternatives: Protected.Of<ValueList<AlternativeTried>>([new("MARAC_OR_IOM")]),
            AlternativesWhy: Protected.Of<ValueList<AlternativeWhy>>([new("MARAC_OR_IOM", "what was said")]),
            Engagement: Protected.Of<ValueList<ServiceEngagement>>([new("DA_SERVICE", EngagementAnswer.Engaged)]))
        { HappenedOn = When },
        new Corrected(Id(1), new Referred(OfAbuse) { HappenedOn = When }, CorrectionReason.WrongDetail) { HappenedOn = When },
    ];

    [Theory]
    [MemberData(nameof(Telling))]
    public void What_is_hers_to_disclose_is_left_out(Fact fact)
    {
        var shown = FactCodec.WritePlain(Disclosures.Without(fact)).GetRawText();

        shown.Should().NotContainAny("ABUSE", "SEX_WORK", "DA_SERVICE", "refuge", "abuse", "sex-work", "coercivePartner", "DOMESTIC_ABUSE", "MARAC");
    }

    [Fact]
    public void No_kind_of_fact_that_names_support_is_forgotten()
    {
        var fields = FactCatalogue.All.Where(k => k.Type.GetProperties().Any(p => p.PropertyType == typeof(Protected<SupportFor>))).ToList();

        fields.Select(k => k.Type).Should().BeSubsetOf(((IEnumerable<object[]>)Telling).Select(t => t[0].GetType()),
            "each needs its line in Disclosures.Without and an example in Telling");
    }

    [Fact]
    public void A_consent_that_was_about_a_disclosure_alone_names_nobody_either()
    {
        var consent = new ConsentGiven(Protected.Of(new SharingTerms([SharingScope.Abuse], [new("Harbour Refuge")], "support")), ConsentPlace.HerHome) { HappenedOn = When };

        FactCodec.WritePlain(Disclosures.Without(consent)).GetRawText().Should().NotContainAny("Harbour", "support");
        ((ConsentGiven)Disclosures.Without(consent, new HashSet<string> { "SEX_WORK" })).Should().Be(consent);
    }

    [Fact]
    public void The_rest_of_the_fact_stays()
    {
        var referral = new Referred(Protected.Of(new SupportFor("DA_SERVICE", ["ABUSE", "ACCOM"])), ReferralRoute.Herself) { HappenedOn = When };

        ((Referred)Disclosures.Without(referral)).For!.Value.Should().Be(new SupportFor(null, ["ACCOM"]));
        Disclosures.Without(new SessionKept(Protected.Of(new SupportFor("WOMENS_CENTRE"))) { HappenedOn = When })
            .Should().BeOfType<SessionKept>().Which.For!.Value.Service.Should().Be("WOMENS_CENTRE");
    }
}
