using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Tests.Scenarios;

/// <summary>
/// A journey told in a page of <c>docs/scenarios</c>: what happened, and what the product must say of it. The tables are read by their headings; everything else on the page is
/// for people.
/// </summary>
internal sealed class Scenario
{
    private readonly Dictionary<string, List<string[]>> tables = new(StringComparer.Ordinal);

    private Scenario(string path)
    {
        Path = path;
        List<string[]>? table = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) tables.Add(line[3..].Trim(), table = []);
            else if (table is not null && line.StartsWith('|')) table.Add([.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())]);
        }
    }

    public string Path { get; }

    /// <summary>What happened, in the order in which it was recorded.</summary>
    public IEnumerable<(Fact Fact, string Agency)> Facts => Rows("What happened").Select(row => (FactOf(row), row[3]));

    public static Scenario Read(string path) => new(path);

    /// <summary>The rows of a table below its head; none when the page has no such heading.</summary>
    public IReadOnlyList<string[]> Rows(string heading) => tables.TryGetValue(heading, out var rows) ? [.. rows.Skip(2)] : [];

    private Fact FactOf(string[] row)
    {
        var kind = FactCatalogue.All.SingleOrDefault(k => k.Name[..k.Name.LastIndexOf('.')] == row[1])
            ?? throw new InvalidDataException($"{Path}: there is no fact called '{row[1]}'.");
        var body = new JsonObject { ["happenedOn"] = row[0] };
        foreach (var field in row[2].Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = field.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0) throw new InvalidDataException($"{Path}: '{field}' of {row[0]} is not 'name: value'.");
            body[field[..colon]] = ValueOf(field[(colon + 2)..]);
        }

        try
        {
            return FactCodec.ReadPlain(kind.Name, JsonSerializer.SerializeToElement(body));
        }
        catch (UnreadableFactException wrong)
        {
            throw new InvalidDataException($"{Path}: {row[0]} {row[1]}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Lists and objects stand as JSON, numbers, true and false as themselves, all else is text.</summary>
    private static JsonNode? ValueOf(string text) => text switch
    {
        ['[' or '{', ..] => JsonNode.Parse(text),
        "true" => true,
        "false" => false,
        ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };
}
