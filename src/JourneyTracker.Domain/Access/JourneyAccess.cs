using System.Collections.Frozen;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Access;

/// <summary>What her own record says of who may know of it, as it stands at a position of the journal.</summary>
public sealed class JourneyAccess
{
    private readonly List<EffectiveFact> rules;

    private JourneyAccess(EffectiveJourney journey, bool isKnownToJustice)
    {
        Journey = journey;
        Sharing = journey with { Facts = [.. journey.Facts.Where(f => f.Fact is ConsentGiven or ConsentWithdrawn or SharingDecided)] };
        rules = [.. journey.Facts.Where(f => f.Fact is AccessRule).OrderBy(f => f.First.Position)];
        Agencies = journey.Facts.Select(f => f.First.RecordedBy.Agency).ToHashSet(StringComparer.Ordinal);
        IsKnownToJustice = isKnownToJustice;
        foreach (var rule in rules)
        {
            if (rule.Fact is AccessLimited limit) LimitedTo = Read(limit.To, []);
            else if (rule.Fact is AccessLimitLifted) LimitedTo = null;
        }

        var lifted = rules.Select(r => r.Fact).OfType<BarLifted>().Select(l => l.Bar).ToHashSet();
        Barred = rules.Where(r => !lifted.Contains(r.Id) && !lifted.Contains(r.Latest.Id)).Select(r => r.Fact).OfType<PersonBarred>()
            .Select(b => Read(b.Who, null)?.Person).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What counts of her journey, with the facts that say what is shared open.</summary>
    public EffectiveJourney Journey { get; }

    /// <summary>Of it, what says with whom she shares what: asked for every fact that is looked at.</summary>
    public EffectiveJourney Sharing { get; }

    /// <summary>Who alone may know of her; null when that is not limited.</summary>
    public IReadOnlyList<Recipient>? LimitedTo { get; }

    /// <summary>User names of those who may not know of her.</summary>
    public IReadOnlySet<string> Barred { get; }

    /// <summary>Agencies that have recorded something of her.</summary>
    public IReadOnlySet<string> Agencies { get; }

    /// <summary>Whether anything of hers is about the justice system; if not, she is here for support alone (safeguards S10).</summary>
    public bool IsKnownToJustice { get; }

    /// <summary>Recorded facts of convictions and cautions that are spent, and of what led to them and followed from them.</summary>
    public IReadOnlySet<FactId> Spent { get; private init; } = FrozenSet<FactId>.Empty;

    /// <param name="journey">All that counts of her as known now, with the facts of the family Sharing and those that name her workers open.</param>
    /// <param name="isWhole">Whether every record can be read; else nobody can say that she is here for support alone.</param>
    public static JourneyAccess Of(EffectiveJourney journey, bool isWhole = true) =>
        new(journey, !isWhole || journey.Facts.Any(f => JusticeContact.IsShownBy(f.Fact)));

    /// <summary>The same, where some facts are spent.</summary>
    /// <param name="spent">The facts, each by the recorded fact that began it; given by whoever knows the law's dates.</param>
    /// <param name="recorded">All that is on record of her: what corrects, withdraws or restricts a spent fact goes with it.</param>
    public JourneyAccess WithSpent(IReadOnlySet<FactId> spent, IEnumerable<RecordedFact> recorded)
    {
        if (spent.Count == 0) return this;
        var all = spent.ToHashSet();
        foreach (var fact in recorded)
        {
            var about = fact.Unreadable is not null ? null : fact.Fact switch { Corrected c => c.Replaces, Withdrawn w => w.Withdraws, ProcessingRestricted r => r.Restricts, _ => null };
            if (about is { } id && all.Contains(id)) all.Add(fact.Id);
        }

        return new JourneyAccess(Journey, IsKnownToJustice) { Spent = all };
    }

    /// <summary>Whether the person has opened her record in an emergency, and it still holds.</summary>
    public bool IsOverriddenBy(Caller caller, DateTimeOffset now) => Overrides.Any(o => o.By.Person == caller.Person && o.By.Agency == caller.Agency && o.From <= now && now < o.Until);

    /// <summary>Each opening in an emergency: by whom, from when, and the first moment at which it no longer holds.</summary>
    public IEnumerable<(Recorder By, DateTimeOffset From, DateTimeOffset Until)> Overrides =>
        rules.Where(r => r.Fact is AccessOverridden).Select(r => (r.First.RecordedBy, r.First.RecordedAt, r.First.RecordedAt.AddHours(AccessOverridden.Hours)));

    /// <summary>Who works with her in a role on a day; null when nobody is named.</summary>
    public Worker? WorkerOn(WorkerRole role, DateOnly day) => Journey.UpTo(day).Facts.Select(f => f.Fact).OfType<WorkerNamed>()
        .Select(w => Read(w.Who, null)).OfType<Worker>().LastOrDefault(w => w.As == role) is { Person: not null } worker ? worker : null;

    /// <summary>Whether the caller works with her on a day: named on her record, or by sign-in.</summary>
    public bool IsWorkedWithBy(Caller caller, JourneyId journey, DateOnly day) =>
        caller.Women.Contains(journey) || Enum.GetValues<WorkerRole>().Any(r => WorkerOn(r, day) is { } w && w.Agency == caller.Agency && w.Person == caller.Person);

    /// <summary>What was erased names nobody. What is merely sealed must not be taken for that: then nobody could tell who is kept out.</summary>
    private static T? Read<T>(Protected<T> value, T? erased)
        where T : class => value.IsOpen ? value.Value : value.IsErased ? erased : throw new InvalidOperationException("What says who may know of her must be open.");
}
