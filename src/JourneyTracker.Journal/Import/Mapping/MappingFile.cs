using System.Text.Json.Serialization;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>A mapping as it stands in its file (docs/import.md): how one source's rows become facts.</summary>
/// <param name="Source">The source system's name, a code of lower-case letters, digits and hyphens.</param>
/// <param name="Recorder">In whose name the facts are recorded.</param>
/// <param name="Person">Template of the key by which the source knows a woman.</param>
/// <param name="Facts">The rules; every rule that fits a row gives a fact.</param>
/// <param name="About">Words for the reader.</param>
/// <param name="Format">How the file is written.</param>
/// <param name="Area">Her police force area, for the opening of her journey.</param>
/// <param name="Checks">Rows to refuse, and peculiarities to count.</param>
/// <param name="Otherwise">What becomes of a row that no rule fits.</param>
/// <param name="People">A second file, of people.</param>
public sealed record MappingFile(
    string Source,
    RecorderSpec Recorder,
    string Person,
    IReadOnlyList<FactSpec> Facts,
    string? About = null,
    FormatSpec? Format = null,
    ValueSpec? Area = null,
    IReadOnlyList<CheckSpec>? Checks = null,
    Otherwise Otherwise = Otherwise.Refuse,
    PeopleSpec? People = null)
{
    internal TableSpec Table => new(Person, Facts, Format, Area, Checks, Otherwise);

    internal TableSpec? PeopleTable => People is { } p ? new(p.Person, p.Facts, p.Format, p.Area, p.Checks, p.Otherwise) : null;
}

/// <summary>In whose name imported facts are recorded.</summary>
/// <param name="Person">Usually the name of the program that extracted the file.</param>
/// <param name="Agency">The agency whose records they are.</param>
public sealed record RecorderSpec(string Person, string Agency);

/// <summary>A second file whose rows say who the women are.</summary>
/// <param name="Person">Template of the same key as the main file's.</param>
/// <param name="Facts">Usually one rule, for characteristics-recorded.v1.</param>
/// <param name="File">Its path, from the main file's folder; the command line may name another.</param>
/// <param name="About">Words for the reader.</param>
/// <param name="Format">How the file is written.</param>
/// <param name="Area">Her police force area, for the opening of a journey that the main file did not open.</param>
/// <param name="Checks">Rows to refuse, and peculiarities to count.</param>
/// <param name="Otherwise">What becomes of a row that no rule fits.</param>
public sealed record PeopleSpec(
    string Person,
    IReadOnlyList<FactSpec> Facts,
    string? File = null,
    string? About = null,
    FormatSpec? Format = null,
    ValueSpec? Area = null,
    IReadOnlyList<CheckSpec>? Checks = null,
    Otherwise Otherwise = Otherwise.Refuse);

/// <summary>How a file is written.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Delimiter">For CSV: one character; a comma when not said.</param>
public sealed record FormatSpec(FileKind Kind = FileKind.Csv, char Delimiter = ',');

/// <summary>Kinds of files that can be imported, plain or gzip.</summary>
public enum FileKind
{
    Csv,
    Ndjson,
}

/// <summary>What becomes of a row that no rule fits.</summary>
public enum Otherwise
{
    Refuse,
    Skip,
}

/// <summary>How a row becomes a fact.</summary>
/// <param name="Fact">The fact's stored name.</param>
/// <param name="HappenedOn">When it happened.</param>
/// <param name="Reference">Template of the source's own name for this fact: the same one twice is one fact.</param>
/// <param name="When">Conditions that must all hold; none: always.</param>
/// <param name="Matter">Template of the case or custody spell; no matter when one of its columns is empty.</param>
/// <param name="Fields">The fact's fields by their JSON names.</param>
/// <param name="RecordedAt">When the source's system learnt it.</param>
/// <param name="About">Words for the reader.</param>
public sealed record FactSpec(
    string Fact,
    DaySpec HappenedOn,
    string Reference,
    IReadOnlyList<ConditionSpec>? When = null,
    string? Matter = null,
    IReadOnlyDictionary<string, ValueSpec>? Fields = null,
    DaySpec? RecordedAt = null,
    string? About = null);

/// <summary>A day or an instant from a column.</summary>
/// <param name="Column">The column; or else a constant.</param>
/// <param name="Constant">A day as facts write it, for all rows.</param>
/// <param name="Formats">How the source may write it; yyyy-MM-dd when not said.</param>
/// <param name="Precision">How far the source can be trusted; what is finer is dropped.</param>
/// <param name="Offset">For formats with an offset: which civil day is meant.</param>
public sealed record DaySpec(
    string? Column = null, string? Constant = null, IReadOnlyList<string>? Formats = null, Precision Precision = Precision.Day, OffsetRule? Offset = null);

/// <summary>Which civil day a time with an offset means.</summary>
public enum OffsetRule
{
    /// <summary>The date as it is written; the offset is dropped.</summary>
    AsWritten,

    /// <summary>The day it was in London at that instant.</summary>
    InLondon,
}

/// <summary>A rule about whole rows: exactly one of <paramref name="Refuse"/> and <paramref name="Notice"/> names it.</summary>
/// <param name="Because">What is wrong or peculiar, a whole sentence.</param>
/// <param name="When">Conditions that must all hold.</param>
/// <param name="Refuse">Code; such rows are refused.</param>
/// <param name="Notice">Code; such rows are counted and not refused.</param>
/// <param name="Mend">For refused rows: what to do, a whole sentence.</param>
/// <param name="Column">For refused rows: the column to mend.</param>
public sealed record CheckSpec(
    string Because, IReadOnlyList<ConditionSpec> When, string? Refuse = null, string? Notice = null, string? Mend = null, string? Column = null);

/// <summary>One condition on a column: exactly one of the operators. Comparisons with an empty or unreadable value do not hold.</summary>
public sealed record ConditionSpec(
    string Column,
    [property: JsonPropertyName("equals")] ValueSpec? EqualTo = null,
    [property: JsonPropertyName("differs")] ValueSpec? Differs = null,
    IReadOnlyList<string>? OneOf = null,
    IReadOnlyList<string>? NoneOf = null,
    bool? Empty = null,
    ValueSpec? Before = null,
    ValueSpec? NotBefore = null,
    ValueSpec? After = null,
    ValueSpec? NotAfter = null,
    string? Matches = null,
    [property: JsonPropertyName("as")] Comparison As = Comparison.Text,
    IReadOnlyList<string>? Formats = null);

/// <summary>What two values are compared as.</summary>
public enum Comparison
{
    Text,

    /// <summary>The civil day, without the time.</summary>
    Day,

    /// <summary>The day and the time as written.</summary>
    Time,
    Number,
}
