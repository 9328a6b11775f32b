using System.Diagnostics.CodeAnalysis;

namespace JourneyTracker.Domain.Identity;

/// <summary>Names one recorded fact. Version 7, made where the fact is recorded.</summary>
public readonly record struct FactId : IParsable<FactId>
{
    /// <exception cref="ArgumentException">The value is the empty id.</exception>
    public FactId(Guid value) =>
        Value = value != Guid.Empty ? value : throw new ArgumentException("A fact id cannot be empty.", nameof(value));

    public Guid Value { get; }

    public static FactId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a fact id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FactId result)
    {
        var ok = Guid.TryParse(s, out var value) && value != Guid.Empty;
        result = ok ? new FactId(value) : default;
        return ok;
    }

    public override string ToString() => Value.ToString("D");
}
