using System.Diagnostics.CodeAnalysis;

namespace JourneyTracker.Domain.Identity;

/// <summary>Names one woman's journey. Random (version 4), so that it tells nobody when her record was opened.</summary>
public readonly record struct JourneyId : IParsable<JourneyId>, IComparable<JourneyId>
{
    /// <exception cref="ArgumentException">The value is the empty id.</exception>
    public JourneyId(Guid value) =>
        Value = value != Guid.Empty ? value : throw new ArgumentException("A journey id cannot be empty.", nameof(value));

    public Guid Value { get; }

    /// <summary>The short name that stands on boards when her name may not: stable, says nothing about her.</summary>
    public string Pseudonym => Identity.Pseudonym.Of(Value);

    public static JourneyId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a journey id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out JourneyId result)
    {
        var ok = Guid.TryParse(s, out var value) && value != Guid.Empty;
        result = ok ? new JourneyId(value) : default;
        return ok;
    }

    public int CompareTo(JourneyId other) => Value.CompareTo(other.Value);

    public static bool operator <(JourneyId left, JourneyId right) => left.CompareTo(right) < 0;

    public static bool operator >(JourneyId left, JourneyId right) => left.CompareTo(right) > 0;

    public static bool operator <=(JourneyId left, JourneyId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(JourneyId left, JourneyId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value.ToString("D");
}
