using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Tests.Identity;

public sealed class MatchingTests
{
    private static readonly DateOnly Born = new(1990, 3, 4);

    [Theory]
    [InlineData("2003/0011985X", true)]
    [InlineData("03/11985x", true)]
    [InlineData("2003/0011986X", false)]
    [InlineData("2003/0011985", false)]
    public void A_pnc_number_has_a_letter_that_fits_its_digits(string number, bool fits) =>
        (PersonNumbers.Problem(new("pnc", number)) is null).Should().Be(fits);

    [Theory]
    [InlineData("cro", "265416/21G", true)]
    [InlineData("cro", "265417/21G", false)]
    [InlineData("cro", "SF05/482703j", true)]
    [InlineData("cro", "SF05/482704J", false)]
    [InlineData("cro", "21/265416G", false)]
    [InlineData("pnc", "20030011985X", true)]
    [InlineData("crn", "x123456", true)]
    [InlineData("crn", "123456", false)]
    [InlineData("prison-number", "A1234BC", true)]
    [InlineData("prison-number", "1234", false)]
    [InlineData("source", "anything", true)]
    [InlineData("source", " ", false)]
    [InlineData("passport", "123456789", false)]
    public void Other_numbers_are_looked_at_too(string kind, string number, bool fits) => (PersonNumbers.Problem(new(kind, number)) is null).Should().Be(fits);

    [Fact]
    public void What_is_said_is_added_to_what_is_known_and_a_number_in_another_spelling_is_one_number()
    {
        var known = new PersonIdentity("Testcase One-Fictional", Born, null, [new("pnc", "03/11985x"), new("cro", "1234/85X")]);
        var now = known.And(new("Testcase Two-Fictional", null, ["Testcase Three-Fictional"], [new("pnc", "2003/0011985X"), new("cro", "001234/85X"), new("crn", "x123456")]));
        (now.Name, now.DateOfBirth).Should().Be(("Testcase Two-Fictional", Born));
        now.Aliases.Should().Equal("Testcase One-Fictional", "Testcase Three-Fictional");
        now.Identifiers.Should().BeEquivalentTo<PersonIdentifier>([new("pnc", "2003/0011985X"), new("cro", "001234/85X"), new("crn", "X123456")], o => o.WithStrictOrdering());
        now.And(new("Testcase Two-Fictional")).Aliases.Should().Equal(now.Aliases);
    }

    [Theory]
    [InlineData("ROBERT", "R163")]
    [InlineData("RUPERT", "R163")]
    [InlineData("ASHCRAFT", "A261")]
    [InlineData("TYMCZAK", "T522")]
    [InlineData("PFISTER", "P236")]
    public void A_name_sounds_as_soundex_says(string name, string sound) => NameSound.Of(name).Should().Be(sound);

    [Fact]
    public void The_same_number_is_a_strong_reason_however_it_is_written()
    {
        var why = Likeness.Of(Person("Anna Test", "2003/0011985X"), Person("Quite Other", "03/11985x"))!;
        (why.Strength, why.Reasons.Single()).Should().Be((MatchStrength.Strong, "the same PNC number"));
    }

    [Fact]
    public void Names_alone_propose_nothing_and_with_the_date_of_birth_they_do()
    {
        Likeness.Of(new("Katherine Smith"), new("Catherine Smyth", Born)).Should().BeNull();
        Likeness.Of(new("Jane Smith", Born), new("Smyth, Jane", Born))!.Strength.Should().Be(MatchStrength.Possible);
        Likeness.Of(new("Jane Smith", Born, ["Jané O’Test"]), new("Jane OTest", Born))!.Strength.Should().Be(MatchStrength.Strong);
        Likeness.Of(new("Jane Smith", Born), new("Jane Smith", new DateOnly(1990, 4, 3)))!.Reasons.Should().Contain("dates of birth with day and month changed round");
        Likeness.Of(new("Jane Smith", Born), new("Jane Smith", new DateOnly(1970, 12, 31))).Should().BeNull();
    }

    [Fact]
    public void A_search_forgives_spelling_and_ranks_what_is_exact_first()
    {
        var person = new PersonIdentity("Jane Smith", Born, ["Jane Test"], [new("prison-number", "A1234BC")]);
        new PersonQuery("smith jane").Fits(person).Should().Be(0);
        new PersonQuery("smi").Fits(person).Should().Be(1);
        new PersonQuery("smyth").Fits(person).Should().Be(2);
        new PersonQuery("jones").Fits(person).Should().BeNull();
        new PersonQuery(Number: "a1234 bc").Fits(person).Should().Be(0);
        new PersonQuery("test", DateOfBirth: Born.AddDays(1)).Fits(person).Should().BeNull();
    }

    [Fact]
    public void A_search_says_why_she_fits_and_forgives_slips_of_the_pen_and_a_day_changed_round()
    {
        var person = new PersonIdentity("Margaret Ann Smith", Born, ["Peggy Jones"], [new("prison-number", "A1234BC")]);
        Why("margaret smith").Should().Be((0, "the name"));
        Why("Margerit Smith").Should().Be((2, "a name that sounds alike"));
        Why("Magraret Smith").Should().Be((3, "a name that is spelt nearly alike"));
        Why("Smit").Should().Be((1, "the beginning of the name"));
        Why("jones").Should().Be((0, "the name, of another name she is or was known by"));
        Why("Peggy Smith").Should().Be((4, "words of several of her names"));
        Why("Margaret Louise Smith").Should().Be((5, "all words of her name but one"));
        Why("Margaret Louise Jane").Should().BeNull();
        Why("Margaret", new DateOnly(1990, 4, 3)).Should().Be((2, "the name; the date of birth with day and month changed round"));
        Why("a1234bc Smith").Should().Be((0, "the name; the prison number"));
        new PersonQuery("Ann", DateOfBirth: Born).Match(new("Ann Smith"))!.Reasons.Should().Equal("the name", "her date of birth is not on record");
        new PersonQuery(DateOfBirth: Born).Match(new("Ann Smith")).Should().BeNull("nothing on record is not enough by itself");

        (int, string)? Why(string typed, DateOnly? born = null) =>
            PersonQuery.Read(typed, born).Select(q => q.Match(person)).Where(m => m is not null).MinBy(m => m!.Rank) is { } m ? (m.Rank, string.Join("; ", m.Reasons)) : null;
    }

    [Theory]
    [InlineData("Smith, Jane", "Smith Jane", null, null)]
    [InlineData("a1234 bc", "bc", "a1234", null)]
    [InlineData("Jane 04/03/1990", "Jane", null, "1990-03-04")]
    [InlineData("1990-3-4", null, null, "1990-03-04")]
    [InlineData("03/11985X", null, "03/11985X", null)]
    public void Names_numbers_and_days_are_told_apart_in_one_text(string typed, string? name, string? number, string? born)
    {
        var read = PersonQuery.Read(typed, null);
        read[^1].Should().Be(new PersonQuery(name, number, born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)));
        if (number is not null && name is not null) read[0].Number.Should().Be("a1234bc", "or it is all one number");
        PersonQuery.Read(" ,", null).Should().BeEmpty();
    }

    [Fact]
    public void What_differs_is_said_beside_what_agrees()
    {
        var (one, other) = (new PersonIdentity("Jane Smith", Born, null, [new("pnc", "2003/0011985X"), new("crn", "X123456")]), new PersonIdentity("Ann Test", new DateOnly(1970, 1, 1), null, [new("pnc", "03/11985x"), new("crn", "X654321")]));
        var why = Likeness.Of(one, other)!;
        why.Reasons.Should().Equal("the same PNC number");
        why.Differences.Should().Equal("no name in common", "different dates of birth", "different CRNs");
        Likeness.Of(one, new("Jane Smith", Born))!.Differences.Should().BeEmpty("nothing on record differs from nothing");
    }

    private static PersonIdentity Person(string name, string pnc) => new(name, Identifiers: [new("pnc", pnc)]);
}
