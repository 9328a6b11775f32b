using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace JourneyTracker.Cli.Simulation;

/// <summary>One row of the table of rates.</summary>
/// <param name="Id">Its name in the code.</param>
/// <param name="From">The first day it holds; null when it always does.</param>
/// <param name="What">What it says.</param>
/// <param name="Value">A number, or a fraction such as 1/3.</param>
/// <param name="Unit">Share, days, weeks, months, hours.</param>
/// <param name="Source">A document with its year and line, a row of the code lists and rules, or "assumed".</param>
/// <param name="Figure">The figure as the source prints it; null when assumed.</param>
/// <param name="Note">What to know before relying on it; null when nothing.</param>
public sealed record Rate(
    string Id, DateOnly? From, string What, string Value, string Unit, string Source, string? Figure = null, string? Note = null)
{
    public const string Assumed = "assumed";
}

/// <summary>The table of rates (rates.json) that all simulated journeys are made from.</summary>
public sealed class Rates
{
    private readonly ILookup<string, (DateOnly From, long Top, long Bottom, double Number)> values;

    private Rates(IReadOnlyList<Rate> all)
    {
        All = all;
        values = all.OrderByDescending(r => r.From).ToLookup(r => r.Id, Read, StringComparer.Ordinal);
    }

    public IReadOnlyList<Rate> All { get; }

    public static Rates Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("rates.json")!;
        return new Rates(JsonSerializer.Deserialize<Rate[]>(stream, JsonSerializerOptions.Web)!);
    }

    /// <summary>A rate that holds always, or the one that held on that day.</summary>
    public double Of(string id, DateOnly? on = null) => At(id, on).Number;

    public int Count(string id, DateOnly? on = null) => (int)Of(id, on);

    /// <summary>A part of some days, rounded up (rule DAY-05).</summary>
    public int PartOf(int days, string id, DateOnly on)
    {
        var (_, top, bottom, _) = At(id, on);
        return (int)(((days * top) + bottom - 1) / bottom);
    }

    private (DateOnly From, long Top, long Bottom, double Number) At(string id, DateOnly? on)
    {
        foreach (var value in values[id])
            if (on is null || value.From <= on) return value;
        throw new InvalidOperationException($"rates.json has no {id} for {on?.ToString("O", CultureInfo.InvariantCulture) ?? "any day"}.");
    }

    private static (DateOnly From, long Top, long Bottom, double Number) Read(Rate rate)
    {
        var from = rate.From ?? DateOnly.MinValue;
        if (rate.Value.Split('/') is not [var top, var bottom]) return (from, 0, 1, double.Parse(rate.Value, CultureInfo.InvariantCulture));
        var (over, under) = (long.Parse(top, CultureInfo.InvariantCulture), long.Parse(bottom, CultureInfo.InvariantCulture));
        return (from, over, under, (double)over / under);
    }
}
