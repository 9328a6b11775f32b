using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Deciding;

/// <summary>What can be wrong with one field, whatever the fact.</summary>
internal static class Fields
{
    /// <summary>No day is before this one.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    private const int LongestNote = 4_000;
    private const int LongestCode = 60;

    public static Refusal? Offence(string? group) => Known(CodeList.OffenceGroups, group, "offenceGroup");

    public static Refusal? Known(CodeList list, string? code, string field) =>
        code is null || list.Has(code) ? null : NotInList(field, code, $"a code of the list {list.Name}");

    public static Refusal? AllKnown(CodeList list, IEnumerable<string>? codes, string field) =>
        codes?.Select(c => Known(list, c, field)).FirstOrDefault(r => r is not null);

    public static Refusal NotInList(string field, string code, string wanted) =>
        new(Rule.UnknownCode, $"'{(code.Length > LongestCode ? code[..LongestCode] + "…" : code)}' is not {wanted}.", "Use a code of the list; docs/facts.md names it.", field);

    public static Refusal? NotBefore(Fact fact, DateOnly? day, string field) => day switch
    {
        null => null,
        { } early when early < fact.HappenedOn.Earliest => new(
            Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} is before it happened ({fact.HappenedOn}).", "Check both days.", field),
        { } late when late.Year > fact.HappenedOn.Day.Year + 100 => new(
            Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} is more than a hundred years later.", "Leave it out if there is no last day.", field),
        _ => null,
    };

    public static Refusal? NotAfter(Fact fact, DateOnly? day, string field) => day is null || day <= fact.HappenedOn.Latest ? null : new(
        Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} is after it happened ({fact.HappenedOn}).", "Check both days.", field);

    public static Refusal? NotInFuture(DateOnly? day, DateOnly today, string field) => day is null || day <= today ? null : new(
        Rule.FutureDay, $"The day {day:yyyy-MM-dd} is in the future.", "Record it when it has happened.", field);

    public static Refusal? Text(Protected<string>? text, string field) => text is not { IsOpen: true } || text.Value.Length <= LongestNote ? null : new(
        Rule.TooLong, $"The text has {text.Value.Length} characters; at most {LongestNote} are kept.", "Shorten it.", field);

    /// <summary>Text inside a value that is sealed as a whole.</summary>
    public static Refusal? PlainText(string? text, string field) => text is null ? null : Text(Protected.Of(text), field);

    /// <summary>A sealed code, when it can be read.</summary>
    public static Refusal? Known(CodeList list, Protected<string>? code, string field) => code is { IsOpen: true } ? Known(list, code.Value, field) : null;

    /// <summary>A day that may lie before or after the fact, but is one that can be meant.</summary>
    public static Refusal? Within(Fact fact, DateOnly? day, string field) =>
        day is null || (day >= Earliest && day.Value.Year <= fact.HappenedOn.Day.Year + 100) ? null : new(
            Rule.ImpossibleDay, $"The day {day:yyyy-MM-dd} cannot be meant.", "Check the year.", field);

    public static Refusal? Slug(string code, string field) =>
        code.Length is > 0 and <= LongestCode && code.All(c => char.IsAsciiLetterLower(c) || c == '-') ? null : new(
            Rule.Malformed, $"'{(code.Length > LongestCode ? code[..LongestCode] + "…" : code)}' is not a code.",
            $"Use lower-case letters and hyphens, at most {LongestCode}, and no digits.", field);

    /// <summary>What stands in a protected value that can be read here; null when there is none, or it is sealed.</summary>
    public static T? Opened<T>(Protected<T>? value)
        where T : class => value is { IsOpen: true } ? value.Value : null;

    /// <summary>A colleague's user name.</summary>
    public static Refusal? UserName(string? name, string field) =>
        name is null || (name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')) ? null : new(
            Rule.Malformed, "That is not a user name.", "Use letters, digits, dots, hyphens, underscores or @, at most 100.", field);

    /// <summary>Conditions of a licence in two lists: those that say something of her health are sealed.</summary>
    public static Refusal? Conditions(ValueList<string>? open, Protected<ValueList<string>>? hidden, string openField, string hiddenField)
    {
        if (AllKnown(CodeList.LicenceConditions, open, openField) is { } unknown) return unknown;
        if (open?.FirstOrDefault(LicenceConditions.OfHealth.Contains) is { } health)
            return new(Rule.Malformed, $"The condition {health} says something of her health.", $"Put it among {hiddenField}, where it is sealed.", openField);
        return AllKnown(CodeList.LicenceConditions, Opened(hidden), hiddenField);
    }
}
