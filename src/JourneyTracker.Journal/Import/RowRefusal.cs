namespace JourneyTracker.Journal.Import;

/// <summary>Why one row was not recorded, in words for the person who mends it.</summary>
/// <param name="Line">The physical line on which the row begins; the first line of the file is 1.</param>
/// <param name="Column">The column it is about; null when it is about the whole row.</param>
/// <param name="Value">What stands there, shortened; null when it is about the whole row.</param>
/// <param name="Rule">The rule that was broken, in kebab-case: one of the product's own or one of the mapping's checks.</param>
/// <param name="What">What is wrong, a whole sentence.</param>
/// <param name="How">What to do, a whole sentence.</param>
public sealed record RowRefusal(long Line, string? Column, string? Value, string Rule, string What, string How)
{
    private const int LongestValue = 80;

    /// <summary>The reason as it stands in the file of refused rows.</summary>
    public string Reason => Column is null ? $"line {Line}: {Rule}: {What} {How}" : $"line {Line}, {Column}: {Rule}: {What} {How}";

    internal static string Shorten(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
