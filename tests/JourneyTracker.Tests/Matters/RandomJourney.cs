using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Tests.StoredFacts;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

/// <summary>Journeys that nobody would believe: every kind of justice fact on any day, with and without time and reference, corrected and withdrawn.</summary>
internal static class RandomJourney
{
    public const int Cases = 1_000;
    public static readonly DateOnly First = new(2026, 1, 1);

    /// <summary>Every kind of justice fact with nothing filled in, and some that open and close more when something is.</summary>
    private static readonly Func<Fact>[] Kinds =
    [
        .. FactCatalogue.All.Where(k => MatterFold.IsOfJustice(k.Family)).Select(k => (Func<Fact>)(() => FactCodec.Read(k.Name, StoredFactFiles.Read(StoredFactFiles.MinimalOf(k.Name))))),
        () => Received(CustodyBasis.Remand), () => Received(CustodyBasis.Sentence), () => Received(CustodyBasis.Recall), () => Released(ReleaseKind.OnBail),
        () => Released(ReleaseKind.OnLicence, "2026-06-30"), () => Released(ReleaseKind.CaseEnded), () => Sentenced("CO", "P3M"), () => Sentenced("SSO", "P2M", "P6M"),
        () => Sentenced("IMMEDIATE_CUSTODY", "P6M"), () => Sentenced("DEFERRED"), () => new ConditionMet(CautionConditionKind.Other, true) { HappenedOn = default },
        () => new ConditionallyCautioned([new(CautionConditionKind.Other, First.AddDays(100))]) { HappenedOn = default },
        () => new PostSentenceSupervisionStarted(First.AddDays(90)) { HappenedOn = default }, () => new ReReleased(LicenceEndsOn: First.AddDays(120)) { HappenedOn = default },
        () => new NeedsAssessed { HappenedOn = default },
    ];

    public static Gen<Fact> AnyFact { get; } =
        from kind in Gen.Elements(Kinds)
        from day in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 150))
        from hour in Gen.Choose(-23, 23)
        from matter in Gen.Choose(0, 3)
        let date = First.AddDays(day)
        let fact = kind() with { HappenedOn = hour < 0 ? date : HappenedOn.At(date, new TimeOnly(hour, 0)) }
        select matter == 0 ? fact : fact with { Matter = new MatterReference($"m{matter}") };

    public static Gen<Fact[]> Facts { get; } = AnyFact.NonEmptyListOf().Select(f => f.ToArray());

    /// <summary>Facts as recorded, some of them corrected (some twice) or withdrawn afterwards.</summary>
    public static Gen<Script> Scripts { get; } =
        from facts in Facts
        from changes in (from at in Gen.Choose(0, 1_000) from with in AnyFact from withdraw in Gen.Choose(0, 3) select (At: at, With: with, Withdraw: withdraw == 0)).ListOf()
        from shuffle in Gen.Choose(0, int.MaxValue - 1)
        select new Script(facts, [.. changes.Take(facts.Length).Select(c => (c.At % facts.Length, c.With, c.Withdraw))], shuffle);

    public static void Holds<T>(Gen<T> any, Func<T, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(any.ToArbitrary(), property));

    public static RecordedFact Recorded(int version, FactId id, Fact fact) => new(
        id, new JourneyId(new Guid(7, 7, 7, new byte[8])), A.Northshire, version, version, new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(version),
        new Recorder("pc.example", "Northshire Police"), null, null, null, fact);

    public static IReadOnlyList<RecordedFact> Numbered(IEnumerable<(FactId Id, Fact Fact)> facts) => [.. facts.Select((f, i) => Recorded(i + 1, f.Id, f.Fact))];
}
