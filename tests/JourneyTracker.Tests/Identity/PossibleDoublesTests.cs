using FsCheck;
using FsCheck.Fluent;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Tests.Identity;

public sealed class PossibleDoublesTests
{
    private static readonly string[] Names = ["Ann Smith", "Ann Smyth", "Smith Ann", "Mary Jones", "Mary Ann Jones"];
    private static readonly string[] Numbers = ["03/11985X", "2003/0011985X", "99/1234567A"];

    private static Gen<(int Woman, PersonIdentity? Person)[]> Changes { get; } =
        from changes in (from woman in Gen.Choose(0, 7) from kind in Gen.Choose(0, 4) from n in Gen.Choose(0, 29) select (woman, kind == 0 ? null : Person(n))).ListOf()
        select changes.ToArray();

    [Fact]
    public void However_records_came_and_went_the_pairs_are_those_of_comparing_everybody_anew() => Prop.ForAll(Changes.ToArbitrary(), changes =>
    {
        var (doubles, now) = (new PossibleDoubles(), new Dictionary<JourneyId, PersonIdentity>());
        foreach (var (woman, person) in changes)
        {
            var journey = Journey(woman);
            if (person is null) doubles.Remove(journey);
            else doubles.Put(journey, new KnownPerson(person));
            if (person is null) now.Remove(journey);
            else now[journey] = person;
            _ = doubles.All;
        }

        var anew = from a in now from b in now where a.Key.CompareTo(b.Key) < 0 && Likeness.Of(a.Value, b.Value) is not null select (a.Key, b.Key, a.Value, b.Value);
        return doubles.All.Select(d => (d.First, d.Second, d.OfFirst, d.OfSecond)).ToHashSet().SetEquals(anew) && doubles.All.Select(d => d.Why.Strength).SequenceEqual(doubles.All.Select(d => d.Why.Strength).OrderDescending());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_journeys_are_the_same_pair_in_either_order()
    {
        var pair = new PossibleDouble(Journey(1), Journey(2), Person(1), Person(2), new Likeness(MatchStrength.Strong, []));
        (pair.Joins(Journey(1), Journey(2)), pair.Joins(Journey(2), Journey(1)), pair.Joins(Journey(1), Journey(3))).Should().Be((true, true, false));
        $"{pair}".Should().NotContain("Smith");
    }

    private static JourneyId Journey(int n) => new(new Guid(n + 1, 0, 0, new byte[8]));

    private static PersonIdentity Person(int n) =>
        new(Names[n % 5], new DateOnly(1990, 1 + (n % 2), 1 + (n % 3)), n % 7 == 0 ? ["Mary Smith"] : null, n % 4 == 0 ? [new("pnc", Numbers[n % 3])] : null);
}
