namespace JourneyTracker.Outcomes.Answers;

/// <summary>What came of asking a kept question again of facts as known at the position that it quotes.</summary>
/// <param name="IsSame">Every digit is as it was.</param>
/// <param name="Why">What is not as it was then, which is why digits may differ.</param>
/// <param name="Differences">The cells that differ.</param>
/// <param name="NotCompared">The tables that say what an evaluator took in, which is no fact and may have changed since.</param>
public sealed record Rerun(bool IsSame, IReadOnlyList<string> Why, IReadOnlyList<CellDifference> Differences, IReadOnlyList<string> NotCompared)
{
    /// <param name="then">What was kept.</param>
    /// <param name="now">What is answered now.</param>
    public static Rerun Of(KeptAnswer then, KeptAnswer now)
    {
        var differences = then.DifferencesTo(now);
        return new Rerun(differences.Count == 0, [.. Changes(then.Quote, now.Quote)], differences, [.. then.Tables.Where(t => t.IsImported).Select(t => t.Name)]);
    }

    /// <param name="then">What the kept answer quotes.</param>
    /// <param name="now">What is quoted now.</param>
    /// <param name="differences">What differs of what was compared.</param>
    public static Rerun Of(OutcomeQuote then, OutcomeQuote now, IReadOnlyList<CellDifference> differences) => new(differences.Count == 0, [.. Changes(then, now)], differences, []);

    private static IEnumerable<string> Changes(OutcomeQuote then, OutcomeQuote now)
    {
        if (then.Version != now.Version) yield return $"The definition {then.Name} is now version {now.Version}; it was version {then.Version}.";
        if (then.Hash != now.Hash) yield return $"What the definition asks has changed: it has the hash {now.Hash}, and had {then.Hash}.";
        if (!then.Folds.SequenceEqual(now.Folds)) yield return $"The rules of the folds have changed: they are {string.Join(", ", now.Folds)}, and were {string.Join(", ", then.Folds)}.";
        if (then.Tables != now.Tables) yield return $"The store has tables {now.Tables}, and had {then.Tables}.";
        if (then.Law != now.Law) yield return $"The law's data are {now.Law ?? "none"}, and were {then.Law ?? "none"}.";
    }
}
