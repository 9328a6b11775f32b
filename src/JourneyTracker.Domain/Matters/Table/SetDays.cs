using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Matters.Table;

/// <summary>The days on which women leave the justice board though nobody records an end (safeguards S10). Data: <c>set_days.csv</c>; a partnership may agree on others.</summary>
/// <param name="After">How long the stage lasts at most; its first and its last day count.</param>
/// <param name="Words">Until when, for a practitioner.</param>
/// <param name="Confidence">How sure we are of it.</param>
internal sealed record SetDays(Term After, string Words, string Confidence)
{
    /// <summary>For women who were diverted.</summary>
    public static SetDays Diverted { get; } = Of("diverted");

    private static SetDays Of(string code)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("set_days.csv") ?? throw new InvalidOperationException("The set days are not in this assembly.");
        using var reader = new StreamReader(stream);
        var row = CodeListCsv.Rows(reader.ReadToEnd()).Single(r => r[0] == code);
        return new SetDays(Term.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[4]);
    }
}
