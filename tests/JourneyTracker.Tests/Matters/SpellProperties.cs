using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

public sealed class SpellProperties
{
    private static readonly Func<Fact>[] Kinds =
    [
        Arrested, Charged, Recalled, Returned,
        () => Received(CustodyBasis.Remand), () => Received(CustodyBasis.Sentence), () => Received(CustodyBasis.Recall),
        () => Released(ReleaseKind.OnBail), () => Released(ReleaseKind.OnLicence, "2024-06-30"), () => Sentenced("CO", "P3M"),
        () => Sentenced("SSO", "P2M", "P6M"), () => Sentenced("IMMEDIATE_CUSTODY", "P6M"), () => new LicenceEnded { HappenedOn = default },
        () => new Diverted(DiversionScheme.Other) { HappenedOn = default }, () => new NeedsAssessed { HappenedOn = default },
    ];

    private static readonly Gen<Fact> AnyFact =
        from kind in Gen.Elements(Kinds)
        from day in Gen.Choose(0, 150)
        from matter in Gen.Choose(0, 3)
        let fact = kind() with { HappenedOn = HappenedOn.OnDay(A.Day("2024-01-01").AddDays(day)) }
        select matter == 0 ? fact : fact with { Matter = new MatterReference($"m{matter}") };

    [Fact]
    public void Spells_are_gap_free_and_never_overlap_and_neighbours_differ() => Holds(facts =>
    {
        var spells = A.Journey().With(facts).Status.Spells;
        return spells[^1].Until is null
            && spells.Zip(spells.Skip(1)).All(p => p.First.Until == p.Second.From && p.First.From < p.Second.From && p.First.Stage != p.Second.Stage);
    });

    [Fact]
    public void The_stage_of_a_day_is_the_most_restrictive_matter_open_on_it() => Holds(facts =>
    {
        var status = A.Journey().With(facts).Status;
        return Enumerable.Range(-3, 400).Select(i => A.Day("2024-01-01").AddDays(i)).All(day =>
            status.On(day) == (day < status.Spells[0].From ? Stage.NotYetKnown : Spells.StageOn(status.Matters, day)));
    });

    [Fact]
    public void Facts_of_different_days_may_be_recorded_in_any_order() => Holds(facts =>
    {
        var oneADay = facts.DistinctBy(f => f.HappenedOn.Day).ToArray();
        var asHappened = A.Journey().With([.. oneADay.OrderBy(f => f.HappenedOn.Day)]).Status;
        var asRecorded = A.Journey().With(oneADay).Status;
        return asHappened.Spells.Select(s => (s.Stage, s.From)).SequenceEqual(asRecorded.Spells.Select(s => (s.Stage, s.From)));
    });

    private static void Holds(Func<Fact[], bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(AnyFact.NonEmptyListOf().Select(f => f.ToArray()).ToArbitrary(), property));
}
