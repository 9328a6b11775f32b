using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Web.Live;

/// <summary>Women by stage on each of some days, as known now.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Women">For each stage of the board as many numbers as there are days.</param>
internal sealed record BoardHistory(DateOnly From, DateOnly To, IReadOnlyDictionary<Stage, int[]> Women)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The stages in which anybody was.</summary>
    public IEnumerable<Stage> Stages => StageNames.OnBoard.Where(s => Women[s].Any(n => n > 0));

    public DateOnly DayAt(int index) => From.AddDays(index);

    /// <summary>How many there were so many days before the last; the first day's number where the days do not go back so far.</summary>
    public int Before(Stage stage, int days) => Women[stage][Math.Max(Days - 1 - days, 0)];
}
