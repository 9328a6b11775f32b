using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Statistics.Survival;

namespace JourneyTracker.Outcomes.Questions;

/// <summary>
/// The women of a cohort. Its columns: <c>person</c>; <c>index_on</c>, the day from which time is counted; <c>followed_until</c>, the last day of her follow-up (it counts);
/// for each event <c>NAME_on</c>, the first day on which it happened, or null; where there is delayed entry <c>enters_on</c>; every other column is a group. A woman whose index
/// day is null is left out of all, one whose column <c>NAME_left_out</c> is true of that event.
/// </summary>
public sealed class Cohort(QuestionFile question, DuckTable table)
{
    private const string All = "ALL";
    private const string Index = "index_on";
    private const string Until = "followed_until";
    private const string Enters = "enters_on";
    private const string On = "_on";
    private const string LeftOut = "_left_out";

    public QuestionFile Question => question;

    /// <exception cref="QuestionException">It lacks a column, or the store does not understand it.</exception>
    public static Cohort Read(QuestionFile question, DuckConnection connection, CancellationToken ct)
    {
        if (question.Kind != QuestionKind.Cohort) throw new QuestionException($"{question.Name} is no cohort.");
        var table = question.Ask(connection, ct);
        foreach (var column in new[] { "person", Index, Until })
            if (!table.Has(column)) throw new QuestionException($"The cohort has no column {column}.");
        return new Cohort(question, table);
    }

    /// <summary>Events that can be asked about.</summary>
    public IReadOnlyList<string> Events => [.. table.Columns.Where(c => c.EndsWith(On, StringComparison.Ordinal) && c is not (Index or Enters)).Select(c => c[..^On.Length])];

    /// <summary>Women with an index day.</summary>
    public int Women => table.Rows.Count(r => r[table[Index]] is not null);

    /// <summary>Each group's follow-ups, groups by name; one group, named ALL, when nothing is said by which.</summary>
    /// <param name="happening">The event.</param>
    /// <param name="by">The column of groups; women who have nothing there are in none.</param>
    /// <exception cref="QuestionException">There is no such event or column.</exception>
    public IReadOnlyList<(string Group, IReadOnlyList<CohortFollowUp> Women)> FollowUps(string happening, string? by)
    {
        if (!Events.Contains(happening)) throw new QuestionException($"The cohort has no event {happening}; it has: {string.Join(", ", Events)}.");
        if (by is not null && !table.Has(by)) throw new QuestionException($"The cohort has no column {by}; it has: {string.Join(", ", table.Columns)}.");
        var (index, until, on) = (table[Index], table[Until], table[happening + On]);
        var enters = table.Has(Enters) ? table[Enters] : (int?)null;
        var leftOut = table.Has(happening + LeftOut) ? table[happening + LeftOut] : (int?)null;
        var groups = new SortedDictionary<string, List<CohortFollowUp>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (row[index] is not DateOnly first || row[until] is not DateOnly last || (leftOut is { } place && row[place] is true)) continue;
            if ((by is null ? All : row[table[by]]?.ToString()) is not { } name) continue;
            int? Since(int? column) => column is { } at && row[at] is DateOnly day ? day.DayNumber - first.DayNumber : null;
            var days = last.DayNumber - first.DayNumber;
            if (!groups.TryGetValue(name, out var women)) groups.Add(name, women = []);
            women.Add(new CohortFollowUp(days, Since(on) is { } happened && happened <= days ? happened : null, Since(enters)));
        }

        return [.. groups.Select(g => (g.Key, (IReadOnlyList<CohortFollowUp>)g.Value))];
    }
}

/// <summary>One woman's follow-up for one event, in days since her index day.</summary>
/// <param name="Days">How long she was followed.</param>
/// <param name="EventOn">When it happened; null when it did not in that time.</param>
/// <param name="From">She is at risk after this day; null from the start.</param>
public readonly record struct CohortFollowUp(int Days, int? EventOn, int? From)
{
    public SurvivalTime Time => new(EventOn ?? Days, EventOn is not null, From);

    public FollowUp FollowUp => new(Days, EventOn);
}
