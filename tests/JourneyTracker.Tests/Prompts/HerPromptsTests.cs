using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Projections.Prompts;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Prompts;

public sealed class HerPromptsTests
{
    public static TheoryData<string> Kinds => [.. PromptCase.All.Select(c => c.Kind)];

    [Fact]
    public void Every_kind_has_a_case_here() => PromptCase.All.Select(c => c.Kind).Should().BeEquivalentTo(PromptKind.All.Select(k => k.Code));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_shown_from_its_first_day_to_its_last_and_names_the_fact_behind_it(string kind)
    {
        var (her, first, last) = Days(kind);

        var prompt = Find(her.Journey, kind, first)!;
        (prompt.First, prompt.Due, prompt.Last, prompt.Because.Id).Should().Be((first, A.Day(her.Due), last, her.Cause));
        Find(her.Journey, kind, last).Should().Be(prompt);
        Find(her.Journey, kind, first.AddDays(-1)).Should().BeNull("the day before it is too soon");
        Find(her.Journey, kind, last.AddDays(1)).Should().BeNull("it expires");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Withdrawing_or_correcting_the_fact_behind_it_removes_it(string kind)
    {
        var (her, first, last) = Days(kind);
        var taken = her.Journey.With(new Withdrawn(her.Cause, CorrectionReason.EnteredInError) { HappenedOn = first });
        var corrected = her.Journey.With(new Corrected(her.Cause, new Contact("visit") { HappenedOn = her.Facts[her.Because].HappenedOn }, CorrectionReason.WrongDetail) { HappenedOn = first });

        for (var day = first; day <= last; day = day.AddDays(1))
        {
            Find(taken, kind, day)?.Because.Id.Should().NotBe(her.Cause);
            Find(corrected, kind, day)?.Because.Id.Should().NotBe(her.Cause);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_done_for_her_ends_it(string kind)
    {
        var (her, first, last) = Days(kind);
        var answered = A.Journey().With([.. her.Facts, her.Answer]);

        for (var day = first; day <= last; day = day.AddDays(1)) Find(answered, kind, day).Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nobody_is_called_for_a_woman_who_died_or_left(string kind)
    {
        var (her, first, _) = Days(kind);
        foreach (var gone in new Fact[] { new Died { HappenedOn = first }, new LeftArea { HappenedOn = first } }) HerPrompts.On(A.Journey().With([.. her.Facts, gone]).Replayed, first).Should().BeEmpty();
    }

    [Fact]
    public void A_fact_of_a_later_day_does_not_matter_before()
    {
        var journey = A.Journey().With(Received(CustodyBasis.Sentence).On("2026-01-05"), new ReleasePreparation(A.Day("2026-03-03"), Readiness.Ready) { HappenedOn = default }.On("2026-02-25"));
        Find(journey, "release-address", A.Day("2026-02-20")).Should().BeNull("nobody knew the day of her release yet");
        var later = journey.With(new ReleasePreparation(A.Day("2026-03-03"), Readiness.NotReady) { HappenedOn = default }.On("2026-02-18"));
        Find(later, "release-address", A.Day("2026-02-20")).Should().NotBeNull("it became ready on the 25th");
        Find(later, "release-address", A.Day("2026-02-25")).Should().BeNull();
    }

    [Fact]
    public void A_correction_of_its_cause_makes_it_another_prompt()
    {
        var her = PromptCase.All.Single(c => c.Kind == "first-72-hours");
        var day = A.Day(her.First);
        var corrected = her.Journey.With(new Corrected(her.Cause, her.Facts[1], CorrectionReason.WrongDetail) { HappenedOn = day });
        Find(corrected, her.Kind, day)!.Key.Should().NotBe(Find(her.Journey, her.Kind, day)!.Key);
    }

    [Fact]
    public void A_release_before_a_bank_holiday_is_before_closed_days_as_a_friday_is()
    {
        Prompt? For(string on) => Find(A.Journey().With(Received(CustodyBasis.Sentence).On("2026-01-05"), new ReleasePreparation(A.Day(on)) { HappenedOn = default }.On("2026-02-01")), "release-friday", A.Day("2026-03-20"));
        For("2026-04-02").Should().NotBeNull("Good Friday is the day after");
        For("2026-04-01").Should().BeNull();
    }

    [Fact]
    public void The_day_of_her_release_by_law_is_taken_where_the_prison_has_not_said_another()
    {
        var sentenced = A.Journey().With(Sentenced("IMMEDIATE_CUSTODY", "P6M").On("2025-09-05"));
        // Worked example WE-06: released on 14 November, for the 16th is a Sunday.
        Find(sentenced, "release-address", A.Day("2025-11-03"))!.Due.Should().Be(A.Day("2025-11-14"));
    }

    private static (PromptCase Her, DateOnly First, DateOnly Last) Days(string kind)
    {
        var her = PromptCase.All.Single(c => c.Kind == kind);
        return (her, A.Day(her.First), A.Day(her.Last));
    }

    private static Prompt? Find(A journey, string kind, DateOnly day) => HerPrompts.On(journey.Replayed, day).SingleOrDefault(p => p.Kind.Code == kind);
}
