using System.Globalization;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>The ways in which a source may write a day or a time (.NET custom formats).</summary>
internal sealed class DayFormats
{
    private static readonly string[] IsoDay = ["yyyy-MM-dd"];
    private readonly string[] local;
    private readonly string[] withOffset;

    /// <exception cref="ImportRefusedException">A format says no year.</exception>
    public DayFormats(IReadOnlyList<string>? formats)
    {
        var all = formats is { Count: > 0 } ? [.. formats] : IsoDay;
        if (all.FirstOrDefault(f => !f.Contains("yy", StringComparison.Ordinal)) is { } bad)
            throw new ImportRefusedException($"The mapping's format '{bad}' has no year: write for example yyyy-MM-dd or dd/MM/yyyy HH:mm.");
        withOffset = [.. all.Where(f => f.Contains('z', StringComparison.Ordinal) || f.Contains('K', StringComparison.Ordinal))];
        local = [.. all.Except(withOffset)];
        Words = string.Join(" or ", all);
    }

    public bool MayHaveOffset => withOffset.Length > 0;

    /// <summary>The formats, for people.</summary>
    public string Words { get; }

    /// <param name="text">The source's value.</param>
    /// <param name="at">The time as written.</param>
    /// <param name="offset">The offset, when the value has one.</param>
    public bool TryParse(string text, out DateTime at, out TimeSpan? offset)
    {
        offset = null;
        if (local.Length > 0 && DateTime.TryParseExact(text, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out at)) return true;
        if (withOffset.Length > 0
            && DateTimeOffset.TryParseExact(text, withOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            (at, offset) = (instant.DateTime, instant.Offset);
            return true;
        }

        at = default;
        return false;
    }
}
