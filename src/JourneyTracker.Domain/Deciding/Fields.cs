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
}
