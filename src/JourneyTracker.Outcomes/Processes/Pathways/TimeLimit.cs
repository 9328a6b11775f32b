using JourneyTracker.Domain.Time;

namespace JourneyTracker.Outcomes.Processes.Pathways;

/// <summary>How soon a step is to follow the one before. What is known to the day alone is judged only as far as a day can tell.</summary>
public abstract record TimeLimit
{
    private protected TimeLimit() { }

    /// <summary>True in time, false late, null when neither can be told.</summary>
    public abstract bool? Kept(HappenedOn from, HappenedOn to);

    /// <summary>Has the time certainly run out by the end of this day?</summary>
    public abstract bool HasRunOut(HappenedOn from, DateOnly day);
}

/// <summary>So many hours by the clock.</summary>
public sealed record WithinHours(int Hours) : TimeLimit
{
    public override bool? Kept(HappenedOn from, HappenedOn to)
    {
        var (allowed, (earliest, latest), (first, last)) = (TimeSpan.FromHours(Hours), Span(from), Span(to));
        if (earliest is { } began && last - began <= allowed) return true;
        return first is { } ended && ended - latest > allowed ? false : null;
    }

    public override bool HasRunOut(HappenedOn from, DateOnly day) => Span(from).Latest + TimeSpan.FromHours(Hours) < LondonDay.StartOf(day.AddDays(1));

    /// <summary>The first and last moments at which it can have been; to the second when the time is known.</summary>
    private static (DateTimeOffset? Earliest, DateTimeOffset Latest) Span(HappenedOn at)
    {
        if (at.Time is not { } time) return (at.Earliest is { } day ? LondonDay.StartOf(day) : null, LondonDay.StartOf(at.Latest.AddDays(1)));
        var moment = LondonClock.At(at.Day, time);
        return (moment, moment);
    }
}

/// <summary>By the end of that many days after. 0: on the same day.</summary>
public sealed record WithinDays(int Days) : DayLimit
{
    protected override DateOnly LastDay(DateOnly from) => from.AddDays(Days);
}

/// <summary>By the end of that many working days of England and Wales after; the day itself does not count.</summary>
public sealed record WithinWorkingDays(int Days) : DayLimit
{
    protected override DateOnly LastDay(DateOnly from)
    {
        var day = from;
        for (var left = Days; left > 0;)
        {
            day = day.AddDays(1);
            if (Domain.Law.WorkingDays.IsWorking(day)) left--;
        }

        return day;
    }
}
