using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Tests.Identity;

public sealed class PseudonymTests
{
    [Fact]
    public void A_pseudonym_leads_back_to_the_ids_that_have_it_and_to_no_other()
    {
        var dice = new Random(1);
        var bytes = new byte[16];
        for (var n = 0; n < 1_000; n++)
        {
            dice.NextBytes(bytes);
            var id = new Guid(bytes);
            Pseudonym.TryRange(Pseudonym.Of(id).ToLowerInvariant(), out var first, out var last).Should().BeTrue();
            (first.CompareTo(id) <= 0 && id.CompareTo(last) <= 0).Should().BeTrue();
            Pseudonym.Of(first).Should().Be(Pseudonym.Of(id));
            Pseudonym.Of(last).Should().Be(Pseudonym.Of(id));
            Pseudonym.Of(Next(last)).Should().NotBe(Pseudonym.Of(id));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("W-12345")]
    [InlineData("W-1234567")]
    [InlineData("X-123456")]
    [InlineData("W-12345U")]
    public void What_is_no_pseudonym_is_not_taken_for_one(string text) => Pseudonym.TryRange(text, out _, out _).Should().BeFalse();

    private static Guid Next(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        for (var i = 15; i >= 0 && ++bytes[i] == 0; i--) { }
        return new Guid(bytes, bigEndian: true);
    }
}
