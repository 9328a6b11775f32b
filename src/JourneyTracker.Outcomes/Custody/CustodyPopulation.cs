using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Outcomes.Custody;

/// <summary>Women with an open custody matter on a day. The day of reception counts, the day of release does not.</summary>
/// <param name="Day">The day.</param>
/// <param name="ByBasis">Women held on each basis; a woman held on two counts in both.</param>
/// <param name="Women">Distinct women in custody.</param>
/// <param name="OnMoreThanOneBasis">Women held on two bases or more.</param>
public sealed record CustodyDay(DateOnly Day, IReadOnlyDictionary<CustodyBasis, int> ByBasis, int Women, int OnMoreThanOneBasis);

/// <summary>Counts the custody population over time, journey by journey.</summary>
/// <param name="days">The days, in order.</param>
public sealed class CustodyPopulation(IReadOnlyList<DateOnly> days)
{
    private static readonly CustodyBasis[] Bases = Enum.GetValues<CustodyBasis>();
    private readonly int[,] byBasis = new int[days.Count, Bases.Length];
    private readonly int[] women = new int[days.Count];
    private readonly int[] onMoreThanOne = new int[days.Count];

    /// <summary>Every day, or the same day of every month (the last day of a shorter one), from the first to the last, both included.</summary>
    public static IReadOnlyList<DateOnly> Days(DateOnly from, DateOnly to, bool monthly)
    {
        var days = new List<DateOnly>();
        for (var i = 0; ; i++)
        {
            var day = monthly ? from.AddMonths(i) : from.AddDays(i);
            if (day > to) return days;
            days.Add(day);
        }
    }

    public void Add(JourneyStatus status)
    {
        var stays = status.Matters.Where(m => m.Kind == MatterKind.Custody).ToList();
        if (stays.Count == 0) return;
        for (var i = 0; i < days.Count; i++)
        {
            var held = 0;
            foreach (var stay in stays)
                if (stay.On(days[i])?.Basis is { } basis) held |= 1 << (int)basis;
            if (held == 0) continue;
            women[i]++;
            if (int.PopCount(held) > 1) onMoreThanOne[i]++;
            foreach (var basis in Bases)
                if ((held & (1 << (int)basis)) != 0) byBasis[i, (int)basis]++;
        }
    }

    public IReadOnlyList<CustodyDay> Result() =>
        [.. days.Select((day, i) => new CustodyDay(day, Bases.ToDictionary(b => b, b => byBasis[i, (int)b]), women[i], onMoreThanOne[i]))];
}
