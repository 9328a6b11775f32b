using System.Globalization;

namespace JourneyTracker.Domain.Law;

/// <summary>A part of a sentence, kept exact: 40% of 181 days is 72.4 days, served as 73.</summary>
internal readonly record struct Fraction(int Of, int In)
{
    public static Fraction Parse(string text) => text.Split('/') is [var over, var under]
        ? new(int.Parse(over, CultureInfo.InvariantCulture), int.Parse(under, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is not a fraction.");

    /// <summary>Days to serve: a part of a day counts as a day (DAY-05).</summary>
    public int OfDays(int days) => RoundUp((long)days * Of, In);

    /// <summary>Half of the exact part, rounded up once.</summary>
    public int HalfOfDays(int days) => RoundUp((long)days * Of, In * 2);

    /// <summary>Whether the exact part is less than so many days.</summary>
    public bool IsBelow(int days, int limit) => (long)days * Of < (long)limit * In;

    public string Words => this switch
    {
        (1, 2) => "half",
        (2, 5) => "40%",
        (1, 3) => "a third",
        (2, 3) => "two thirds",
        (3, 4) => "three quarters",
        _ => $"{Of}/{In}",
    };

    private static int RoundUp(long over, int under) => (int)((over + under - 1) / under);
}
