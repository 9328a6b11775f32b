namespace JourneyTracker.Projections.Board;

/// <summary>Which women a board shows.</summary>
/// <param name="Area">Those known in this police force area, by its GSS code; null for all.</param>
/// <param name="Agency">Those whose stage began with a record of this agency; null for all.</param>
/// <param name="Came">Those who came to their stage then; null for all.</param>
/// <param name="KnownYear">Those who were first on the board in this year; null for all.</param>
public sealed record BoardFilter(string? Area = null, string? Agency = null, CameToStage? Came = null, int? KnownYear = null)
{
    /// <summary>Shows all.</summary>
    public static BoardFilter None { get; } = new();

    /// <summary>The days between which those shown came to their stage: the first, and the first that is no longer one.</summary>
    /// <param name="day">The board's day.</param>
    public (DateOnly? From, DateOnly? Until) CameOn(DateOnly day) => Came switch
    {
        CameToStage.LastWeek => (day.AddDays(-6), null),
        CameToStage.LastFourWeeks => (day.AddDays(-27), null),
        CameToStage.OverThreeMonthsAgo => (null, day.AddMonths(-3)),
        CameToStage.OverSixMonthsAgo => (null, day.AddMonths(-6)),
        _ => (null, null),
    };
}

/// <summary>When a woman came to the stage in which she is.</summary>
public enum CameToStage
{
    /// <summary>Today or on the six days before.</summary>
    LastWeek,

    /// <summary>Today or on the 27 days before.</summary>
    LastFourWeeks,

    /// <summary>Before the day three months ago.</summary>
    OverThreeMonthsAgo,

    /// <summary>Before the day six months ago.</summary>
    OverSixMonthsAgo,
}
