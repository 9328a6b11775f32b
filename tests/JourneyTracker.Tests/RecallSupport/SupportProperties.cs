using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Projections.RecallSupport;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.RecallSupport;

/// <summary>What she is, and what she disclosed or kept to herself, moves nothing (safeguards S2 and S3).</summary>
public sealed class SupportProperties
{
    private const int Cases = 1_000;
    private static readonly string[] Days = ["2026-01-05", "2026-02-02", "2026-02-05", "2026-02-14", "2026-03-01"];

    [Fact]
    public void Changing_every_protected_characteristic_and_every_disclosure_changes_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Cases),
        Prop.ForAll(Gen.ArrayOf(Records).ToArbitrary(), Gen.ArrayOf(OfHerself).ToArbitrary(), Gen.ArrayOf(OfHerself).ToArbitrary(), (records, hers, others) =>
            Words(records, hers) == Words(records, others)));

    /// <summary>What her officers and services recorded: what the answer may turn on.</summary>
    private static Gen<Fact> Records => Dated(Gen.OneOf(
        Gen.Constant<Fact>(SupportOnLicenceTests.Unacceptable()),
        Gen.Constant<Fact>(new AppointmentKept { HappenedOn = default }),
        Gen.Constant<Fact>(new Warned(About: WarningAbout.SomethingElse) { HappenedOn = default }),
        Gen.Constant<Fact>(new ConditionsExplained(YesNoAnswer.Yes) { HappenedOn = default }),
        Gen.Elements(Enum.GetValues<AccommodationStatus>()).Select(s => (Fact)new AccommodationStatusRecorded(s) { HappenedOn = default }),
        Gen.Elements(Enum.GetValues<Readiness>()).Select(r => (Fact)new ReleasePreparation(Medication: Protected.Of(r)) { HappenedOn = default }),
        Gen.Constant<Fact>(new SessionKept(Protected.Of(new SupportFor("WOMENS_CENTRE"))) { HappenedOn = default })));

    /// <summary>Protected characteristics, disclosures, and support on a disclosure.</summary>
    private static Gen<Fact> OfHerself => Dated(Gen.OneOf(
        from ethnicity in Gen.Elements(CodeList.Ethnicity.All.Select(c => c.Value))
        from year in Gen.Choose(1940, 2007)
        from answer in Gen.Elements(Enum.GetValues<YesNoAnswer>())
        from marriage in Gen.Elements(Enum.GetValues<MarriageAnswer>())
        select (Fact)new CharacteristicsRecorded(
            ethnicity, Protected.Of(year), Protected.Of(answer), Protected.Of("faith"), Protected.Of("orientation"), null, Protected.Of(answer), Protected.Of(marriage), Protected.Of("nationality"))
        { HappenedOn = default },
        from pathway in Gen.Elements(NeedsAssessed.Disclosures.ToArray())
        from answer in Gen.Elements(NeedAnswer.NotAsked, NeedAnswer.AskedNothingShared, NeedAnswer.Shared, NeedAnswer.PrefersNotToSay)
        select (Fact)new NeedsAssessed(SensitivePathways: Protected.Of((ValueList<PathwayAnswer>)[new PathwayAnswer(pathway, answer)])) { HappenedOn = default },
        from pathway in Gen.Elements(NeedsAssessed.Disclosures.ToArray())
        from kind in Gen.Choose(0, 7)
        select About(pathway, kind),
        Gen.Elements(Enum.GetValues<CasePart>()).Select(p => (Fact)new PartInCase(Protected.Of(p)) { HappenedOn = default }),
        from kind in Gen.Elements(AccommodationKind.Refuge, AccommodationKind.OwnHome, AccommodationKind.ApprovedPremises)
        select (Fact)new AccommodationStatusRecorded(AccommodationStatus.PrefersNotToSay, Protected.Of(kind)) { HappenedOn = default }));

    private static Fact About(string pathway, int kind)
    {
        // A service for women who were abused tells of it without any pathway.
        var what = Protected.Of(kind % 2 == 0 ? new SupportFor(null, [pathway]) : new SupportFor("DA_SERVICE"));
        return (kind / 2) switch
        {
            0 => new Referred(what) { HappenedOn = default },
            1 => new FirstContact(what) { HappenedOn = default },
            2 => new SessionKept(what) { HappenedOn = default },
            _ => new SupportEnded(SupportEndReason.HerChoice, what) { HappenedOn = default },
        };
    }

    private static Gen<Fact> Dated(Gen<Fact> facts) => from fact in facts from day in Gen.Elements(Days) select fact.On(day);

    private static string Words(Fact[] records, Fact[] ofHerself)
    {
        // What is changed is recorded last, so that every fact of the others has the same id in both.
        var journey = SupportOnLicenceTests.OnLicence().With(records).With(ofHerself);
        return string.Join('\n', Days.Select(day => SupportOnLicenceTests.On(journey, day) is { } answer
            ? $"{day} {answer.SupportNeeded} {Words(answer.Needs)} / {Words(answer.Helps)}"
            : $"{day} none"));
    }

    private static string Words(IEnumerable<FoundFactor> factors) => string.Join(", ", factors.Select(f => $"{f.Factor.Code} {string.Join(' ', f.Facts.Select(x => x.Id))}"));
}
