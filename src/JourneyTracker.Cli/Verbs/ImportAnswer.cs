using JourneyTracker.Journal.Import;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Measuring;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What an import answers: the main file's counts first, then those of the people's file.</summary>
/// <param name="Duplicate">Null in a dry run: it is not known without recording.</param>
/// <param name="FactsPerSecond">Facts recorded, openings of journeys included.</param>
internal sealed record ImportAnswer(
    string File,
    string Partnership,
    bool DryRun,
    bool Stopped,
    string? Failure,
    long Rows,
    long Accepted,
    long? Duplicate,
    long Refused,
    long Skipped,
    long Facts,
    long Journeys,
    long? JourneysOpened,
    long LastLine,
    IReadOnlyDictionary<string, long> Notices,
    IReadOnlyDictionary<string, long> Refusals,
    IReadOnlyList<RowRefusal> FirstRefusals,
    IReadOnlyCollection<string> ColumnsNeverSeen,
    TableResult? People,
    double Seconds,
    double RowsPerSecond,
    double FactsPerSecond,
    long PeakMemoryBytes,
    long? Position,
    ImportAnswer.BareCopy? Copy)
{
    /// <param name="Ratio">Our rate, end to end, over the bare COPY's.</param>
    internal sealed record BareCopy(long Rows, double Seconds, double RowsPerSecond, double Ratio);

    public static ImportAnswer Of(ImportRequest request, ImportResult result, CopyBaseline.Cost? cost)
    {
        var (main, people) = (result.Main, result.People);
        var recorded = main.Facts + (people?.Facts ?? 0) + (result.JourneysOpened ?? 0);
        var rate = recorded / result.Seconds;
        return new ImportAnswer(
            main.File, request.Partnership.Name, result.DryRun, result.Stopped, result.Failure,
            main.Rows, main.Accepted, main.Duplicate, main.Refused, main.Skipped, main.Facts, result.Journeys, result.JourneysOpened, main.LastLine,
            main.Notices, main.Refusals, main.FirstRefusals, main.NeverSeen, people,
            Math.Round(result.Seconds, 3), Math.Round((main.Rows + (people?.Rows ?? 0)) / result.Seconds), Math.Round(rate), result.PeakMemoryBytes, result.Position,
            cost is null ? null : new BareCopy(cost.Rows, Math.Round(cost.Seconds, 3), Math.Round(cost.Rows / cost.Seconds), Math.Round(rate / (cost.Rows / cost.Seconds), 3)));
    }

    public void Write(TextWriter output)
    {
        WriteTable(output, File, Rows, Accepted, Duplicate, Refused, Skipped, Facts);
        WriteCodes(output, Notices, Refusals, FirstRefusals, ColumnsNeverSeen);
        if (People is { } p)
        {
            WriteTable(output, p.File, p.Rows, p.Accepted, p.Duplicate, p.Refused, p.Skipped, p.Facts);
            WriteCodes(output, p.Notices, p.Refusals, p.FirstRefusals, p.NeverSeen);
        }

        output.WriteLine(DryRun
            ? $"Nothing was recorded: this was a dry run. The rows are about {Journeys:N0} women. It is not known how many rows are duplicates."
            : $"{Journeys:N0} journeys, {JourneysOpened:N0} of them opened now; the journal stands at position {Position}.");
        output.WriteLine($"{Seconds:N1} s, {RowsPerSecond:N0} rows/s, {FactsPerSecond:N0} facts/s (openings included), at most {PeakMemoryBytes >> 20:N0} MB of memory.");
        if (Copy is { } copy) output.WriteLine($"A bare COPY of the same {copy.Rows:N0} facts with their journeys and references: {copy.Seconds:N1} s, {copy.RowsPerSecond:N0} facts/s; the import reached {copy.Ratio:N2} of it.");
        if (Failure is not null) output.WriteLine($"It ended after line {LastLine}: {Failure}");
        if (Stopped)
        {
            var (file, line) = People is { } begun ? (begun.File, begun.LastLine) : (File, LastLine);
            output.WriteLine($"Stopped after line {line} of {file}; what was recorded stays. The same command continues.");
        }
    }

    private static void WriteTable(TextWriter output, string file, long rows, long accepted, long? duplicate, long refused, long skipped, long facts)
    {
        var parts = new List<string> { $"{accepted:N0} accepted" };
        if (duplicate is { } repeated) parts.Add($"{repeated:N0} duplicates");
        parts.Add($"{refused:N0} refused");
        if (skipped > 0) parts.Add($"{skipped:N0} passed over");
        output.WriteLine($"{Path.GetFileName(file)}: {rows:N0} rows: {string.Join(", ", parts)}; {facts:N0} facts.");
    }

    private static void WriteCodes(
        TextWriter output, IReadOnlyDictionary<string, long> notices, IReadOnlyDictionary<string, long> refusals, IReadOnlyList<RowRefusal> first, IReadOnlyCollection<string> neverSeen)
    {
        foreach (var (code, count) in notices) output.WriteLine($"  noticed {code}: {count:N0}");
        foreach (var (rule, count) in refusals) output.WriteLine($"  refused {rule}: {count:N0}");
        foreach (var why in first) output.WriteLine($"  {why.Reason}{(why.Value is { Length: > 0 } value && !why.What.Contains(value, StringComparison.Ordinal) ? $" (it says '{value}')" : "")}");
        if (refusals.Values.Sum() > first.Count) output.WriteLine($"  … and {refusals.Values.Sum() - first.Count:N0} more (--rejects FILE gets them all)");
        if (neverSeen.Count > 0) output.WriteLine($"  The mapping names what no row had: {string.Join(", ", neverSeen)}.");
    }
}
