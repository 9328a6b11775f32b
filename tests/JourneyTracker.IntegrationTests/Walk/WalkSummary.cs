using System.Text;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>Counts what became of each try, to be read by people.</summary>
internal sealed class WalkSummary
{
    private readonly SortedDictionary<string, Dictionary<(string Walker, string Answer), int>> tried = new(StringComparer.Ordinal);

    public int Tries => tried.Values.Sum(t => t.Values.Sum());

    public void Add(string door, string walker, string answer)
    {
        var counts = tried.TryGetValue(door, out var known) ? known : tried[door] = [];
        counts[(walker, answer)] = counts.GetValueOrDefault((walker, answer)) + 1;
    }

    /// <summary>A line for each door, a column for each walker, in each cell how often it answered what.</summary>
    public string Words(IEnumerable<string> walkers)
    {
        string[] columns = [.. walkers];
        var text = new StringBuilder("| door |").AppendJoin(null, columns.Select(c => $" {c} |")).AppendLine();
        text.Append("|---|").Insert(text.Length, "---|", columns.Length).AppendLine();
        foreach (var (door, counts) in tried)
        {
            text.Append($"| {door} |");
            foreach (var column in columns)
                text.Append(' ').AppendJoin(", ", counts.Where(c => c.Key.Walker == column).OrderBy(c => c.Key.Answer, StringComparer.Ordinal).Select(c => $"{c.Key.Answer} {c.Value}")).Append(" |");
            text.AppendLine();
        }

        return text.ToString();
    }
}
