using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Tests.Law;

/// <summary>Rules that were read in HMPPS's engine, with the days that its own public cases state.</summary>
public class EngineRulesTests
{
    private static readonly LawOfDay Now = LawOfDay.Of(new DateOnly(2026, 5, 10));

    [Fact]
    public void The_licence_of_an_older_sentence_ends_before_the_sentence()
    {
        var answer = Answer(Old(new Term(2)), new DayCredits(Remand: 20, TaggedBail: 10));

        Days(answer, "CRD", "LED", "SED", "SLED", "HDCED").Should().Equal("2010-09-08", "2011-03-10", "2011-09-08", null, "2010-03-13");
        answer.Find(DateKind.LicenceEnd)!.Steps.Should().Contain(s => s.RuleId == "ENG-01" && s.Words.Contains("three quarters of 730 days"));
    }

    [Fact]
    public void Days_credited_beyond_her_release_are_not_taken_off_that_licence()
    {
        var old = Old(new Term(months: 12));

        Days(Answer(old, new DayCredits(Remand: 183)), "CRD", "LED").Should().Equal("2009-10-09", "2010-01-07");
        Days(Answer(old, new DayCredits(Remand: 190)), "CRD", "LED").Should().Equal("2009-10-09", "2010-01-07");
    }

    [Fact]
    public void Only_sentences_from_a_year_to_below_four_of_that_time_have_it()
    {
        Days(Answer(Old(new Term(4))), "LED", "SLED").Should().Equal(null, "2013-10-08");
        Days(Answer(Old(new Term(months: 11))), "LED", "SED", "ARD").Should().Equal(null, "2010-09-08", "2010-03-25");
        Days(Answer(Old(new Term(2)) with { OffenceOn = new DateOnly(2005, 4, 4) }), "LED", "SLED").Should().Equal(null, "2011-10-08");
        Days(Answer(Old(new Term(2)) with { On = new DateOnly(2012, 12, 3) }), "LED", "SLED").Should().Equal(null, "2014-12-02");
    }

    [Fact]
    public void Added_days_that_cannot_be_served_do_not_move_the_curfew_day()
    {
        var sentence = new Sentence(new DateOnly(2020, 10, 19), new Term(months: 7), new DateOnly(2014, 1, 31));

        var answer = Answer(sentence, new DayCredits(Added: 135));

        Days(answer, "ARD", "SED", "HDCED").Should().Equal("2021-05-18", "2021-05-18", "2021-03-27");
        answer.Find(DateKind.CurfewEligibility)!.Steps.Should().Contain(s => s.RuleId == "ENG-02" && s.Words.Contains("29 days"));
    }

    [Theory]
    [InlineData(17, false, "ARD 2022-12-25")]
    [InlineData(18, false, "CRD 2022-12-25")]
    [InlineData(null, false, "CRD 2022-12-25")]
    [InlineData(null, true, "ARD 2022-12-25")]
    [InlineData(18, true, "CRD 2022-12-25")]
    public void Under_18_on_release_from_less_than_12_months_there_is_no_licence(int? age, bool section250, string release)
    {
        var sentence = new Sentence(new DateOnly(2022, 10, 27), new Term(months: 8), new DateOnly(2022, 6, 21), Section250: section250);

        var answer = ReleaseDates.Of(new Custody([sentence], new DayCredits(Remand: 62), AgeAtRelease: age), Now);

        answer.Dates.Select(d => $"{d.Kind.Code} {d.Calculated:yyyy-MM-dd}").Should().Contain(release);
        answer.Dates.SelectMany(d => d.Steps).Any(s => s is { RuleId: "JT-12", IsUnverified: true }).Should().Be(age is null);
        (answer[DateKind.TopUpSupervisionEnd] is null).Should().Be(release.StartsWith("ARD"));
    }

    [Fact]
    public void Under_18_on_release_from_12_months_there_is_a_licence_and_no_supervision_after_it()
    {
        var sentence = new Sentence(new DateOnly(2022, 10, 27), new Term(months: 12), new DateOnly(2022, 6, 21));

        Days(ReleaseDates.Of(new Custody([sentence], new DayCredits(), AgeAtRelease: 17), Now), "CRD", "SLED", "TUSED").Should().Equal("2023-04-27", "2023-10-26", null);
    }

    private static Sentence Old(Term length) => new(new DateOnly(2009, 10, 9), length, new DateOnly(2005, 1, 1));

    private static DatesAnswer Answer(Sentence sentence, DayCredits? credits = null) => ReleaseDates.Of(new Custody([sentence], credits ?? new DayCredits()), Now);

    private static IEnumerable<string?> Days(DatesAnswer answer, params string[] kinds) =>
        kinds.Select(k => answer.Dates.FirstOrDefault(d => d.Kind.Code == k)?.Calculated.ToString("yyyy-MM-dd"));
}
