using System.Runtime.InteropServices;
using System.Text;

namespace JourneyTracker.Outcomes.Processes;

/// <summary>One way through: the activities of a case, in order.</summary>
/// <param name="Path">Joined by " > ".</param>
/// <param name="Cases">How many cases went exactly this way.</param>
public sealed record Variant(string Path, long Cases);

/// <summary>Counts the ways through a log as it comes by. Memory grows with the number of different ways.</summary>
public sealed class VariantCounter
{
    private readonly Dictionary<string, long> counts = [];
    private readonly StringBuilder path = new();
    private string? current;

    /// <summary>The ways through a whole log, as <see cref="Result"/> orders them.</summary>
    public static IReadOnlyList<Variant> Of(IEnumerable<ProcessEvent> log)
    {
        var counter = new VariantCounter();
        foreach (var happened in log) counter.Add(happened);
        return counter.Result();
    }

    public void Add(ProcessEvent happened)
    {
        if (current == happened.Case) path.Append(" > ");
        else EndCase();
        current = happened.Case;
        path.Append(happened.Activity);
    }

    /// <summary>The most frequent first; equals in the order of their text. Nothing is to be added afterwards.</summary>
    public IReadOnlyList<Variant> Result()
    {
        EndCase();
        current = null;
        return [.. counts.Select(c => new Variant(c.Key, c.Value)).OrderByDescending(v => v.Cases).ThenBy(v => v.Path, StringComparer.Ordinal)];
    }

    private void EndCase()
    {
        if (path.Length > 0) CollectionsMarshal.GetValueRefOrAddDefault(counts, path.ToString(), out _)++;
        path.Clear();
    }
}
