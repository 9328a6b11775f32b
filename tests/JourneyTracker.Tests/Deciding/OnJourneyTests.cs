using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Tests.Deciding;

public class OnJourneyTests
{
    private static readonly DateOnly Day = new(2024, 6, 14);
    private static readonly Fact Opening = new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day };
    private static readonly Fact Visit = new Contact("visit") { HappenedOn = Day };

    [Fact]
    public void A_journey_begins_with_its_opening() => Decide.OnJourney(Opening, []).Should().BeNull();

    [Fact]
    public void A_fact_on_no_journey_is_refused() => Decide.OnJourney(Visit, [])!.Rule.Should().Be(Rule.UnknownJourney);

    [Fact]
    public void A_second_opening_is_refused() => Decide.OnJourney(Opening, Journey(Opening))!.Rule.Should().Be(Rule.JourneyExists);

    [Fact]
    public void A_release_without_a_reception_is_accepted_because_records_are_like_that() =>
        Decide.OnJourney(new Released(ReleaseKind.OnLicence) { HappenedOn = Day }, Journey(Opening)).Should().BeNull();

    [Fact]
    public void A_fact_that_stands_can_be_corrected_or_withdrawn()
    {
        Decide.OnJourney(Correct(2), Journey(Opening, Visit)).Should().BeNull();
        Decide.OnJourney(Withdraw(2), Journey(Opening, Visit)).Should().BeNull();
    }

    [Fact]
    public void A_correction_of_nothing_is_refused_and_names_the_field()
    {
        Decide.OnJourney(Correct(9), Journey(Opening, Visit)).Should().BeEquivalentTo(new { Rule = Rule.UnknownFactToCorrect, Where = "replaces" });
        Decide.OnJourney(Withdraw(9), Journey(Opening, Visit)).Should().BeEquivalentTo(new { Rule = Rule.UnknownFactToCorrect, Where = "withdraws" });
    }

    [Fact]
    public void A_second_correction_of_the_same_fact_is_refused_and_names_the_latest()
    {
        var refusal = Decide.OnJourney(Correct(2), Journey(Opening, Visit, Correct(2), Correct(3)))!;

        refusal.Rule.Should().Be(Rule.NotTheLatestCorrection);
        refusal.What.Should().Contain(Id(4).ToString());
    }

    [Fact]
    public void The_latest_correction_can_be_corrected_or_withdrawn()
    {
        Decide.OnJourney(Correct(3), Journey(Opening, Visit, Correct(2))).Should().BeNull();
        Decide.OnJourney(Withdraw(3), Journey(Opening, Visit, Correct(2))).Should().BeNull();
    }

    [Fact]
    public void A_withdrawn_fact_cannot_be_corrected_or_withdrawn_again()
    {
        Decide.OnJourney(Correct(2), Journey(Opening, Visit, Withdraw(2)))!.Rule.Should().Be(Rule.AlreadyWithdrawn);
        Decide.OnJourney(Withdraw(2), Journey(Opening, Visit, Correct(2), Withdraw(3)))!.Rule.Should().Be(Rule.AlreadyWithdrawn);
    }

    [Fact]
    public void A_withdrawal_itself_cannot_be_withdrawn() =>
        Decide.OnJourney(Withdraw(3), Journey(Opening, Visit, Withdraw(2)))!.Rule.Should().Be(Rule.CannotBeCorrected);

    [Fact]
    public void The_opening_is_corrected_by_an_opening_only_and_never_withdrawn()
    {
        Decide.OnJourney(Correct(1), Journey(Opening))!.Rule.Should().Be(Rule.CannotBeCorrected);
        Decide.OnJourney(Withdraw(1), Journey(Opening))!.Rule.Should().Be(Rule.CannotBeCorrected);
        Decide.OnJourney(Correct(2, Opening), Journey(Opening, Visit))!.Rule.Should().Be(Rule.CannotBeCorrected);
        Decide.OnJourney(Correct(1, Opening), Journey(Opening)).Should().BeNull();
    }

    private static Corrected Correct(int which, Fact? with = null) => new(Id(which), with ?? Visit, CorrectionReason.WrongDetail) { HappenedOn = Day };

    private static Withdrawn Withdraw(int which) => new(Id(which), CorrectionReason.EnteredInError) { HappenedOn = Day };

    private static FactId Id(int which) => new(new Guid(which, 0, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]));

    private static RecordedFact[] Journey(params Fact[] facts) => [.. facts.Select((fact, i) => new RecordedFact(
        Id(i + 1), JourneyId.Parse("6f1c1f0e-4a53-4c1e-9a52-000000000001", null), new Partnership("testshire"), i + 1, i + 1,
        DateTimeOffset.UnixEpoch, new Recorder("ann.example", "Centre"), null, null, null, fact))];
}
