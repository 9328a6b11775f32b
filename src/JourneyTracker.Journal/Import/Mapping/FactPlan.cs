using System.Buffers;
using System.Text.Json;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>A rule of the mapping, ready to make facts of rows. Not for use by two threads at once.</summary>
internal sealed class FactPlan
{
    private static readonly JsonWriterOptions Trusted = new() { SkipValidation = true };

    private readonly FactKind kind;
    private readonly string source;
    private readonly Condition[] when;
    private readonly DayPlan happenedOn;
    private readonly DayPlan? recordedAt;
    private readonly Template reference;
    private readonly Template? matter;
    private readonly FieldPlan[] fields;
    private readonly Columns columns;
    private readonly ArrayBufferWriter<byte> body = new(512);
    private readonly Utf8JsonWriter json;

    /// <exception cref="ImportRefusedException">The mapping contradicts itself or the fact.</exception>
    public FactPlan(FactSpec spec, string source, Columns columns)
    {
        kind = FactCatalogue.Find(spec.Fact) ?? throw new ImportRefusedException(
            $"The mapping names the fact '{spec.Fact}', which does not exist. There are: {string.Join(", ", FactCatalogue.All.Where(IsImported).Select(k => k.Name))}.");
        if (!IsImported(kind)) throw new ImportRefusedException($"The mapping names the fact '{spec.Fact}', which is not imported: journeys are opened by their first row, and corrections are made by people.");
        (this.source, this.columns, json) = (source, columns, new Utf8JsonWriter(body, Trusted));
        when = [.. (spec.When ?? []).Select(c => new Condition(c, columns))];
        happenedOn = new DayPlan(spec.HappenedOn, columns, $"{spec.Fact}.happenedOn");
        recordedAt = spec.RecordedAt is { } learnt ? new DayPlan(learnt, columns, $"{spec.Fact}.recordedAt") : null;
        if (spec.RecordedAt is { Column: null }) throw new ImportRefusedException($"In the mapping, {spec.Fact}.recordedAt must name a column.");
        reference = new Template(spec.Reference, columns);
        matter = spec.Matter is { } text ? new Template(text, columns) : null;
        var types = FieldType.Of(kind.Type);
        fields = [.. (spec.Fields ?? new Dictionary<string, ValueSpec>()).Select(f => Field(f.Key, f.Value, types))];
        if (types.FirstOrDefault(t => t.IsRequired && !Array.Exists(fields, f => f.Name == t.Name)) is { } missing)
            throw new ImportRefusedException($"In the mapping, {spec.Fact} lacks the field '{missing.Name}', which it must have.");
    }

    public IReadOnlyList<Condition> When => when;

    public bool Fits(string[] cells) => Array.TrueForAll(when, c => c.Holds(cells));

    /// <summary>Makes the fact; or says why the row cannot give one.</summary>
    public RowRefusal? Map(string[] cells, long line, DateOnly today, out NewFact? made)
    {
        made = null;
        if (reference.FirstEmpty(cells) is { } missing)
            return new RowRefusal(line, columns.Names[missing], "", "malformed", "The source's reference is missing.", "Without it a second import could not know this row again: fill it in.");
        if (!happenedOn.TryRead(cells, line, out var day, out var refusal)) return refusal;
        DateTimeOffset? learnt = null;
        if (recordedAt is not null && !recordedAt.IsEmpty(cells))
        {
            if (!recordedAt.TryReadInstant(cells, line, out var instant, out refusal)) return refusal;
            learnt = instant;
        }

        if (Body(day, cells, line) is { } unfit) return unfit;
        try
        {
            var fact = FactCodec.Newest(JsonSerializer.Deserialize(body.WrittenSpan, kind.Type, FactJson.Plain)!);
            if (Decide.Check(fact, today) is { } refused) return Translate(refused, cells, line);
            made = new NewFact(new FactId(Guid.CreateVersion7()), fact, new SourceReference(source, reference.Fill(cells)), learnt);
            return null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or ArgumentException)
        {
            return new RowRefusal(line, null, null, "malformed", $"The row does not make a {kind.Name}.", "Compare the row with the mapping.");
        }
    }

    private RowRefusal? Body(HappenedOn day, string[] cells, long line)
    {
        body.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("happenedOn", day.ToString());
        if (matter?.Fill(cells) is { Length: > 0 } spell)
        {
            if (spell.Length > MatterReference.Longest)
                return new RowRefusal(line, matter.Text, RowRefusal.Shorten(spell), "too-long", $"A matter reference has at most {MatterReference.Longest} characters.", "Shorten it.");
            json.WriteString("matter", spell);
        }

        foreach (var field in fields)
        {
            if (field.Write(json, cells, line) is { } refusal) return refusal;
        }

        json.WriteEndObject();
        json.Flush();
        return null;
    }

    private RowRefusal Translate(Refusal refused, string[] cells, long line)
    {
        var field = Array.Find(fields, f => f.Name == refused.Where);
        var rule = JsonNamingPolicy.KebabCaseLower.ConvertName(refused.Rule.ToString());
        if (field is null && refused.Rule is Rule.FutureDay or Rule.ImpossibleDay && refused.Where is null or "happenedOn")
            return new RowRefusal(line, happenedOn.Column, happenedOn.ValueIn(cells), rule, refused.What, refused.How);
        var value = field?.ValueIn(cells);
        return new RowRefusal(line, field?.Column ?? refused.Where, value is null ? null : RowRefusal.Shorten(value), rule, refused.What, refused.How);
    }

    private FieldPlan Field(string name, ValueSpec spec, IReadOnlyList<FieldType> types)
    {
        var type = types.FirstOrDefault(t => t.Name == name) ?? throw new ImportRefusedException(
            $"The mapping gives {kind.Name} a field '{name}', which it does not have. It has: {string.Join(", ", types.Select(t => t.Name))}.");
        return new FieldPlan(type, spec, columns, kind.Name);
    }

    private static bool IsImported(FactKind kind) => kind.Family != Family.Journal && kind.Type != typeof(JourneyOpened);
}
