using System.Globalization;
using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recording;

/// <summary>What was typed into a form, by field. Nothing of it is lost, whatever it was.</summary>
internal sealed class Typed(IReadOnlyDictionary<string, string[]> fields)
{
    /// <summary>What a form sends beside its answers.</summary>
    private static readonly string[] NoAnswers = ["__RequestVerificationToken", "do", "token"];

    public static Typed Nothing { get; } = new(new Dictionary<string, string[]>());

    public IReadOnlyDictionary<string, string[]> Fields { get; } = fields;

    /// <summary>A form that was not filled in yet: it happened today, unless somebody says otherwise.</summary>
    public static Typed On(DateOnly today)
    {
        var day = TypedDay.Of(today);
        return new(new Dictionary<string, string[]> { ["happenedOn.day"] = [day.Day!], ["happenedOn.month"] = [day.Month!], ["happenedOn.year"] = [day.Year!] });
    }

    public static Typed Of(IFormCollection form) =>
        new(form.Where(f => !NoAnswers.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.Select(v => (v ?? "").ReplaceLineEndings("\n")).ToArray(), StringComparer.Ordinal));

    /// <summary>Null when nothing stands there.</summary>
    public string? this[string name] => Fields.TryGetValue(name, out var values) && values is [var first, ..] && !string.IsNullOrWhiteSpace(first) ? first.Trim() : null;

    public IReadOnlyList<string> All(string name) => Fields.TryGetValue(name, out var values) ? [.. values.Where(v => v.Length > 0)] : [];

    public TypedDay Day(string name) => new(this[$"{name}.day"], this[$"{name}.month"], this[$"{name}.year"]);

    /// <summary>How many numbered groups there are under a name.</summary>
    public int Groups(string name) => Under(name).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at + 1 : 0).DefaultIfEmpty(0).Max();

    /// <summary>What follows a name up to the next dot, once each, in the order in which it was sent.</summary>
    public IReadOnlyList<string> Under(string name) =>
        [.. Fields.Keys.Where(k => k.StartsWith(name + ".", StringComparison.Ordinal)).Select(k => k[(name.Length + 1)..].Split('.')[0]).Distinct(StringComparer.Ordinal)];
}
