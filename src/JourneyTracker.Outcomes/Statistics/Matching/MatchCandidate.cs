namespace JourneyTracker.Outcomes.Statistics.Matching;

/// <summary>A woman who can be matched. Nothing that came after her index day may be among her covariates.</summary>
/// <param name="Key">Her pseudonym: ties are broken by its order, so that a match can be made again.</param>
/// <param name="Treated">Did she have what is to be evaluated?</param>
/// <param name="Exact">What must be the same in a pair, in a stated order.</param>
/// <param name="Nearest">What must be near, in a stated order.</param>
public sealed record MatchCandidate(string Key, bool Treated, IReadOnlyList<string> Exact, IReadOnlyList<double> Nearest);

/// <summary>A woman who had it, and the woman who did not with whom she is compared.</summary>
/// <param name="Distance">Between their covariates, each divided by its pooled standard deviation.</param>
public sealed record MatchedPair(string Treated, string Control, double Distance);
