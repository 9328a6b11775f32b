using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Projections.DataQuality;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

/// <summary>A victim can also be accused (safeguards S13): one fact says nothing of the other.</summary>
public sealed class PartInCaseTests
{
    private static readonly PartInCase Victim = new(Protected.Of(CasePart.Victim)) { HappenedOn = default };

    [Fact]
    public void That_she_was_a_victim_puts_her_on_no_board()
    {
        var spell = A.Journey().By("Testshire women's centre", Victim.On("2024-01-05")).Status.Spells.Should().ContainSingle().Subject;

        (spell.By, spell.Agency).Should().Be((null, ""));
    }

    [Fact]
    public void That_she_was_a_victim_changes_nothing_of_what_she_is_accused_of()
    {
        var accused = A.Journey().With(Arrested().On("2024-01-05").About("case"), Charged().On("2024-02-01").About("case"));
        var (spells, findings) = (accused.Status.Spells, DataQualityFindings.Of(accused.Replayed, accused.Status));

        accused.With(Victim.On("2024-01-05").About("case"), Victim.On("2024-03-01").About("case"));

        accused.Status.Spells.Should().Equal(spells);
        DataQualityFindings.Of(accused.Replayed, accused.Status).Should().Equal(findings);
    }

    [Fact]
    public void It_names_no_case_by_which_the_two_could_be_joined()
    {
        var today = A.Day("2024-03-01");

        Decide.Check(Victim.On("2024-01-05"), today).Should().BeNull();
        Decide.Check(Victim.On("2024-01-05").About("case"), today).Should().Match<Refusal>(r => r.Rule == Rule.Malformed && r.Where == "matter");
    }

    [Fact]
    public void Neither_its_stored_name_nor_what_is_stored_says_what_she_is()
    {
        FactCatalogue.NameOf(Victim).Should().NotContainAny("victim", "witness");
        FactCatalogue.Of(Victim).Family.Should().Be(Family.Support);
        System.Text.Encoding.UTF8.GetString(FactCodec.Write(Victim.On("2024-01-05").Seal(new StoredFacts.MarkedSealer()))).Should().NotContain("victim");
    }
}
