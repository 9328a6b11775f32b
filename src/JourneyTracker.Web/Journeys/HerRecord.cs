using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Web.Journeys;

/// <summary>What counts of a journey for its page: of most things the last that was said.</summary>
internal sealed class HerRecord(WholeReading whole)
{
    private const int MostToAsk = 3;

    private readonly IReadOnlyList<TimelineEntry> entries =
        [.. whole.Journey.Timeline.Where(e => e is { IsWithdrawn: false, IsRestricted: false, Now.Fact: not null })];

    public WholeReading Whole => whole;

    public JourneyReading Journey => whole.Journey;

    /// <summary>The last of a kind; null when there is none, or none that the caller may see.</summary>
    public Told<T>? Last<T>()
        where T : Fact => All<T>().FirstOrDefault();

    /// <summary>All of a kind, the last first.</summary>
    public IEnumerable<Told<T>> All<T>()
        where T : Fact => entries.Where(e => e.Now.Fact is T).Select(e => new Told<T>((T)e.Now.Fact!, e));

    /// <summary>Whether a day that one of these facts happened on is known to the month only, or not at all: what is reckoned from it is no more exact.</summary>
    public bool IsAbout(IEnumerable<FactId> facts) => facts.Any(id => entries.Any(e => e.Id == id && e.Now.HappenedOn.Precision >= Precision.Month));

    /// <summary>Who works with her, as the caller may know.</summary>
    public IReadOnlyList<Worker> Workers =>
    [
        .. All<WorkerNamed>().Select(w => w.Fact.Who).Where(w => w.IsOpen).Select(w => w.Value).GroupBy(w => w.As).Select(g => g.First()).Where(w => w.Person is not null).OrderBy(w => w.As),
    ];

    /// <summary>Other agencies whose records of her the caller sees, the last first: somebody there can be asked.</summary>
    public IReadOnlyList<string> AgenciesBut(string own) => [.. entries.Select(e => e.Now.RecordedBy?.Agency).OfType<string>().Where(a => a != own).Distinct(StringComparer.Ordinal).Take(MostToAsk)];

    /// <summary>Consents that she has not taken back, the last first, with what is known of each.</summary>
    public IReadOnlyList<Told<ConsentGiven>> Consents
    {
        get
        {
            var withdrawals = All<ConsentWithdrawn>().ToList();
            return [.. All<ConsentGiven>().Where(c => !withdrawals.Exists(w => IsOf(w, c)))];
        }
    }

    /// <summary>When she last told of a thing that is kept by parts: each part's last answer.</summary>
    public T? LastPart<T>(Func<Circumstances, T?> part)
        where T : class => All<CircumstancesRecorded>().Where(c => c.Fact.Told.IsOpen).Select(c => part(c.Fact.Told.Value)).FirstOrDefault(p => p is not null);

    private static bool IsOf(Told<ConsentWithdrawn> withdrawal, Told<ConsentGiven> consent) =>
        withdrawal.Entry.Now.HappenedOn.Day >= consent.Entry.Now.HappenedOn.Day
        && (withdrawal.Fact.Consent is null || withdrawal.Fact.Consent == consent.Entry.Id || consent.Entry.Said.Any(s => s.RecordedId == withdrawal.Fact.Consent));
}

/// <summary>A fact with its line of the timeline.</summary>
internal sealed record Told<T>(T Fact, TimelineEntry Entry)
    where T : Fact
{
    /// <summary>When it happened and who said so.</summary>
    public string By => $"{Words.Of(Entry.Now.HappenedOn)}{(Entry.Now.RecordedBy is { } by ? $", {by.Agency}" : "")}";
}
