using System.Text.Json;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>A mapping of one file, checked and ready: rows in, facts or refusals out. Not for use by two threads at once.</summary>
internal sealed class RowPlan
{
    private readonly Columns columns = new();
    private readonly Template person;
    private readonly FactPlan[] facts;
    private readonly RowCheck[] checks;
    private readonly FieldPlan? area;
    private readonly bool skips;

    /// <exception cref="ImportRefusedException">The mapping contradicts itself; the message says where.</exception>
    public RowPlan(TableSpec spec, string source)
    {
        if (source.Length is 0 or > 60 || !source.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ImportRefusedException($"The mapping's source '{source}' is not a code: use lower-case letters, digits and hyphens.");
        if (spec.Facts.Count == 0) throw new ImportRefusedException("The mapping has no rule for facts.");
        person = new Template(spec.Person, columns);
        checks = [.. (spec.Checks ?? []).Select(c => new RowCheck(c, columns)).OrderByDescending(c => c.Refuses)];
        facts = [.. spec.Facts.Select(f => new FactPlan(f, source, columns))];
        var areaType = FieldType.Of(typeof(JourneyOpened)).Single(f => f.Name == "area");
        area = spec.Area is { } where ? new FieldPlan(areaType, where, columns, "the mapping") : null;
        skips = spec.Otherwise == Otherwise.Skip;
    }

    /// <summary>The columns the mapping reads, in the order of the cells it wants.</summary>
    public IReadOnlyList<string> Columns => columns.Names;

    public MappedRow Map(SourceRow row, DateOnly today)
    {
        if (row.Problem is not null) return Refused(row, row.Problem);
        if (person.FirstEmpty(row.Cells) is { } missing)
            return Refused(row, new RowRefusal(row.Line, columns.Names[missing], "", "malformed", "It is not said whom the row is about.", "Fill in the person's key."));
        List<string>? notices = null;
        foreach (var check in checks)
        {
            if (!check.Applies(row.Cells)) continue;
            if (check.Refuses) return Refused(row, check.Refusal(row.Cells, row.Line));
            (notices ??= []).Add(check.Code);
        }

        var made = new List<NewFact>(1);
        foreach (var plan in facts)
        {
            if (!plan.Fits(row.Cells)) continue;
            if (plan.Map(row.Cells, row.Line, today, out var fact) is { } refusal) return Refused(row, refusal);
            if (made.Exists(f => f.Source == fact!.Source))
                return Refused(row, new RowRefusal(row.Line, null, null, "malformed", "Two facts of this row have the same reference.", "Give each rule of the mapping a reference of its own."));
            made.Add(fact!);
        }

        if (made.Count == 0) return skips ? new MappedRow(row, "", [], null, null, notices ?? []) : Refused(row, Unfit(row));
        return Opening(row, made[0].Fact, out var opening) is { } wrongArea
            ? Refused(row, wrongArea)
            : new MappedRow(row, person.Fill(row.Cells), made, opening, null, notices ?? []);
    }

    private RowRefusal? Opening(SourceRow row, Fact first, out JourneyOpened? opening)
    {
        string? code = null;
        opening = null;
        if (area?.Resolve(row.Cells, row.Line, out code) is { } refusal) return refusal;
        opening = new JourneyOpened(OpenedBy.Import, code) { HappenedOn = Domain.Time.HappenedOn.OnDay(first.HappenedOn.Day) };
        return code is not null && Decide.Check(opening, first.HappenedOn.Day) is { } unknown
            ? new RowRefusal(row.Line, area!.Column, code, JsonNamingPolicy.KebabCaseLower.ConvertName(unknown.Rule.ToString()), unknown.What, unknown.How)
            : null;
    }

    /// <summary>Names the first column whose value no rule waits for.</summary>
    private RowRefusal Unfit(SourceRow row)
    {
        foreach (var column in facts.SelectMany(f => f.When).Where(c => c.Known.Count > 0).GroupBy(c => c.Column))
        {
            var known = column.SelectMany(c => c.Known).Distinct().ToList();
            var value = column.First().ValueIn(row.Cells);
            if (known.Contains(value)) continue;
            var shown = RowRefusal.Shorten(value);
            return new RowRefusal(
                row.Line, column.Key, shown, "unknown-code", $"'{shown}' is not a code that the mapping knows.",
                $"It knows: {string.Join(", ", known)}. Correct the row, or add a rule to the mapping.");
        }

        return new RowRefusal(row.Line, null, null, "malformed", "No rule of the mapping fits this row.", "Correct the row, or add a rule to the mapping.");
    }

    private static MappedRow Refused(SourceRow row, RowRefusal why) => new(row, "", [], null, why, []);
}
