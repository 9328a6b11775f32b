using System.Globalization;
using System.Text.RegularExpressions;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>One condition of the mapping, ready to be asked of rows.</summary>
internal sealed class Condition
{
    private readonly int place;
    private readonly Func<string[], bool> holds;

    /// <exception cref="ImportRefusedException">It has no operator, or more than one.</exception>
    public Condition(ConditionSpec spec, Columns columns)
    {
        Column = spec.Column;
        place = columns.Place(spec.Column);
        var operators = new (object? Given, Func<Func<string[], bool>> Make)[]
        {
            (spec.EqualTo, () => Compare(spec.EqualTo!, spec, columns, order => order == 0)),
            (spec.Differs, () => Compare(spec.Differs!, spec, columns, order => order != 0)),
            (spec.Before, () => Compare(spec.Before!, spec, columns, order => order < 0)),
            (spec.NotBefore, () => Compare(spec.NotBefore!, spec, columns, order => order >= 0)),
            (spec.After, () => Compare(spec.After!, spec, columns, order => order > 0)),
            (spec.NotAfter, () => Compare(spec.NotAfter!, spec, columns, order => order <= 0)),
            (spec.OneOf, () => Among(spec.OneOf!, wanted: true)),
            (spec.NoneOf, () => Among(spec.NoneOf!, wanted: false)),
            (spec.Empty, () => cells => cells[place].Length == 0 == spec.Empty),
            (spec.Matches, () => Pattern(spec.Matches!)),
        };
        var given = operators.Where(o => o.Given is not null).ToList();
        if (given.Count != 1)
            throw new ImportRefusedException(
                $"In the mapping, the condition on '{Column}' needs exactly one of equals, differs, oneOf, noneOf, empty, before, notBefore, after, notAfter, matches.");
        holds = given[0].Make();
        Known = spec.OneOf ?? (spec is { As: Comparison.Text, EqualTo.Constant: { } text } ? [text.ToString()] : []);
    }

    public string Column { get; }

    /// <summary>The values that the condition waits for, when it waits for values.</summary>
    public IReadOnlyList<string> Known { get; }

    public bool Holds(string[] cells) => holds(cells);

    public string ValueIn(string[] cells) => cells[place];

    private Func<string[], bool> Among(IReadOnlyList<string> values, bool wanted)
    {
        var set = values.ToHashSet(StringComparer.Ordinal);
        return cells => set.Contains(cells[place]) == wanted;
    }

    private Func<string[], bool> Pattern(string pattern)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return cells => regex.IsMatch(cells[place]);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw new ImportRefusedException($"In the mapping, the pattern '{pattern}' cannot be used: {wrong.Message}", wrong);
        }
    }

    private Func<string[], bool> Compare(ValueSpec with, ConditionSpec spec, Columns columns, Func<int, bool> fits)
    {
        if (with.Template is not null || with.Codes is not null) throw new ImportRefusedException($"In the mapping, '{Column}' can be compared with a constant or a column only.");
        var formats = new DayFormats(spec.Formats);
        if (with.Column is { } column)
        {
            var other = columns.Place(column);
            return cells => Order(cells[place], cells[other], spec.As, formats) is { } order && fits(order);
        }

        var constant = with.Constant!.Value.ToString();
        if (constant.Length > 0 && Order(constant, constant, spec.As, formats) is null)
            throw new ImportRefusedException($"In the mapping, '{Column}' is compared with '{constant}', which cannot be read in that way ({formats.Words}).");
        return cells => Order(cells[place], constant, spec.As, formats) is { } order && fits(order);
    }

    private static int? Order(string left, string right, Comparison comparison, DayFormats formats)
    {
        if (comparison == Comparison.Text) return string.CompareOrdinal(left, right);
        if (left.Length == 0 || right.Length == 0) return null;
        if (comparison == Comparison.Number)
        {
            return decimal.TryParse(left, NumberStyles.Number, CultureInfo.InvariantCulture, out var l)
                && decimal.TryParse(right, NumberStyles.Number, CultureInfo.InvariantCulture, out var r) ? l.CompareTo(r) : null;
        }

        if (!formats.TryParse(left, out var first, out _) || !formats.TryParse(right, out var second, out _)) return null;
        return comparison == Comparison.Day ? first.Date.CompareTo(second.Date) : first.CompareTo(second);
    }
}
