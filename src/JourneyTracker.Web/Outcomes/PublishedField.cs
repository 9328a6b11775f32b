using System.Globalization;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.Localization;

namespace JourneyTracker.Web.Outcomes;

/// <summary>The field in which one of the published periods is chosen, in the place of a first and a last day.</summary>
internal sealed class PublishedField(PublishedPeriods periods, IStringLocalizer<Texts> T)
{
    public const string Name = "period";
    private const char Between = '_';

    /// <summary>Whether it is chosen here.</summary>
    public static bool StandsFor(string? parameter) => parameter is "from" or "to";

    /// <summary>Reads what was chosen into the first and the last day.</summary>
    public void Read(IQueryCollection query, Dictionary<string, string> said, Dictionary<string, string> wrong)
    {
        if (query[Name].ToString().Trim() is not { Length: > 0 } chosen) return;
        if (Parse(chosen) is { } period) (said["from"], said["to"]) = (Words.Iso(period.From), Words.Iso(period.To));
        else wrong[Name] = T["Choose a period from the list"];
    }

    /// <param name="said">What was said.</param>
    /// <param name="taken">What the answer took; null when there is none.</param>
    /// <param name="wrong">What is wrong, by field.</param>
    public FormField Field(IReadOnlyDictionary<string, string> said, IReadOnlyDictionary<string, string>? taken, IReadOnlyDictionary<string, string> wrong)
    {
        var days = said.ContainsKey("from") ? said : taken;
        var value = $"{days?.GetValueOrDefault("from")}{Between}{days?.GetValueOrDefault("to")}";
        var earlier = Parse(value) is { } asked && periods.Has(asked) && !periods.Offered.Contains(asked) ? [asked] : Array.Empty<PublishedPeriod>();
        return new FormField(Name, T["Period"], T["Figures are published about whole periods that are over and do not overlap. The last is taken when none is chosen"], value, wrong)
        {
            Kind = FieldKind.OneOfMany,
            Choices = [.. periods.Offered.Concat(earlier).Select(p => new Choice($"{Words.Iso(p.From)}{Between}{Words.Iso(p.To)}", p.InWords))],
        };
    }

    private static PublishedPeriod? Parse(string chosen) =>
        chosen.Split(Between) is [var from, var to] && Day(from) is { } first && Day(to) is { } last ? new(first, last) : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
