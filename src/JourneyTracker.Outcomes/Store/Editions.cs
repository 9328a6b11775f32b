namespace JourneyTracker.Outcomes.Store;

/// <summary>
/// The generations from which figures leave to who may not take rows: the first that was built after each quarter of the calendar had settled, kept for good. A question about a period is always answered from the same
/// one, whatever is recorded and built later, so that no two answers differ by the few women who came between two builds (safeguards S15).
/// </summary>
/// <param name="all">The earliest first.</param>
public sealed class Editions(IReadOnlyList<Generation> all)
{
    public IReadOnlyList<Generation> All => all;

    /// <summary>Null before the first build.</summary>
    public Generation? Latest => all.Count == 0 ? null : all[^1];

    /// <summary>The one that answers about a period: the first in which it has settled and follow-up has run; null when it comes later.</summary>
    /// <param name="runsUntil">The last day on which something that the question asks about may come about.</param>
    public Generation? About(PublishedPeriod period, DateOnly runsUntil) => all.FirstOrDefault(g => g.KnownUntil >= Known(period, runsUntil));

    /// <summary>The day until which all must be known for that.</summary>
    public static DateOnly Known(PublishedPeriod period, DateOnly runsUntil) => runsUntil > period.SettledOn ? runsUntil : period.SettledOn;

    /// <summary>Whether a generation that is built now is the next: a quarter has settled since the latest.</summary>
    /// <param name="knownUntil">The last day of which all is known in it.</param>
    public bool IsDue(DateOnly knownUntil) => Latest is not { } latest || latest.KnownUntil < PublishedPeriod.LastSettled(knownUntil, PublishedLength.Quarter.Months()).SettledOn;
}
