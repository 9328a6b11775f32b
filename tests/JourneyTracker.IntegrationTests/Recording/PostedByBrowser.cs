using JourneyTracker.Web.Forms;
using JourneyTracker.Web.Recording;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>What a browser would send of a form as it is shown.</summary>
internal static class PostedByBrowser
{
    public static Typed Of(IReadOnlyList<FormPart> parts) =>
        new(Fields(parts).SelectMany(Sent).GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.Select(f => f.Value).ToArray()));

    public static IEnumerable<FormField> Fields(IReadOnlyList<FormPart> parts) => parts.SelectMany(p => p.Field is { } field ? [field] : Fields(p.Parts!));

    private static IEnumerable<(string Name, string Value)> Sent(FormField field) => field.Kind switch
    {
        FieldKind.Day => [($"{field.Name}.day", field.Day.Day ?? ""), ($"{field.Name}.month", field.Day.Month ?? ""), ($"{field.Name}.year", field.Day.Year ?? "")],
        FieldKind.One => field.Choices.Where(c => c.Value == field.Value).Select(c => (field.Name, c.Value)),
        FieldKind.OneOfMany => [(field.Name, field.Choices.FirstOrDefault(c => c.Value == field.Value)?.Value ?? "")],
        FieldKind.Any => field.Choices.Where(c => field.Chosen.Contains(c.Value)).Select(c => (field.Name, c.Value)),
        _ => [(field.Name, field.Value ?? "")],
    };
}
