using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Tests.Deciding;

/// <summary>What every test of checks asks.</summary>
internal static class Judged
{
    public static readonly DateOnly Today = new(2024, 6, 15);

    /// <summary>It is refused, by this rule, in whole sentences that name the field and say these words.</summary>
    public static void Refused(Fact fact, Rule rule, string field, string words)
    {
        var refusal = Decide.Check(fact, Today);

        refusal.Should().NotBeNull();
        (refusal!.Rule, refusal.Where).Should().Be((rule, field));
        refusal.What.Should().Contain(words).And.EndWith(".");
        refusal.How.Should().EndWith(".");
    }

    public static void Accepted(Fact fact) => Decide.Check(fact, Today).Should().BeNull();
}
