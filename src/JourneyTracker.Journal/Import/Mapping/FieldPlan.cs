using System.Globalization;
using System.Text;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>Writes one field of a fact from a row.</summary>
internal sealed class FieldPlan
{
    private readonly FieldType type;
    private readonly ValueSpec spec;
    private readonly JsonEncodedText name;
    private readonly int place = -1;
    private readonly Template? template;
    private readonly DayFormats formats;
    private readonly HashSet<string> empty;
    private readonly Dictionary<string, string> kebabs = new(StringComparer.Ordinal);

    /// <exception cref="ImportRefusedException">The value can never fit the field.</exception>
    public FieldPlan(FieldType type, ValueSpec spec, Columns columns, string where)
    {
        (this.type, this.spec, name, formats) = (type, spec, JsonEncodedText.Encode(type.Name), new DayFormats(spec.Formats));
        empty = [.. spec.Empty ?? []];
        if (spec.Column is { } column) place = columns.Place(column);
        if (spec.Template is { } text) template = new Template(text, columns);
        if (spec.Constant is { } constant) CheckConstant(constant, where);
        else if (type.Kind == FieldKind.Whole) throw new ImportRefusedException($"In the mapping, {where}.{type.Name} can only be a constant.");
        foreach (var code in spec.Codes?.Values.Append(spec.Unlisted) ?? [spec.Unlisted])
        {
            if (code is not null && type.Kind == FieldKind.Choice && !type.Choices.Contains(code))
                throw new ImportRefusedException($"In the mapping, {where}.{type.Name} becomes '{code}', which is none of: {string.Join(", ", type.Choices)}.");
        }
    }

    public string Name => type.Name;

    public string? Column => spec.Column ?? spec.Template;

    /// <summary>The source's value, for a refusal.</summary>
    public string? ValueIn(string[] cells) => place >= 0 ? cells[place] : template?.Fill(cells);

    /// <summary>Writes the field, or nothing when the source has no value and the fact needs none.</summary>
    public RowRefusal? Write(Utf8JsonWriter json, string[] cells, long line)
    {
        if (spec.Constant is { } constant)
        {
            json.WritePropertyName(name);
            constant.WriteTo(json);
            return null;
        }

        if (Resolve(cells, line, out var value) is { } refusal) return refusal;
        if (value is not null) return WriteValue(json, value, line);
        return type.IsRequired ? new RowRefusal(line, Column, "", "malformed", $"There is no value for {type.Name}.", "Fill it in.") : null;
    }

    /// <summary>The value in our codes; null when the source has none.</summary>
    public RowRefusal? Resolve(string[] cells, long line, out string? value)
    {
        value = spec.Constant?.ToString();
        if (value is not null) return null;
        var theirs = ValueIn(cells)!;
        if (theirs.Length == 0 || empty.Contains(theirs)) return null;
        value = theirs;
        if (spec.Codes is { } codes && !codes.TryGetValue(theirs, out value) && (value = spec.Unlisted) is null) return Unknown(line, theirs, codes.Keys);
        if (spec.Kebab && value is not null) value = Kebab(value);
        return value?.Contains('\0', StringComparison.Ordinal) == true ? Wrong(line, theirs, "holds a NUL character", "Take it out.") : null;
    }

    private RowRefusal? WriteValue(Utf8JsonWriter json, string value, long line)
    {
        switch (type.Kind)
        {
            case FieldKind.Number when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                json.WriteNumber(name, number);
                return null;
            case FieldKind.Number:
                return Wrong(line, value, "is not a whole number", "Write digits only.");
            case FieldKind.Day when formats.TryParse(value, out var at, out _):
                json.WriteString(name, at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                return null;
            case FieldKind.Day:
                return Wrong(line, value, $"is not a day written as {formats.Words}", "Correct it.");
            case FieldKind.Length when !Term.TryParse(value, null, out _):
                return Wrong(line, value, "is not a length", "Write it like P1Y6M, P2W or P10D.");
            case FieldKind.Choice when !type.Choices.Contains(value):
                return Unknown(line, value, type.Choices);
            default:
                json.WriteString(name, value);
                return null;
        }
    }

    private void CheckConstant(JsonElement constant, string where)
    {
        if (type.Kind == FieldKind.Choice && constant.ValueKind == JsonValueKind.String && !type.Choices.Contains(constant.GetString()!))
            throw new ImportRefusedException($"In the mapping, {where}.{type.Name} is '{constant}', which is none of: {string.Join(", ", type.Choices)}.");
        try
        {
            JsonSerializer.Deserialize(constant, type.Type, FactJson.Plain);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException)
        {
            throw new ImportRefusedException($"In the mapping, {where}.{type.Name} cannot be {constant.GetRawText()}.", wrong);
        }
    }

    private RowRefusal Unknown(long line, string value, IEnumerable<string> known) => new(
        line, Column, RowRefusal.Shorten(value), "unknown-code", $"'{RowRefusal.Shorten(value)}' is not a code that the mapping knows.",
        $"It knows: {string.Join(", ", known)}. Correct the row, or add the code to the mapping.");

    private RowRefusal Wrong(long line, string value, string what, string how) =>
        new(line, Column, RowRefusal.Shorten(value), "malformed", $"'{RowRefusal.Shorten(value)}' {what}.", how);

    private string Kebab(string value)
    {
        if (kebabs.TryGetValue(value, out var known)) return known;
        var code = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(char.ToLowerInvariant(c));
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        }

        var made = code.ToString().TrimEnd('-');
        if (kebabs.Count < 10_000) kebabs[value] = made;
        return made;
    }
}
