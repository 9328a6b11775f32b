using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

/// <summary>Who is on a justice board, whose agency is named there, and when she leaves it (safeguards S10).</summary>
public sealed class JusticeBoardTests
{
    private const string Centre = "Testshire women's centre";

    public static TheoryData<Fact> OfASupervisingService =>
    [
        new AppointmentKept { HappenedOn = default },
        new AppointmentMissed { HappenedOn = default },
        new Warned { HappenedOn = default },
    ];

    [Theory]
    [MemberData(nameof(OfASupervisingService))]
    public void An_appointment_with_a_service_is_no_sign_that_a_justice_agency_knows_of_her(Fact fact)
    {
        var spell = Journey().By(Centre, fact.On("2024-01-05")).Status.Spells.Should().ContainSingle().Subject;

        (spell.By, spell.Agency).Should().Be((null, ""));
    }

    [Theory]
    [MemberData(nameof(OfASupervisingService))]
    public void The_first_spell_names_the_agency_whose_record_says_so_and_not_the_service_before_it(Fact fact)
    {
        var spell = Journey().By(Centre, fact.On("2024-01-05")).With(new Cautioned { HappenedOn = Day("2024-02-01") }).Status.Spells[0];

        (spell.By, spell.Agency).Should().Be((Id(2), "Northshire Police"));
    }

    [Fact]
    public void A_death_does_not_name_who_recorded_it()
    {
        var last = Journey().With(Arrested().On("2024-01-05")).By(Centre, new Died { HappenedOn = Day("2024-02-01") }).Status.Spells[^1];

        (last.Stage, last.By, last.Agency).Should().Be((Stage.NoCurrentInvolvement, Id(2), "Northshire Police"));
    }

    [Fact]
    public void A_diversion_that_nobody_closes_ends_on_its_set_day()
    {
        var status = Journey().With(Arrested().On("2024-01-01"), Diverted().On("2024-01-05")).Status;

        status.On(Day("2024-07-04")).Should().Be(Stage.Diverted);
        status.On(Day("2024-07-05")).Should().Be(Stage.NoCurrentInvolvement);
        status.Spells[^1].By.Should().BeNull("nobody recorded it: the day did it");
    }

    [Fact]
    public void A_diversion_that_is_closed_after_its_set_day_is_no_finding()
    {
        var status = Journey().With(Diverted().On("2024-01-05"), new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = Day("2024-09-01") }).Status;

        status.Findings.Should().BeEmpty();
        status.Spells.Should().HaveCount(2);
        Journey().With(new DiversionClosed(DiversionOutcome.Completed) { HappenedOn = Day("2024-09-01") }).Status.Findings.Should().ContainSingle();
    }

    [Fact]
    public void A_woman_who_is_diverted_again_is_diverted_from_that_day_on()
    {
        var status = Journey().With(Diverted().On("2024-01-05").About("case"), Diverted().On("2024-05-05").About("case")).Status;

        status.On(Day("2024-11-04")).Should().Be(Stage.Diverted);
        status.On(Day("2024-11-05")).Should().Be(Stage.NoCurrentInvolvement);
    }

    [Fact]
    public void With_no_further_action_the_investigation_ends_on_that_very_day() =>
        Journey().With(Arrested().On("2024-01-01"), new NoFurtherAction { HappenedOn = Day("2024-01-03") }).Status.On(Day("2024-01-03")).Should().Be(Stage.NoCurrentInvolvement);

    private static Diverted Diverted() => new(DiversionScheme.WomensCentre) { HappenedOn = default };
}
