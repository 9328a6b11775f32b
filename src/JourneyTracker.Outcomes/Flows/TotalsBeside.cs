using JourneyTracker.Domain.Matters;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;
using JourneyTracker.Outcomes.Disproportionality;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Flows;

/// <summary>
/// What gates and measures say of all women of a period. Steps into a stage are nearly always what one of them counts: the same number is taken for the same women, and what is hidden there is not worked out from the steps
/// (safeguards S15).
/// </summary>
internal sealed class TotalsBeside
{
    /// <summary>What the gates count, by the first letter of their names: who came to it, and who went through.</summary>
    private static readonly Dictionary<char, (string Came, string? Went)> Gates = new()
    {
        ['1'] = ("arrested", null),
        ['2'] = ("arrested", "considered of them"),
        ['3'] = ("considered", "offered"),
        ['4'] = ("arrested", "cautioned"),
        ['5'] = ("arrested", "prosecuted of them"),
        ['6'] = ("prosecuted", "remanded"),
        ['7'] = ("sentenced", "imprisoned"),
        ['8'] = ("licensed", "recalled"),
    };

    /// <summary>What of it brings women into a stage, and hardly anything else.</summary>
    private static readonly Dictionary<Stage, string[]> Into = new()
    {
        [Stage.UnderInvestigation] = ["arrested", "arrests"],
        [Stage.BeforeTheCourt] = ["prosecuted", "prosecuted of them"],
        [Stage.Remanded] = ["remanded"],
        [Stage.InCustody] = ["imprisoned"],
        [Stage.OnLicence] = ["licensed"],
        [Stage.RecalledNotReturned] = ["recalled"],
        [Stage.InCustodyOnRecall] = ["recalled"],
        [Stage.Diverted] = ["offered", ResolutionsBesideGates.Diverted, $"{ResolutionsBesideGates.Diverted} women"],
        [Stage.OutOfCourtResolution] = ["CONDITIONAL_CAUTION", "CONDITIONAL_CAUTION women"],
    };

    private static readonly HashSet<string> Measures = ["M02", "M04", "M05", "M17"];
    private readonly Dictionary<string, long> counts = [];
    private readonly HashSet<string> shown = [];
    private readonly List<(string Whole, IReadOnlyList<string> Parts)> sums = [];

    /// <param name="values">The period, and until when all is known.</param>
    /// <param name="store">Asked where small counts are not shown.</param>
    /// <param name="ct">Cancels.</param>
    public static TotalsBeside Of(OutcomeValues values, OutcomeStoreView store, CancellationToken ct)
    {
        var beside = new TotalsBeside();
        var gates = GateFigures.OfAll(new(values.Day("from"), values.Day("to"), values.Day("known-until")), store.Connection, ct);
        foreach (var row in gates.Totals) beside.AddGate(row, gates.Shown.Contains(row));
        var asked = AskedMeasure.Of([.. MeasureList.Answered.Where(m => Measures.Contains(m.Id))], new PublishedPeriod(values.Day("from"), values.Day("to")), values.Day("known-until"), store, ct);
        foreach (var measure in asked)
        {
            foreach (var row in measure.Figures.Totals) beside.AddMeasure(measure.Measure.Id, row, measure.Figures.Shown.Contains(row));
            if (measure.Measure.Id != "M04") continue;
            beside.AddKinds([.. measure.Figures.Totals.Select(r => r.Kind).Where(k => k != ResolutionsBesideGates.Diverted)]);
            // Nobody is diverted to whom it was not offered.
            beside.Rest("offered", $"{ResolutionsBesideGates.Diverted} women", isShown: false);
        }

        foreach (var alike in Into.Values) beside.AddKnown(alike);
        while (beside.AddWhatFollows())
        {
            // One may follow from another.
        }

        return beside;
    }

    /// <summary>Whether a number of women who came into a stage is hidden where it stands as something else.</summary>
    public bool Hides(string stage, long number) => Alike(stage, number).Any(c => !shown.Contains(c));

    /// <summary>Puts the numbers, and what adds up among them, into tables, and sets numbers of women who came into a stage equal to those that are the same.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="into">Keys in them, each with the stage into which the women came.</param>
    /// <param name="hide">Gets what is hidden.</param>
    /// <param name="known">Gets what everybody knows.</param>
    public void AddTo(CountTables tables, IEnumerable<(string Key, string Stage)> into, ISet<string> hide, ISet<string> known)
    {
        foreach (var (count, number) in counts)
        {
            tables.Add(Key(count), number);
            if (shown.Contains(count) || number == 0) known.Add(Key(count));
            else hide.Add(Key(count));
        }

        foreach (var (whole, parts) in sums) tables.AddSum(Key(whole), [.. parts.Select(Key)]);
        foreach (var (key, stage) in into)
            foreach (var count in Alike(stage, tables.Values[tables.PlaceOf(key)]))
            {
                // What is hidden for its women is not given away by what is shown of others.
                if (shown.Contains(count) && hide.Contains(key)) continue;
                if (shown.Contains(count)) known.Add(key);
                tables.AddSum(key, [Key(count)]);
            }
    }

    private static string Key(string count) => $"all women: {count}";

    private IEnumerable<string> Alike(string stage, long number) => number > 0 && StageNames.Find(stage) is { } found ? Into.GetValueOrDefault(found, []).Where(c => counts.GetValueOrDefault(c) == number) : [];

    /// <summary>Who takes equal numbers for one knows each of them where one is shown.</summary>
    private void AddKnown(string[] alike) => shown.UnionWith(alike.Where(c => counts.TryGetValue(c, out var number) && alike.Any(other => shown.Contains(other) && counts[other] == number)).ToList());

    /// <summary>Where all of a sum but one are known, so is the last.</summary>
    private bool AddWhatFollows()
    {
        var known = shown.Count;
        foreach (var (whole, parts) in sums)
            if (parts.Append(whole).Where(c => !shown.Contains(c) && counts[c] > 0).ToList() is [var last]) shown.Add(last);
        return shown.Count > known;
    }

    private void AddGate(MeasureRow row, bool isShown)
    {
        var (came, went) = Gates[row.Groups[0][0]];
        Add(came, row.Long("n"), isShown);
        if (went is not null) Share(came, went, row, isShown);
    }

    private void AddMeasure(string id, MeasureRow row, bool isShown)
    {
        switch (id)
        {
            case "M02" when row.Kind == "arrests":
                Add("arrests", row.Long("n"), isShown);
                Add("arrested", row.Long("women"), isShown);
                break;
            case "M04":
                Add("dealt with", row.Long("n"), isShown);
                Share("dealt with", row.Kind, row, isShown);
                Add($"{row.Kind} women", row.Long("women_x"), isShown);
                break;
            case "M05":
                Add("sentenced", row.Long("women"), isShown);
                if (row.Kind == "IMMEDIATE_CUSTODY") Add("imprisoned", row.Long("women_x"), isShown);
                break;
            case "M17":
                Add("licensed", row.Long("n"), isShown);
                Share("licensed", "recalled", row, isShown);
                break;
        }
    }

    /// <summary>Kinds of one number, of which one is all others together.</summary>
    private void AddKinds(IReadOnlyList<string> kinds)
    {
        if (kinds.FirstOrDefault(k => 2 * counts.GetValueOrDefault(k) == kinds.Sum(other => counts.GetValueOrDefault(other))) is { } whole && counts.GetValueOrDefault(whole) > 0) sums.Add((whole, [.. kinds.Where(k => k != whole)]));
    }

    private void Share(string of, string count, MeasureRow row, bool isShown)
    {
        Add(count, row.Long("x"), isShown);
        if (counts.GetValueOrDefault(of) == row.Long("n") && counts.GetValueOrDefault(count) == row.Long("x")) Rest(of, count, isShown);
    }

    /// <summary>One count is a part of another.</summary>
    private void Rest(string of, string count, bool isShown)
    {
        if (!counts.TryGetValue(of, out var whole) || !counts.TryGetValue(count, out var part) || part > whole) return;
        Add($"{count} rest", whole - part, isShown);
        sums.Add((of, [count, $"{count} rest"]));
    }

    /// <summary>What stands in several places is one number, known where it is shown in one of them; the same name with another number is another.</summary>
    private void Add(string count, long? number, bool isShown)
    {
        if (number is not { } n) return;
        counts.TryAdd(count, n);
        if (isShown && counts[count] == n) shown.Add(count);
    }
}
