using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Import.Mapping;

/// <summary>Takes a day or an instant out of a row.</summary>
internal sealed class DayPlan
{
    private readonly DaySpec spec;
    private readonly int place = -1;
    private readonly HappenedOn constant;

    /// <exception cref="ImportRefusedException">The mapping contradicts itself.</exception>
    public DayPlan(DaySpec spec, Columns columns, string where)
    {
        this.spec = spec;
        Formats = new DayFormats(spec.Formats);
        if (spec.Column is null == spec.Constant is null) throw new ImportRefusedException($"In the mapping, {where} must name either a column or a constant.");
        if (spec.Constant is { } text && !HappenedOn.TryParse(text, null, out constant))
            throw new ImportRefusedException($"In the mapping, {where} has the constant '{text}', which is not a day: write 2024-03-01, 2024-03 or ../2024-03-01.");
        if (Formats.MayHaveOffset && spec.Offset is null)
            throw new ImportRefusedException($"In the mapping, {where} has a format with an offset: say which day is meant, \"offset\": \"as-written\" or \"in-london\".");
        if (spec.Column is { } column) place = columns.Place(column);
    }

    public DayFormats Formats { get; }

    public string? Column => spec.Column;

    public string? ValueIn(string[] cells) => place < 0 ? null : RowRefusal.Shorten(cells[place]);

    public bool IsEmpty(string[] cells) => place >= 0 && cells[place].Length == 0;

    /// <summary>When it happened, no finer than the mapping trusts the source.</summary>
    public bool TryRead(string[] cells, long line, out HappenedOn when, out RowRefusal? refusal)
    {
        (when, refusal) = (constant, null);
        if (place < 0) return true;
        if (!Formats.TryParse(cells[place], out var at, out var offset))
        {
            refusal = NotADay(cells[place], line);
            return false;
        }

        var civil = Civil(at, offset);
        var day = DateOnly.FromDateTime(civil);
        when = spec.Precision switch
        {
            Precision.Time => HappenedOn.At(day, TimeOnly.FromDateTime(civil)),
            Precision.Month => HappenedOn.InMonth(day.Year, day.Month),
            Precision.Unknown => HappenedOn.NotKnownBy(day),
            _ => HappenedOn.OnDay(day),
        };
        return true;
    }

    /// <summary>The instant; without an offset the clock is London's.</summary>
    public bool TryReadInstant(string[] cells, long line, out DateTimeOffset instant, out RowRefusal? refusal)
    {
        (instant, refusal) = (default, null);
        if (!Formats.TryParse(cells[place], out var at, out var offset))
        {
            refusal = NotADay(cells[place], line);
            return false;
        }

        instant = offset is { } known
            ? new DateTimeOffset(at, known).ToUniversalTime()
            : LondonDay.StartOf(DateOnly.FromDateTime(at)) + at.TimeOfDay;
        return true;
    }

    private DateTime Civil(DateTime at, TimeSpan? offset) =>
        offset is { } known && spec.Offset == OffsetRule.InLondon ? LondonDay.InLondon(new DateTimeOffset(at, known)).DateTime : at;

    private RowRefusal NotADay(string value, long line)
    {
        if (value.Length == 0) return new RowRefusal(line, Column, "", "malformed", "The day is missing.", $"Write it as {Formats.Words}.");
        var shown = RowRefusal.Shorten(value);
        var isShaped = Formats.Words.Split(" or ").Any(f => Shape(f).Contains(Shape(value), StringComparison.Ordinal));
        return isShaped
            ? new RowRefusal(line, Column, shown, "impossible-day", $"'{shown}' is not a day of the calendar.", $"Correct it; it is written as {Formats.Words}.")
            : new RowRefusal(line, Column, shown, "malformed", $"'{shown}' is not written as {Formats.Words}.", "Write it so, or give the mapping another format.");
    }

    private static string Shape(string text) =>
        string.Concat(text.Replace("'", "", StringComparison.Ordinal).Select(c => char.IsAsciiDigit(c) || "yMdHhmsfz".Contains(c, StringComparison.Ordinal) ? '9' : c));
}
