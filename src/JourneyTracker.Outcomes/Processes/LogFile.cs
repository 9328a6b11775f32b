using System.Globalization;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Processes.Export;

namespace JourneyTracker.Outcomes.Processes;

/// <summary>
/// An event log that somebody else recorded: a CSV file with the columns <c>case_id</c>, <c>activity</c> and <c>occurred_at</c> (an instant with its offset, or a day). All events of a case stand together,
/// in their order, which counts; every other column is an attribute. It may be packed with gzip, and is read row by row each time it is asked for.
/// </summary>
public sealed class LogFile(string path)
{
    private const string Case = "case_id";
    private const string Activity = "activity";
    private const string At = "occurred_at";
    private const string Number = "event_no";
    private const string Statement = "select * from read_csv($path, header = true, all_varchar = true)";

    /// <summary>What is counted: gaps in seconds.</summary>
    /// <exception cref="LogFileException">It is no such file.</exception>
    public IEnumerable<ProcessEvent> Events() => Rows().Select(r => new ProcessEvent(r.Case, r.Event.Activity, r.At.ToUnixTimeSeconds()));

    /// <summary>What is written out as XES.</summary>
    public IEnumerable<LoggedTrace> Traces()
    {
        using var rows = Rows().GetEnumerator();
        var more = rows.MoveNext();
        while (more)
        {
            var (@case, events) = (rows.Current.Case, new List<LoggedEvent>());
            for (; more && rows.Current.Case == @case; more = rows.MoveNext()) events.Add(rows.Current.Event);
            yield return new LoggedTrace(@case, events);
        }
    }

    /// <summary>What is written out as OCEL: one kind of object, the case.</summary>
    public IEnumerable<LoggedObject> Objects() => Traces().Select(t => new LoggedObject(t.Case, "case"));

    public IEnumerable<LoggedObjectEvent> ObjectEvents() =>
        Traces().SelectMany(t => t.Events.Select((e, i) => new LoggedObjectEvent(string.Create(CultureInfo.InvariantCulture, $"{t.Case}-{i + 1}"), e.Activity, e.At, [(t.Case, "of")], e.Attributes)));

    private IEnumerable<(string Case, DateTimeOffset At, LoggedEvent Event)> Rows()
    {
        using var database = DuckDatabase.Open(null, DuckAccess.Write);
        using var connection = database.Connect();
        using var stream = Open(connection);
        var columns = stream.Columns.ToList();
        var (@case, activity, at) = (Column(columns, Case), Column(columns, Activity), Column(columns, At));
        var others = Enumerable.Range(0, columns.Count).Where(i => i != @case && i != activity && i != at && columns[i] != Number).ToList();
        var (met, line, last) = (new HashSet<string>(), 1L, (string?)null);
        foreach (var row in stream.Rows())
        {
            line++;
            if (row[@case] is not string name || row[activity] is not string what || row[at] is not string said) throw new LogFileException($"Row {line:n0} lacks its case, its activity or its time.");
            if (!DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) throw new LogFileException($"Row {line:n0}: \"{said}\" is no instant: write it as 2024-03-01T09:30:00+00:00, or a day.");
            if (name != last && !met.Add(last = name)) throw new LogFileException($"Row {line:n0}: the events of the case {name} do not stand together.");
            yield return (name, instant, new LoggedEvent(what, When(instant), others.Where(i => row[i] is string { Length: > 0 }).ToDictionary(i => columns[i], i => (string)row[i]!)));
        }
    }

    /// <summary>Midnight of its own offset is a day; anything else is a time in London.</summary>
    private static HappenedOn When(DateTimeOffset at)
    {
        if (at.TimeOfDay == TimeSpan.Zero) return HappenedOn.OnDay(DateOnly.FromDateTime(at.DateTime));
        var london = LondonDay.InLondon(at);
        return HappenedOn.At(DateOnly.FromDateTime(london.DateTime), TimeOnly.FromDateTime(london.DateTime));
    }

    private DuckStream Open(DuckConnection connection)
    {
        try
        {
            return connection.Stream(Statement, new Dictionary<string, object?> { ["path"] = path });
        }
        catch (DuckException refused)
        {
            throw new LogFileException(refused.Message);
        }
    }

    private static int Column(List<string> columns, string name) =>
        columns.IndexOf(name) is >= 0 and var at ? at : throw new LogFileException($"There is no column {name}; there are: {string.Join(", ", columns)}.");
}

/// <summary>A file is no event log; the message says why.</summary>
public sealed class LogFileException(string message) : Exception(message);
