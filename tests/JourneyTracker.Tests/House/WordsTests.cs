using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Recalls;
using JourneyTracker.Projections.DataQuality;

namespace JourneyTracker.Tests.House;

/// <summary>What people read about her (safeguards S14).</summary>
public sealed class WordsTests
{
    private static readonly string[] Blaming = ["offender", "breach", "broke", "fail", "abscond", "non-complian", "refused", "criminal", "prisoner"];

    [Fact]
    public void No_words_of_the_product_blame_her()
    {
        string[] read =
        [
            .. FactCatalogue.All.Select(k => k.Title),
            .. StageNames.OnBoard.Select(s => s.Words()),
            .. Enum.GetValues<FindingCode>().Select(FindingWords.Of),
            .. SupportFactor.All.SelectMany(f => new[] { f.Words, f.Help }),
        ];

        read.Where(words => Blaming.Any(b => words.Contains(b, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
    }
}
