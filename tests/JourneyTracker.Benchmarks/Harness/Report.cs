using System.Globalization;
using System.Text.Json;

namespace JourneyTracker.Benchmarks.Harness;

/// <summary>What was measured, as a table for people and as one document for programs.</summary>
internal sealed record Report(IReadOnlyList<Measurement> Measurements, Machine Machine, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly string[] Heads = ["what", "unit", "ours", "baseline", "ratio", "budget", "met"];

    public bool WithinBudget => Measurements.All(m => m.Met != false);

    /// <summary>Few digits: the machine's noise is larger than the rest.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    public void WriteTable(TextWriter output)
    {
        var rows = Measurements.Select(Cells).Prepend(Heads).ToList();
        var widths = Heads.Select((_, column) => rows.Max(r => r[column].Length)).ToArray();
        foreach (var row in rows)
            output.WriteLine("| " + string.Join(" | ", row.Select((cell, column) => column is 0 or 1 or 5 or 6 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))) + " |");
        output.WriteLine();
        foreach (var measured in Measurements.Where(m => m.Note is not null)) output.WriteLine($"{measured.Name}: {measured.Note}");
        output.WriteLine();
        foreach (var line in Machine.InWords()) output.WriteLine(line);
        output.WriteLine(WithinBudget ? "Every budget was met." : $"Missed: {string.Join(", ", Measurements.Where(m => m.Met == false).Select(m => m.Name))}.");
    }

    public void WriteDocument(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            WithinBudget,
            At,
            Machine,
            Measurements = Measurements.Select(m => new { m.Name, m.Unit, m.Ours, m.Baseline, m.Ratio, Budget = m.Budget?.Words, m.Met, m.Note }),
        },
        Form));

    private static string[] Cells(Measurement m) =>
    [
        m.Name, m.Unit, Number(m.Ours), m.Baseline is { } bare ? Number(bare) : "", m.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        m.Budget?.Words ?? "", m.Met switch { true => "yes", false => "NO", null => "" },
    ];
}
