using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes.Pathways;

/// <summary>A limit that is counted in days: the time of day does not matter.</summary>
public abstract record DayLimit : TimeLimit
{
    private protected DayLimit() { }

    public override bool? Kept(HappenedOn from, HappenedOn to)
    {
        if (from.Earliest is { } began && to.Latest <= LastDay(began)) return true;
        return to.Earliest > LastDay(from.Latest) ? false : null;
    }

    public override bool HasRunOut(HappenedOn from, DateOnly day) => LastDay(from.Latest) <= day;

    /// <summary>The last day in time for a step before on that day.</summary>
    protected abstract DateOnly LastDay(DateOnly from);
}
