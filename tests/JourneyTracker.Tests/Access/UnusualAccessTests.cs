using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Tests.Access;

public sealed class UnusualAccessTests
{
    private static readonly Caller Officer = new("pc", "Police", "POLICE", Role.Practitioner, new Partnership("north"));
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3, 59, false)]
    [InlineData(4, 59, true)]
    [InlineData(4, 60, false)]
    public void More_women_than_the_limit_within_an_hour_are_many(int women, int minutes, bool isFound)
    {
        var looks = Enumerable.Range(0, women).Select(n => new Look(Start.AddMinutes((double)minutes * n / (women - 1)), Officer, Woman(n)));
        Find(looks).Should().HaveCount(isFound ? 1 : 0);
    }

    [Fact]
    public void The_same_women_again_and_again_are_not_many_and_neither_are_women_met_in_a_list()
    {
        Find(Enumerable.Range(0, 50).Select(n => new Look(Start.AddMinutes(n), Officer, Woman(n % 3)))).Should().BeEmpty();
        Find(Enumerable.Range(0, 50).Select(n => new Look(Start.AddMinutes(n), Officer, Woman(n), IsOpening: false))).Should().BeEmpty();
        Find(Enumerable.Range(0, 8).Select(n => new Look(Start.AddMinutes(n), Officer with { Person = $"pc{n % 4}" }, Woman(n)))).Should().BeEmpty();
    }

    [Fact]
    public void One_stretch_is_one_finding_and_a_later_one_another()
    {
        var looks = Enumerable.Range(0, 20).Select(n => new Look(Start.AddMinutes(10 * n), Officer, Woman(n))).Concat(Enumerable.Range(0, 4).Select(n => new Look(Start.AddDays(1).AddMinutes(n), Officer, Woman(n))));
        Find(looks).Select(f => (f.Code, f.First, f.Last, f.Count)).Should().Equal(
            (UnusualAccessRule.Many, Start, Start.AddMinutes(190), 20), (UnusualAccessRule.Many, Start.AddDays(1), Start.AddDays(1).AddMinutes(3), 4));
    }

    [Fact]
    public void Only_practitioners_need_a_concern_of_their_agency_with_her()
    {
        var looks = new[] { Officer, Officer with { Person = "c", Role = Role.Coordinator }, Officer with { Person = "a", Role = Role.Auditor } }.Select(by => new Look(Start, by, Woman(1)));
        UnusualAccess.In([.. looks], _ => false, 3).Should().ContainSingle().Which.Should().Match<UnusualAccess>(f => f.Code == UnusualAccessRule.NoConcern && f.By.Role == Role.Practitioner);
        Find([new Look(Start, Officer, Woman(1))]).Should().BeEmpty();
    }

    [Fact]
    public void The_same_family_name_is_told_for_everybody_and_in_a_list_too()
    {
        Find([new Look(Start, Officer with { Role = Role.Auditor }, Woman(1), IsOpening: false, SameFamilyName: true), new Look(Start.AddHours(2), Officer with { Role = Role.Auditor }, Woman(1), SameFamilyName: true)])
            .Should().ContainSingle().Which.Should().Match<UnusualAccess>(f => f.Code == UnusualAccessRule.OwnName && f.Count == 2);
    }

    [Theory]
    [InlineData("Ada Müller", "muller", true)]
    [InlineData("Ada SMITH-JONES", "Smith Jones", true)]
    [InlineData("Ada O'Brien", "O’BRIEN", true)]
    [InlineData("Ada van der Berg", "Van Der Berg", true)]
    [InlineData("Ada Berg", "Van Der Berg", false)]
    [InlineData("Berg Example", "Berg", false)]
    [InlineData("Ada Bergman", "Berg", false)]
    public void Family_names_are_compared_without_case_accents_spaces_and_hyphens(string hers, string theirs, bool isSame) =>
        FamilyNames.Of(new PersonIdentity(hers)).Contains(FamilyNames.Plain(theirs)).Should().Be(isSame);

    [Fact]
    public void Another_name_of_hers_counts_and_no_name_is_like_none()
    {
        FamilyNames.Of(new PersonIdentity("Ada Now", Aliases: ["Ada Before"])).Should().Contain("BEFORE");
        FamilyNames.Plain(" - ").Should().BeNull();
        FamilyNames.Of(new PersonIdentity()).Should().BeEmpty();
    }

    [Fact]
    public void Every_rule_says_what_to_ask_and_where_it_comes_from()
    {
        UnusualAccessRule.All.Select(r => r.Code).Should().BeEquivalentTo(UnusualAccessRule.OwnName, UnusualAccessRule.NoConcern, UnusualAccessRule.Many, UnusualAccessRule.Emergency);
        UnusualAccessRule.All.Should().OnlyContain(r => r.ToDo.Length > 0);
        UnusualAccessRule.All.Where(r => r.Code != UnusualAccessRule.Emergency).Should().OnlyContain(r => r.Source.StartsWith("our own choice") && r.Confidence == "assumed");
    }

    [Fact]
    public void Only_auditors_of_the_partnership_may_ask_the_log()
    {
        foreach (var role in Enum.GetValues<Role>()) MayAudit.AccessLog(Officer with { Role = role }, Officer.Partnership).Should().Be(role == Role.Auditor);
        MayAudit.AccessLog(Officer with { Role = Role.Auditor }, new Partnership("south")).Should().BeFalse();
    }

    private static IReadOnlyList<UnusualAccess> Find(IEnumerable<Look> looks) => UnusualAccess.In([.. looks], _ => true, 3);

    private static JourneyId Woman(int n) => new(new Guid(n + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
}
