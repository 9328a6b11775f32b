using System.Data.Common;
using JourneyTracker.Projections.Board;
using JourneyTracker.Web.Live;

namespace JourneyTracker.Web.Api;

/// <summary>Whether this server should be sent requests.</summary>
internal sealed class Readiness(IBoardFeed feed, BoardFanOut fanOut)
{
    public async Task<ReadinessReport> CheckAsync(CancellationToken ct)
    {
        try
        {
            await feed.PositionAsync(ct);
        }
        catch (Exception wrong) when (wrong is DbException or TimeoutException)
        {
            return new ReadinessReport(false, ["The database cannot be reached."]);
        }

        var problems = new List<string>();
        if (!fanOut.IsFollowing) problems.Add("The board feed is not being followed.");
        return new ReadinessReport(problems.Count == 0, problems);
    }
}

/// <summary>What is wrong, in sentences; nothing when it is ready.</summary>
internal sealed record ReadinessReport(bool Ready, IReadOnlyList<string> Problems);
