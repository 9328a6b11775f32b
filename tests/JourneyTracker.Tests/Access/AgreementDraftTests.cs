using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Tests.Access;

/// <summary>What somebody types of a sharing agreement, and how one stands on a day.</summary>
public sealed class AgreementDraftTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly AgreementDraft Whole = new("Probation North\n Willow \n\nprobation north", " support ", "public task", "none is needed", "DPIA 7", "2026-05-01", "2027-05-01");

    [Fact]
    public void What_is_whole_is_read_without_the_spaces_around_it_and_each_agency_once()
    {
        var (terms, wrong) = Whole.Read(Today);
        wrong.Should().BeEmpty();
        terms.Should().BeEquivalentTo(new AgreementTerms(["Probation North", "Willow"], "support", "public task", "none is needed", "DPIA 7", new DateOnly(2026, 5, 1), new DateOnly(2027, 5, 1)));
    }

    [Fact]
    public void Each_field_that_is_missing_is_named_and_nothing_is_read()
    {
        var (terms, wrong) = new AgreementDraft(null, "", " ", null, null, "1 May", null).Read(Today);
        terms.Should().BeNull();
        wrong.Keys.Should().Equal("parties", "purpose", "lawfulBasis", "condition", "dpia", "signedOn", "reviewOn");
    }

    [Theory]
    [InlineData("2026-06-02", "2027-05-01", "signedOn")]
    [InlineData("2026-05-01", "2026-05-01", "reviewOn")]
    [InlineData("2026-02-30", "2027-05-01", "signedOn")]
    public void Days_that_cannot_be_are_refused(string signed, string review, string field) =>
        (Whole with { SignedOn = signed, ReviewOn = review }).Read(Today).Wrong.Keys.Should().Equal(field);

    [Fact]
    public void One_agency_alone_agrees_with_nobody_and_a_text_without_end_is_refused() =>
        (Whole with { Parties = "Willow\nwillow", Purpose = new string('x', 2_001) }).Read(Today).Wrong.Keys.Should().Equal("parties", "purpose");

    [Fact]
    public void It_is_due_for_review_from_its_day_on_and_ended_from_the_first_day_on_which_it_does_not_hold()
    {
        var terms = Whole.Read(Today).Terms!;
        var agreement = new SharingAgreement(Guid.Empty, terms, null, new Recorder("adm", "Coordination"), default);
        agreement.On(terms.ReviewOn.AddDays(-1)).Should().Be(AgreementState.InForce);
        agreement.On(terms.ReviewOn).Should().Be(AgreementState.ReviewDue);
        (agreement with { EndedOn = Today }).On(Today.AddDays(-1)).Should().Be(AgreementState.InForce);
        (agreement with { EndedOn = Today }).On(Today).Should().Be(AgreementState.Ended);
    }

    [Fact]
    public void It_ends_on_a_day_and_not_before_it_was_signed()
    {
        var terms = Whole.Read(Today).Terms!;
        AgreementDraft.ReadEnd("2026-05-01", terms).Day.Should().Be(terms.SignedOn);
        AgreementDraft.ReadEnd("2026-04-30", terms).Wrong.Should().Contain("before");
        AgreementDraft.ReadEnd("soon", terms).Wrong.Should().Contain("Enter");
    }
}
