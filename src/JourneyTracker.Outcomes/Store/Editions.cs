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

    /// <summary>
    /// About which periods of a calendar year figures are published: as the last edition says that was made before anything of the year could be. So another length holds for years of which nothing is published yet, and
    /// no period of which there are figures overlaps another.
    /// </summary>
    public PublishedLength LengthIn(int year) => (all.LastOrDefault(g => g.KnownUntil < FirstOf(year)) ?? all[0]).Published;

    /// <summary>The first year about which figures are published as a generation says that was built last: any year when it was the first.</summary>
    public int HoldsFrom(Generation built)
    {
        if (built.Number == all[0].Number) return int.MinValue;
        // What is no edition says it to the next one.
        var quarter = PublishedLength.Quarter.Months();
        var known = built.Number == all[^1].Number ? built.KnownUntil : PublishedPeriod.Of(PublishedPeriod.LastSettled(built.KnownUntil, quarter).To.AddDays(1), quarter).SettledOn;
        return known < FirstOf(known.Year) ? known.Year : known.Year + 1;
    }

    /// <summary>The earliest day on which something about a year can be published.</summary>
    private static DateOnly FirstOf(int year) => PublishedPeriod.Of(new(year, 1, 1), PublishedLength.Quarter.Months()).SettledOn;
}
