using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace JourneyTracker.Cli.Shell;

/// <summary>Options for numbers and choices that say in words what they take.</summary>
internal static class PlainOptions
{
    /// <summary>A whole number; both bounds count.</summary>
    public static Option<int> Whole(string name, string description, string helpName, int otherwise, int least, int most, string? note = null) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => int.TryParse(Said(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong<int>(result, string.Create(CultureInfo.InvariantCulture, $"{name} is a whole number{Range(least, most)}, not {Said(result)}{note}")),
    };

    /// <summary>One of an enum's values, by its code; null when not said.</summary>
    public static Option<T?> OneOf<T>(string name, string description, string? helpName = null)
        where T : struct, Enum
    {
        var codes = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);
        return new(name)
        {
            Description = description,
            HelpName = helpName ?? string.Join('|', codes.Keys),
            CustomParser = result => codes.TryGetValue(Said(result), out var value) ? value : Wrong<T?>(result, $"{name} is {Either(codes.Keys)}, not {Said(result)}"),
        };
    }

    /// <summary>A number more than nothing; null when not said.</summary>
    public static Option<double?> Rate(string name, string description, string unit, double most) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => double.TryParse(Said(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0 && rate <= most
            ? rate
            : Wrong<double?>(result, string.Create(CultureInfo.InvariantCulture, $"{name} is a number of {unit}, more than 0 and at most {most:N0}, not {Said(result)}")),
    };

    private static string Said(ArgumentResult result) => result.Tokens[0].Value;

    private static string Range(int least, int most) =>
        (least, most) == (int.MinValue, int.MaxValue) ? "" : string.Create(CultureInfo.InvariantCulture, $" from {least} to {most:N0}");

    private static string Either(IEnumerable<string> codes) => codes.ToList() is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} or {last}" : codes.First();

    private static T? Wrong<T>(ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return default;
    }
}
