using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

/// <summary>Agencies number the same thing differently, report it twice, late, and with more or less precision. Nobody may stay in a stage for ever because of it.</summary>
public sealed class MessyRecordsTests
{
    private const ReleaseKind Licence = ReleaseKind.OnLicence;
    private static readonly DateOnly Later = Day("2026-01-01");

    public static TheoryData<string, Fact[], Stage> EndingAs => new()
    {
        { "two sentences on one day", [Sentenced("IMMEDIATE_CUSTODY").On("2024-02-01"), Sentenced("IMMEDIATE_CUSTODY").On("2024-02-01"), Received(CustodyBasis.Sentence).On("2024-02-01"), Released(Licence, "2024-12-31").On("2024-06-01")], Stage.NoCurrentInvolvement },
        { "sentenced again while serving", [Received(CustodyBasis.Sentence).On("2024-02-01"), Sentenced("IMMEDIATE_CUSTODY").On("2024-03-01"), Released(ReleaseKind.SentenceEnded).On("2024-06-01")], Stage.NoCurrentInvolvement },
        { "remanded and recalled, released once", [Received(CustodyBasis.Remand).On("2024-02-01"), Returned().On("2024-02-05"), Released(ReleaseKind.SentenceEnded).On("2024-06-01")], Stage.NoCurrentInvolvement },
        { "the court's number and the prison's", [Charged().On("2024-01-01").About("case"), new Remanded { HappenedOn = Day("2024-01-02") }.About("case"), Received(CustodyBasis.Remand).On("2024-01-02").About("book"), Sentenced("IMMEDIATE_CUSTODY").On("2024-02-01").About("case"), Released(ReleaseKind.SentenceEnded).On("2024-06-01").About("book")], Stage.NoCurrentInvolvement },
        { "the recall's number and the prison's", [Received(CustodyBasis.Sentence).On("2024-01-01").About("book"), Released(Licence, "2025-12-31").On("2024-02-01").About("book"), Recalled().On("2024-03-01").About("recall"), Returned().On("2024-03-05").About("recall"), Received(CustodyBasis.Recall).On("2024-03-06").About("book-2"), Released(Licence, "2025-06-30").On("2024-04-01").About("book-2")], Stage.NoCurrentInvolvement },
        { "the police's number and the court's", [Arrested().On("2024-01-01").About("crime"), Charged().On("2024-01-05").About("case"), Sentenced("FINE").On("2024-02-01").About("case")], Stage.NoCurrentInvolvement },
        { "an arrest reported twice", [Arrested().On("2024-01-01"), Arrested().On("2024-01-02"), Charged().On("2024-01-05"), Sentenced("FINE").On("2024-02-01")], Stage.NoCurrentInvolvement },
        { "diverted, then prosecuted for the same", [new Diverted(DiversionScheme.Other) { HappenedOn = Day("2024-01-01") }.About("case"), Charged().On("2024-02-01").About("case"), Sentenced("FINE").On("2024-03-01").About("case")], Stage.NoCurrentInvolvement },
        { "the arrest has a time, the charge has none", [Arrested().On("2024-01-01T14:00"), Charged().On("2024-01-01"), Sentenced("FINE").On("2024-02-01")], Stage.NoCurrentInvolvement },
        { "sentenced at half past ten, time served", [Received(CustodyBasis.Remand).On("2023-12-01"), Sentenced("IMMEDIATE_CUSTODY").On("2024-01-01T10:30"), Released(ReleaseKind.NonCustodialSentence).On("2024-01-01")], Stage.NoCurrentInvolvement },
        { "a release recorded before the reception of its day", [Released(ReleaseKind.NotKnown).On("2024-01-01"), Received(CustodyBasis.Remand).On("2024-01-01")], Stage.NoCurrentInvolvement },
        { "a change of basis recorded after the release of its day", [Received(CustodyBasis.Remand).On("2024-01-01"), Released(ReleaseKind.NotKnown).On("2024-02-01"), new CustodyBasisChanged(CustodyBasis.Sentence) { HappenedOn = Day("2024-02-01") }], Stage.NoCurrentInvolvement },
        { "recalled, returned and released on one day", [Recalled().On("2024-01-01"), Returned().On("2024-01-01"), Released(ReleaseKind.SentenceEnded).On("2024-01-01")], Stage.NoCurrentInvolvement },
        { "an old release of a number that is used again", [Released(ReleaseKind.NotKnown).On("2023-01-01").About("book"), Received(CustodyBasis.Recall).On("2024-05-01").About("book")], Stage.InCustodyOnRecall },
        { "remanded by the court, never received, then a community order that ran out", [Charged().On("2024-01-01"), new Remanded { HappenedOn = Day("2024-01-02") }, Sentenced("CO", "P6M").On("2024-02-01")], Stage.NoCurrentInvolvement },
        { "bailed from prison", [Received(CustodyBasis.Remand).On("2024-01-01"), Released(ReleaseKind.OnBail).On("2024-01-05")], Stage.BeforeTheCourt },
        { "the case ended", [Charged().On("2024-01-01"), Received(CustodyBasis.Remand).On("2024-01-02"), Released(ReleaseKind.CaseEnded).On("2024-03-01")], Stage.NoCurrentInvolvement },
        { "an order made longer", [Sentenced("CO", "P12M").On("2024-01-01").About("case"), Sentenced("CO", "P36M").On("2024-06-01").About("case")], Stage.CommunityOrder },
        { "back on recall that nobody recorded", [Received(CustodyBasis.Sentence).On("2024-01-01"), Released(Licence, "2027-12-31").On("2024-02-01"), Received(CustodyBasis.Recall).On("2024-03-01"), Released(ReleaseKind.SentenceEnded).On("2024-04-01")], Stage.NoCurrentInvolvement },
        { "two prosecutions by number, one sentenced", [Charged().On("2024-01-01").About("a"), Charged().On("2024-01-05").About("b"), Sentenced("FINE").On("2024-02-01").About("a")], Stage.BeforeTheCourt },
        { "a licence without a last day that any calendar has", [Received(CustodyBasis.Sentence).On("2024-01-01"), Released(Licence, "9999-12-31").On("2024-02-01")], Stage.OnLicence },
    };

    [Theory]
    [MemberData(nameof(EndingAs))]
    public void Records_that_do_not_agree_end_in_the_likely_stage(string what, Fact[] facts, Stage stage) =>
        Journey().With(facts).Status.On(Later).Should().Be(stage, what);

    [Fact]
    public void One_record_that_ends_several_matters_is_found() =>
        Journey().With(Arrested().On("2024-01-01"), Arrested().On("2024-01-03"), Charged().On("2024-01-05")).Status
            .Findings.Select(f => f.Code).Should().Equal(FindingCode.ClosedSeveral);

    [Fact]
    public void Two_sentences_for_one_case_are_not_a_sentence_without_prosecution() =>
        Journey().With(Charged().On("2024-01-01"), Sentenced("FINE").On("2024-02-01"), Sentenced("COMPENSATION").On("2024-02-01")).Status.Findings.Should().BeEmpty();

    [Fact]
    public void The_agency_of_a_stage_is_the_one_whose_record_began_it_and_a_service_that_supports_her_is_not_named()
    {
        var arrested = Journey().By("Coordinator", new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day("2024-01-01") }).By("Police", Arrested().On("2024-01-01"));
        arrested.Status.Spells.Should().ContainSingle().Which.Agency.Should().Be("Police");
        var supported = Journey().By("Refuge", new NeedsAssessed { HappenedOn = Day("2024-01-01") });
        supported.Status.Spells.Should().ContainSingle().Which.Agency.Should().BeEmpty();
    }
}
