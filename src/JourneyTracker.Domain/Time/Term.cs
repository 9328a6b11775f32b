using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JourneyTracker.Domain.Time;

/// <summary>
/// A length of sentence or order in years, months, weeks and days, written as in ISO 8601: <c>P1Y6M</c>, <c>P2W</c>, <c>P18M</c>.
/// Laid on the calendar by rules DAY-01 to DAY-03 of the release-date arithmetic.
/// </summary>
public readonly record struct Term : IParsable<Term>
{
    /// <summary>No part is longer than a hundred years.</summary>
    private static readonly int[] Most = [100, 1_200, 5_300, 36_600];

    /// <exception cref="ArgumentException">A part is negative, or all are zero.</exception>
    public Term(int years = 0, int months = 0, int weeks = 0, int days = 0)
    {
        if (years < 0 || months < 0 || weeks < 0 || days < 0 || years + months + weeks + days == 0)
            throw new ArgumentException("A length must be longer than nothing, and no part of it negative.");
        if (years > Most[0] || months > Most[1] || weeks > Most[2] || days > Most[3])
            throw new ArgumentException("A length has no part longer than a hundred years.");
        (Years, Months, Weeks, Days) = (years, months, weeks, days);
    }

    public int Years { get; }

    public int Months { get; }

    public int Weeks { get; }

    public int Days { get; }

    /// <summary>The last day of a term that starts on that day; both days count (DAY-01). Years first, then months, then weeks and days (DAY-03).</summary>
    public DateOnly LastDay(DateOnly start)
    {
        var last = start.Day == 1 && Years + Months > 0
            ? start.AddYears(Years).AddMonths(Months).AddDays(-1)
            : start.AddDays(-1).AddYears(Years).AddMonths(Months);
        return last.AddDays((Weeks * 7) + Days);
    }

    public static Term Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var term)
        ? term
        : throw new FormatException($"'{(s.Length > 30 ? s[..30] + "…" : s)}' is not a length: write P1Y6M, P18M, P2W or P10D.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Term result)
    {
        result = default;
        if (s is not { Length: > 2 } || s[0] != 'P') return false;
        Span<int> parts = stackalloc int[4];
        var (next, digits) = (0, 1);
        for (var i = 1; i < s.Length; i++)
        {
            if (char.IsAsciiDigit(s[i])) continue;
            var unit = "YMWD".IndexOf(s[i], StringComparison.Ordinal);
            if (unit < next || !int.TryParse(s.AsSpan(digits, i - digits), NumberStyles.None, CultureInfo.InvariantCulture, out parts[unit])) return false;
            if (parts[unit] > Most[unit]) return false;
            (next, digits) = (unit + 1, i + 1);
        }

        if (digits != s.Length || parts[0] + parts[1] + parts[2] + parts[3] == 0) return false;
        result = new Term(parts[0], parts[1], parts[2], parts[3]);
        return true;
    }

    public override string ToString() =>
        "P" + Part(Years, 'Y') + Part(Months, 'M') + Part(Weeks, 'W') + Part(Days, 'D');

    private static string Part(int count, char unit) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
}
