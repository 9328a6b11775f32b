using JourneyTracker.Outcomes.Statistics.Proportions;

namespace JourneyTracker.Tests.Outcomes.Comparisons;

public sealed class PairedDifferenceTests
{
    [Fact]
    public void Pairs_that_agree_say_nothing_and_the_interval_is_that_of_the_approval_ratings()
    {
        // Agresti, Categorical Data Analysis, section 11.1.1: 1,600 people asked twice, 150 and 86 changed their minds; 0.04 with a standard error of 0.0095.
        var found = PairedDifference.Of(150, 86, 1_600)!;
        found.Value.Should().BeApproximately(0.04, 1e-12);
        found.Interval.Low.Should().BeApproximately(0.04 - (1.959964 * 0.0095), 1e-4);
        found.Interval.High.Should().BeApproximately(0.04 + (1.959964 * 0.0095), 1e-4);
        PairedDifference.Of(0, 0, 0).Should().BeNull();
    }
}
