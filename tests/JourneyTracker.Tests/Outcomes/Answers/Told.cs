using System.Globalization;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Tests.Outcomes.Measures;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>All that was told about one period, whole and by one characteristic, each count with what is true; nothing of what was refused.</summary>
internal sealed class Told
{
    private const string All = "All";
    private readonly Dictionary<(string Table, string Line, string Group), (Dictionary<string, string>? Said, Dictionary<string, string> True)> rows = [];

    private readonly HashSet<(string Table, bool Whole)> answered = [];

    public Told(MeasureStore store, string by, bool published, (string, string)[] period)
    {
        var byGroup = ("by", by);
        foreach (var id in new[] { "M02", "M04", "M05", "M17", "X02", "X07" })
        {
            Add(id, "measure", "figures", r => r["kind"], _ => All, [("id", id)]);
            Add(id, "measure", "figures", r => r["kind"], r => r["part"], [("id", id), byGroup]);
        }

        Add("gates", "disproportionality", "gates", r => r["gate"], r => r["part"], [byGroup]);
        Add("log", "map", "activities", r => r["activity"], _ => All, [("log", "records")]);
        Add("log pairs", "map", "pairs", r => $"{r["from"]}>{r["to"]}", _ => All, [("log", "records"), ("most", "1000")]);
        Add("first-arrest", "survival", "groups", _ => "survival", r => r["group"], [("entry", "first-arrest"), ("event", "conviction"), byGroup]);
        Add("flows", "flows", "flows", r => $"{r["from"]}>{r["to"]}", _ => All, []);
        Add("flow stages", "flows", "stages", r => r["stage"], _ => All, []);
        Add("map pairs", "map", "pairs", r => $"{r["from"]}>{r["to"]}", _ => All, [("most", "1000")]);
        Add("map stages", "map", "activities", r => r["activity"], _ => All, []);
        Add("stages", "stages", "stages", r => r["stage"], _ => All, []);
        Groups = [.. rows.Keys.Select(k => k.Group).Where(g => g != All).Distinct().Order(StringComparer.Ordinal)];

        void Add(string table, string kind, string name, Func<Dictionary<string, string>, string> line, Func<Dictionary<string, string>, string> group, (string, string)[] asked)
        {
            (string, string)[] question = [.. period, .. asked];
            var truths = WorkedOut.Read(store.Ask(kind, showsSmall: true, question), name);
            var said = Said(store, kind, published, question) is { } answer ? WorkedOut.Read(answer, name).ToDictionary(r => (line(r), Group(group(r)))) : [];
            if (said.Count > 0) answered.UnionWith(said.Keys.Select(k => (table, k.Item2 == All)));
            foreach (var row in truths)
            {
                var place = (table, table.StartsWith("log", StringComparison.Ordinal) ? Line(line(row)) : line(row), Group(group(row)));
                // What was said once stays known, though the next question is refused.
                rows[place] = (said.GetValueOrDefault((line(row), Group(group(row)))) ?? rows.GetValueOrDefault(place).Said, row);
            }
        }
    }

    /// <summary>The groups of the characteristic.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>The lines of a table, of all women.</summary>
    public IEnumerable<string> Lines(string table) => rows.Keys.Where(k => k.Table == table && k.Group == All).Select(k => k.Line);

    /// <summary>A count: its truth, or -1 where nobody counts it; and what was said of it.</summary>
    public (long Truth, string Said) Of(string table, string line, string group, string count) => Sum(table, line, group, count);

    /// <summary>Several counts of one row together.</summary>
    public (long Truth, string Said) Sum(string table, string line, string group, params string[] counts)
    {
        // Who is in no row is known to be nobody, where rows of few are listed and hidden.
        if (!rows.TryGetValue((table, line, group), out var row)) return table is "log" or "log pairs" or "first-arrest" or "stages" or "flows" or "flow stages" || (table is not ("M02" or "M04" or "gates") && !rows.Keys.Any(k => k.Table == table && k.Line == line)) ? (-1, "") : (0, answered.Contains((table, group == All)) ? "0" : "");
        long Number(Dictionary<string, string> of, string count) => long.TryParse(of.GetValueOrDefault(count), CultureInfo.InvariantCulture, out var n) ? n : -1;
        var truth = counts.Select(c => Math.Max(0, Number(row.True, c))).Sum();
        var said = row.Said is { } told && counts.Where(row.True.ContainsKey).All(c => Number(told, c) >= 0) ? counts.Where(row.True.ContainsKey).Sum(c => Number(told, c)) : -1;
        return (truth, said < 0 ? "" : said.ToString(CultureInfo.InvariantCulture));
    }

    private static OutcomeAnswer? Said(MeasureStore store, string kind, bool published, (string, string)[] question)
    {
        try
        {
            return published ? store.AskPublished(kind, question) : store.Ask(kind, question);
        }
        catch (QuestionException)
        {
            return null;
        }
    }

    /// <summary>Records by their titles, so that lines are named alike.</summary>
    private static string Line(string line) => string.Join('>', line.Split('>').Select(l => Titles.GetValueOrDefault(l, l)));

    private static string Group(string part) => part.ToUpperInvariant() is "ALL" ? All : CodeList.PoliceForceAreas.All.FirstOrDefault(c => c.Value == part) is { } area ? area.Label : part;

    private static readonly Dictionary<string, string> Titles = new()
    {
        ["Arrested"] = "arrested",
        ["Cautioned"] = "cautioned",
        ["Conditionally cautioned"] = "conditionally-cautioned",
        ["Community resolution"] = "community-resolution",
        ["Penalty notice"] = "penalty-notice",
        ["Prosecution started"] = "prosecution-started",
        ["Sentenced"] = "sentenced",
        ["Recalled"] = "recalled",
    };
}
