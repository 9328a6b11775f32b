using JourneyTracker.Cli.Dates;
using JourneyTracker.Tests.House;

namespace JourneyTracker.Tests.Law;

public class ReleaseDateCasesTests
{
    [SharedFact]
    public void The_public_cases_agree_except_those_whose_reason_is_written_down()
    {
        var results = CaseFile.Read(SharedFactAttribute.PathOf("data", "release-dates", "cases.csv")).Rows.Select(CaseResult.Of).ToList();

        results.Should().HaveCount(144);
        results.Where(r => !r.Agrees).Select(r => r.Case.Name).Should().BeEquivalentTo(results.Select(r => r.Case.Name).Intersect(KnownDifferences.All.Keys));
        results.Count(r => r.AgreesOnDays).Should().BeGreaterThanOrEqualTo(138);
    }

    [Theory]
    [InlineData("2023-02-22,2022-01-04,0,0,12,0,37,0,18,0,False,,False,FIXED_TERM_RECALL_14,,2023-03-20", "SLED 2023-04-27 TUSED 2024-03-15 PRRD 2023-04-02")]
    [InlineData("2021-04-15,2019-06-30,0,30,0,0,0,500,0,0,False,,False,STANDARD_RECALL,,", "SLED 2022-06-01 PRRD 2022-06-01")]
    public void Days_credited_to_a_recalled_sentence_count_when_they_are_written_as_days_of_remand_or_tagged_bail(string given, string expected) =>
        Dates(given).Should().Contain(expected.Split(' ').Chunk(2).Select(e => $"{e[0]} {e[1]}"));

    [Fact]
    public void Days_at_large_beyond_those_between_revocation_and_return_lengthen_a_fixed_term_recall() =>
        Dates("2025-05-13,2025-05-13,2,0,0,0,0,0,3,0,False,,False,FIXED_TERM_RECALL_56,2026-04-15,2026-04-16").Should().Contain("PRRD 2026-06-13").And.Contain("SLED 2027-05-15");

    [Fact]
    public void Days_at_large_between_revocation_and_return_do_not() =>
        Dates("2024-09-02,2024-09-02,3,0,0,0,0,0,6,0,False,,False,FIXED_TERM_RECALL_56,2026-04-11,2026-04-18").Should().Contain("PRRD 2026-06-12").And.Contain("SLED 2027-09-07");

    private static IEnumerable<string> Dates(string given)
    {
        using var file = new CaseFileOnDisk($"one,,{given},,,,,,,");
        return CaseResult.Of(CaseFile.Read(file.Path).Rows.Single()).Answer.Dates.Select(d => $"{d.Kind.Code} {d.Calculated:yyyy-MM-dd}").ToList();
    }
}
