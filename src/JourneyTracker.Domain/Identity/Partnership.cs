using System.Diagnostics.CodeAnalysis;

namespace JourneyTracker.Domain.Identity;

/// <summary>Names a whole system approach partnership: 1 to 60 lower-case letters, digits and hyphens, beginning with a letter.</summary>
public readonly record struct Partnership : IParsable<Partnership>
{
    public const int LongestName = 60;

    /// <exception cref="FormatException">The name breaks the rule above.</exception>
    public Partnership(string name) => Name = IsName(name)
        ? name
        : throw new FormatException($"'{name}' is not a partnership's name: use lower-case letters, digits and hyphens, beginning with a letter, at most {LongestName}.");

    public string Name { get; }

    public static bool IsName([NotNullWhen(true)] string? name) =>
        name is { Length: > 0 and <= LongestName } && char.IsAsciiLetterLower(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static Partnership Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Partnership result)
    {
        var ok = IsName(s);
        result = ok ? new Partnership(s!) : default;
        return ok;
    }

    public override string ToString() => Name;
}
