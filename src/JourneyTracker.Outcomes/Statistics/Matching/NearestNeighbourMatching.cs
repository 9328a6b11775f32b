namespace JourneyTracker.Outcomes.Statistics.Matching;

/// <summary>
/// One-to-one matching without replacement: exact on some covariates, nearest on the rest. Treated women choose in the order of their keys, each the nearest control still free,
/// the first by key among equals (greedy; R's MatchIt with <c>distance = "scaled_euclidean", m.order = "data"</c> and the data in order of keys).
/// Like all matching it balances what was recorded and nothing else.
/// </summary>
/// <param name="Unmatched">Treated women for whom nobody near enough was left: the result does not speak for them.</param>
/// <param name="Balance">The covariates in their order; of those matched exactly, each value.</param>
public sealed record NearestNeighbourMatching(IReadOnlyList<MatchedPair> Pairs, IReadOnlyList<string> Unmatched, IReadOnlyList<StandardisedDifference> Balance)
{
    /// <param name="exactNames">The names of <see cref="MatchCandidate.Exact"/>, in order.</param>
    /// <param name="nearestNames">The names of <see cref="MatchCandidate.Nearest"/>, in order.</param>
    /// <param name="caliper">The greatest distance of a pair, in pooled standard deviations; null for none.</param>
    public static NearestNeighbourMatching Of(IReadOnlyCollection<MatchCandidate> candidates, IReadOnlyList<string> exactNames, IReadOnlyList<string> nearestNames, double? caliper)
    {
        // In one order from the start: sums in another would differ in their last digit, and decide between equals.
        candidates = [.. candidates.OrderBy(c => c.Key, StringComparer.Ordinal)];
        if (candidates.Any(c => c.Exact.Count != exactNames.Count || c.Nearest.Count != nearestNames.Count || c.Nearest.Any(v => !double.IsFinite(v))))
            throw new ArgumentException("Every candidate has a value for every covariate named.", nameof(candidates));
        if (candidates.DistinctBy(c => c.Key).Count() != candidates.Count) throw new ArgumentException("Every candidate has a key of her own.", nameof(candidates));

        var spreads = nearestNames.Select((_, i) => StandardisedDifference.PooledDeviation(candidates, c => c.Nearest[i])).ToArray();
        var free = candidates.Where(c => !c.Treated).GroupBy(StratumOf).ToDictionary(g => g.Key, g => g.ToList());
        var (pairs, unmatched, matched) = (new List<MatchedPair>(), new List<string>(), new List<MatchCandidate>());
        foreach (var woman in candidates.Where(c => c.Treated))
        {
            var controls = free.GetValueOrDefault(StratumOf(woman)) ?? [];
            var nearest = controls.MinBy(c => DistanceOf(woman, c, spreads));
            if (nearest is null || DistanceOf(woman, nearest, spreads) > caliper)
            {
                unmatched.Add(woman.Key);
                continue;
            }

            controls.Remove(nearest);
            pairs.Add(new(woman.Key, nearest.Key, DistanceOf(woman, nearest, spreads)));
            matched.AddRange([woman, nearest]);
        }

        return new(pairs, unmatched, BalanceOf(candidates, matched, exactNames, nearestNames));
    }

    private static string StratumOf(MatchCandidate candidate) => string.Join('\u001f', candidate.Exact);

    private static double DistanceOf(MatchCandidate one, MatchCandidate other, double?[] spreads)
    {
        var sum = 0.0;
        for (var i = 0; i < spreads.Length; i++)
            if (spreads[i] is { } spread) sum += Math.Pow((one.Nearest[i] - other.Nearest[i]) / spread, 2);
        return Math.Sqrt(sum);
    }

    private static IReadOnlyList<StandardisedDifference> BalanceOf(
        IReadOnlyCollection<MatchCandidate> all, List<MatchCandidate> matched, IReadOnlyList<string> exactNames, IReadOnlyList<string> nearestNames) =>
    [
        .. exactNames.SelectMany((name, i) => all.Select(c => c.Exact[i]).Distinct().Order(StringComparer.Ordinal)
            .Select(value => StandardisedDifference.Of($"{name}: {value}", all, matched, c => c.Exact[i] == value ? 1 : 0))),
        .. nearestNames.Select((name, i) => StandardisedDifference.Of(name, all, matched, c => c.Nearest[i])),
    ];
}
