using System.Globalization;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Duck;

namespace JourneyTracker.Outcomes.Questions;

/// <summary>When a question was registered, and whether that was before the data that it is about.</summary>
/// <param name="At">When, by the clock of the journal's database.</param>
/// <param name="Position">How far the journal went then.</param>
/// <param name="By">Who registered it.</param>
public sealed record Registration(DateTimeOffset At, long Position, string By)
{
    /// <summary>The first index day of the cohort; null where it is none, or is empty.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>The last day on which somebody of the cohort was followed.</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>Whether it was there before the data of its period; not known where it has none.</summary>
    public RegisteredWhen When => (PeriodFrom, PeriodTo) is not ({ } from, { } to) ? RegisteredWhen.NotKnown
        : LondonDay.Of(At) < from ? RegisteredWhen.Before
        : LondonDay.Of(At) <= to ? RegisteredWhen.During
        : RegisteredWhen.After;

    public string InWords => string.Create(CultureInfo.InvariantCulture, $"Registered on {LondonDay.Of(At):yyyy-MM-dd} at position {Position} by {By}: {Said}.");

    private string Said => When switch
    {
        RegisteredWhen.Before => string.Create(CultureInfo.InvariantCulture, $"before the first day that it is about ({PeriodFrom:yyyy-MM-dd})"),
        RegisteredWhen.During => string.Create(CultureInfo.InvariantCulture, $"while the time that it is about ran ({PeriodFrom:yyyy-MM-dd} to {PeriodTo:yyyy-MM-dd}): a part of the data could have been seen"),
        RegisteredWhen.After => string.Create(CultureInfo.InvariantCulture, $"after the last day that it is about ({PeriodTo:yyyy-MM-dd}): the data could have been seen"),
        _ => "what time it is about is not known, so neither is whether the data could have been seen",
    };

    /// <summary>With the time that a cohort is about.</summary>
    /// <exception cref="QuestionException">The store does not understand the question.</exception>
    public Registration About(QuestionFile question, DuckConnection connection, CancellationToken ct)
    {
        if (question.Kind != QuestionKind.Cohort) return this;
        var row = (question with { Sql = $"select min(index_on), max(followed_until) from ({question.Sql})" }).Ask(connection, ct).Rows[0];
        return this with { PeriodFrom = row[0] as DateOnly?, PeriodTo = row[1] as DateOnly? };
    }
}

/// <summary>Whether a definition was there before its data.</summary>
public enum RegisteredWhen
{
    /// <summary>Before the first day that it is about.</summary>
    Before,

    /// <summary>While that time ran.</summary>
    During,

    /// <summary>After its last day.</summary>
    After,
    NotKnown,
}
