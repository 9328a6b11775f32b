using System.Globalization;
using System.Text.Json;
using JourneyTracker.Outcomes.Answers;
using JourneyTracker.Outcomes.Disclosure;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>
/// Somebody who has everything that was answered, as JSON over HTTP has it, knows how it adds up, and can calculate. The truth is put in beside it, to know how far from it they come; the attack itself reads none of it.
/// </summary>
internal sealed class WorkedOut
{
    private readonly CountTables tables = new();
    private readonly Dictionary<string, long> seen = [];

    /// <summary>A count: what it is, and what the answer says of it.</summary>
    public void Cell(string key, long truth, string said)
    {
        tables.Add(key, truth);
        if (long.TryParse(said, CultureInfo.InvariantCulture, out var shown)) seen[key] = shown;
    }

    /// <summary>One count is the sum of others.</summary>
    public void Sum(string total, IEnumerable<string> parts) => tables.AddSum(total, [.. parts]);

    /// <summary>One count is no more than another: what is between them is unknown.</summary>
    public void NoMore(string less, long lessTruth, string more, long moreTruth)
    {
        var between = $"{more} without {less}";
        tables.Add(between, moreTruth - lessTruth);
        tables.AddSum(more, [less, between]);
    }

    /// <summary>For every count that was hidden and is about few women: how many values are left for it, and none where there is no limit.</summary>
    public IReadOnlyDictionary<string, long?> HiddenSmall(IReadOnlyDictionary<string, long> truths)
    {
        var values = new FeasibleValues(tables, cell => seen.TryGetValue(tables.Keys[cell], out var shown) ? (shown, shown) : (0, null));
        return tables.Keys.Index().Where(k => truths.TryGetValue(k.Item, out var truth) && DisclosurePolicy.Usual.IsSmall(truth) && !seen.ContainsKey(k.Item))
            .ToDictionary(k => k.Item, k => values.Of(k.Index) is var (low, high) ? high - low + 1 : null);
    }

    /// <summary>No count about few women was said at all.</summary>
    public IEnumerable<string> SmallSaid(IReadOnlyDictionary<string, long> truths) => seen.Where(s => truths.TryGetValue(s.Key, out var truth) && DisclosurePolicy.Usual.IsSmall(truth)).Select(s => s.Key);

    /// <summary>The cells of a table as the API writes them, each row by the names of its columns.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Read(OutcomeAnswer answer, string table)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web));
        var found = json.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == table);
        var columns = found.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!).ToList();
        return [.. found.GetProperty("rows").EnumerateArray().Select(r => columns.Zip(r.EnumerateArray().Select(c => c.ToString())).ToDictionary(c => c.First, c => c.Second))];
    }
}
