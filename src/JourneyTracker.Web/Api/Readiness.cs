using System.Data.Common;
using System.Globalization;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web.Live;

namespace JourneyTracker.Web.Api;

/// <summary>Whether this server should be sent requests: the database answers, the folds keep up, the feed is followed, no journey is frozen.</summary>
internal sealed class Readiness(FoldingHealth folding, FirstCatchUp catchUp, BoardFanOut fanOut)
{
    /// <summary>More facts than this waiting to be folded means that boards are late.</summary>
    private const long MostBehind = 10_000;

    public async Task<ReadinessReport> CheckAsync(CancellationToken ct)
    {
        try
        {
            var state = await folding.ReadAsync(ct);
            return Report(state, catchUp.ToGo(state), fanOut.IsFollowing);
        }
        catch (Exception wrong) when (wrong is DbException or TimeoutException)
        {
            return new ReadinessReport(false, ["The database cannot be reached."], null, null);
        }
    }

    internal static ReadinessReport Report(FoldingState state, long toGo, bool following)
    {
        var problems = new List<string>();
        if (toGo > 0) problems.Add($"The boards are being drawn: {FirstCatchUp.InWords(toGo)} Ask again in a moment.");
        else if (state.Behind > MostBehind) problems.Add(string.Create(CultureInfo.InvariantCulture, $"The folds are {state.Behind:N0} facts behind."));
        if (state.Failures.Count > 0) problems.Add($"{Words.Count(state.Failures.Count, "journey")} cannot be folded and stand still; ./journey rebuild tries them again.");
        if (!following) problems.Add("The board feed is not being followed.");
        return new ReadinessReport(problems.Count == 0, problems, state.Behind, state.Failures.Count);
    }
}

/// <summary>Whether it is ready, and what is wrong if not.</summary>
/// <param name="Ready">No problem.</param>
/// <param name="Problems">Whole sentences.</param>
/// <param name="Behind">How many positions the folds are behind the journal.</param>
/// <param name="FrozenJourneys">Journeys that cannot be folded.</param>
internal sealed record ReadinessReport(bool Ready, IReadOnlyList<string> Problems, long? Behind, int? FrozenJourneys);
