namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// How figures about small groups are kept from telling about people (safeguards S15). Nothing (0) may be said; from <paramref name="SmallFrom"/> to <paramref name="SmallTo"/> may not.
/// </summary>
public sealed record DisclosurePolicy(int SmallFrom = 1, int SmallTo = 5, int RoundTo = 5)
{
    public static DisclosurePolicy Usual { get; } = new();

    /// <summary>How far apart the least and the greatest possible value of a hidden count must be: as far as the small counts themselves.</summary>
    public int Width => SmallTo - SmallFrom;

    public bool IsSmall(long count) => count >= SmallFrom && count <= SmallTo;
}
