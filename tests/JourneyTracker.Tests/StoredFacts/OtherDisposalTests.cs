using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.StoredFacts;

/// <summary>A hospital order is health information: it stands sealed behind another disposal (safeguards S11).</summary>
public sealed class OtherDisposalTests
{
    private static readonly DateOnly Day = new(2024, 3, 1);
    private static readonly MarkedSealer Sealer = new();
    private static readonly Sentenced Hospital = new("OTHER", Other: Protected.Of(OtherDisposal.Hospital)) { HappenedOn = Day };
    private static readonly PreSentenceReport Proposed = new(Proposal: "OTHER", OtherProposal: Protected.Of(OtherDisposal.Hospital)) { HappenedOn = Day };

    [Fact]
    public void A_hospital_order_in_the_clear_is_refused_and_the_sentence_says_where_it_goes()
    {
        Decide.Check(new Sentenced("HOSPITAL") { HappenedOn = Day }, Day)!.Where.Should().Be("disposal");
        Decide.Check(new PreSentenceReport(Proposal: "HOSPITAL") { HappenedOn = Day }, Day)!.What.Should().Contain("her health");
        Decide.Check(Hospital, Day).Should().BeNull();
        Decide.Check(Proposed, Day).Should().BeNull();
    }

    [Fact]
    public void Which_other_disposal_is_said_of_no_disposal_that_is_told()
    {
        Decide.Check(Hospital with { Disposal = "CO" }, Day).Should().Match<Refusal>(r => r.Rule == Rule.Malformed && r.Where == "other");
        Decide.Check(Proposed with { Proposal = null }, Day).Should().Match<Refusal>(r => r.Rule == Rule.Malformed && r.Where == "otherProposal");
    }

    [Fact]
    public void What_is_stored_of_a_hospital_order_looks_like_that_of_any_other_disposal()
    {
        Shape(Hospital).Should().Equal(Shape(new Sentenced("OTHER") { HappenedOn = Day }));
        Shape(Proposed).Should().Equal(Shape(new PreSentenceReport(Proposal: "OTHER") { HappenedOn = Day }));
        Stored(Hospital).Should().NotContainEquivalentOf("hospital");
    }

    [Theory]
    [InlineData("sentenced.v1", """{"disposal":"HOSPITAL","happenedOn":"2024-03-01"}""")]
    [InlineData("sentenced.v2", """{"disposal":"HOSPITAL","happenedOn":"2024-03-01","section250":true}""")]
    [InlineData("pre-sentence-report.v1", """{"dependants":"not-recorded","form":"oral","happenedOn":"2024-03-01","proposal":"HOSPITAL"}""")]
    public void One_that_was_stored_in_the_clear_is_lifted_and_known_again(string name, string stored)
    {
        var fact = FactCodec.Read(name, Encoding.UTF8.GetBytes(stored));

        var (code, other) = fact is Sentenced sentence ? (sentence.Disposal, sentence.Other) : (((PreSentenceReport)fact).Proposal, ((PreSentenceReport)fact).OtherProposal);
        (code, other!.Value).Should().Be(("OTHER", OtherDisposal.Hospital));
        Encoding.UTF8.GetString(FactCodec.PlainContent(fact)).Should().Be($$"""{"fact":{"body":{{stored}},"name":"{{name}}"},"name":"{{name}}"}""");
    }

    [Fact]
    public void Another_disposal_of_which_nobody_says_more_is_compared_as_before()
    {
        var before = Encoding.UTF8.GetString(FactCodec.PlainContent(new Sentenced("OTHER") { HappenedOn = Day }));

        before.Should().Contain("sentenced.v1");
        Encoding.UTF8.GetString(FactCodec.PlainContent(new Sentenced("OTHER") { HappenedOn = Day }.Seal(Sealer).Open(Sealer))).Should().Be(before);
    }

    [Fact]
    public void Her_stage_is_the_same_with_and_without_the_key()
    {
        A Journey(Fact sentence) => A.Journey().With(Charged().On("2024-01-02"), sentence);

        Journey(Hospital.Seal(Sealer)).Status.Spells.Should().Equal(Journey(Hospital).Status.Spells);
        Journey(Hospital).Status.On(Day).Should().Be(Stage.NoCurrentInvolvement);
        ((Sentenced)Hospital.Seal(Sealer).Open(new MarkedSealer(keyGone: true))).ToldDisposal().Should().Be("OTHER");
        Hospital.ToldDisposal().Should().Be("HOSPITAL");
    }

    private static string Stored(Fact fact) => Encoding.UTF8.GetString(FactCodec.Write(fact.Seal(Sealer)));

    /// <summary>The members that are stored, and how long each is.</summary>
    private static IEnumerable<string> Shape(Fact fact) =>
        JsonElement.Parse(Stored(fact)).EnumerateObject().Select(m => $"{m.Name} {m.Value.GetRawText().Length}");
}
