namespace JourneyTracker.Outcomes.Disclosure;

/// <summary>
/// Hides small counts, and then as many others as it takes that nobody can work a hidden one out from rows, columns, totals or other tables: for every hidden count the least and the
/// greatest possible value stay as far apart as the small counts are. What is hidden is the same every time for the same counts.
/// </summary>
public static class Suppression
{
    /// <summary>Every count as it may leave, by its key.</summary>
    public static IReadOnlyDictionary<string, PublishedCount> Apply(CountTables tables, DisclosurePolicy policy) =>
        Apply(tables, policy, new HashSet<string>(), new HashSet<string>()) ?? throw new InvalidOperationException("With every count hidden nothing can be worked out.");

    /// <param name="hide">Counts to hide even though they are not small.</param>
    /// <param name="known">Counts that everybody knows already: hiding one protects nothing.</param>
    /// <returns>Null when what is known already gives a hidden count away whatever else is hidden.</returns>
    internal static IReadOnlyDictionary<string, PublishedCount>? Apply(CountTables tables, DisclosurePolicy policy, IReadOnlySet<string> hide, IReadOnlySet<string> known)
    {
        bool[] hidden = [.. tables.Keys.Zip(tables.Values, (key, count) => policy.IsSmall(count) || hide.Contains(key))];
        if (tables.Keys.Where((key, cell) => hidden[cell] && known.Contains(key)).Any()) return null;
        var choice = new ComplementChoice(tables, known);
        if (Protect(tables, policy, choice, hidden) is not { } complements) return null;
        foreach (var cell in choice.MostTellingFirst(complements))
        {
            hidden[cell] = false;
            hidden[cell] = !AllApart(tables, policy, hidden);
        }

        return tables.Publish(cell => hidden[cell] ? PublishedCount.Suppressed : PublishedCount.Shown(tables.Values[cell]));
    }

    /// <summary>Hides what it takes. Null when nothing is left to hide; else what was hidden.</summary>
    private static List<int>? Protect(CountTables tables, DisclosurePolicy policy, ComplementChoice choice, bool[] hidden)
    {
        var (open, complements, values) = (new Queue<int>(Hidden(hidden)), new List<int>(), ValuesOf(tables, hidden));
        while (open.TryPeek(out var cell))
        {
            if (values.AreApart(cell, policy.Width))
            {
                open.Dequeue();
                continue;
            }

            if (choice.For(cell, hidden) is not { } complement) return null;
            hidden[complement] = true;
            complements.Add(complement);
            open.Enqueue(complement);
            values = ValuesOf(tables, hidden);
        }

        return complements;
    }

    private static bool AllApart(CountTables tables, DisclosurePolicy policy, bool[] hidden)
    {
        var values = ValuesOf(tables, hidden);
        return Hidden(hidden).All(c => values.AreApart(c, policy.Width));
    }

    private static IEnumerable<int> Hidden(bool[] hidden) => Enumerable.Range(0, hidden.Length).Where(c => hidden[c]);

    private static FeasibleValues ValuesOf(CountTables tables, bool[] hidden) => new(tables, c => hidden[c] ? (0, null) : (tables.Values[c], tables.Values[c]));
}
