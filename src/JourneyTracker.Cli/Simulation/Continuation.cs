using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Reads from a recorded journey where she stands today, so that it can go on from there.</summary>
internal static class Continuation
{
    private const int FrequentFrom = 3;

    public static Situation Of(IReadOnlyList<RecordedFact> recorded, DateOnly today)
    {
        var journey = Replay.Of(recorded);
        var status = JourneyStatus.Of(journey);
        var facts = journey.Facts.Select(f => f.Fact).ToList();
        var matter = GoingOn(status, today);
        var phase = matter?.On(today);
        var sentence = facts.OfType<Sentenced>().LastOrDefault(f => f.Disposal == "IMMEDIATE_CUSTODY");
        var prosecution = facts.OfType<ProsecutionStarted>().LastOrDefault();
        return new Situation(phase?.Stage ?? Stage.NoCurrentInvolvement, phase?.From ?? status.SpellOn(today)?.From ?? today, status.AreaOn(today) ?? Places.Areas[0])
        {
            Offence = facts.Select(OffenceOf).LastOrDefault(o => o is not null) ?? "04",
            ByNotice = prosecution?.Form == ProsecutionForm.SingleJusticeNotice,
            Prior = PriorOf(facts),
            Frequent = facts.Count(f => f is Arrested or AttendedVoluntarily) >= FrequentFrom,
            Prison = Places.Prisons[0],
            RemandedOn = matter is { Kind: MatterKind.Custody } stay && stay.Phases[0].Stage == Stage.Remanded ? stay.From : null,
            SentencedOn = sentence?.HappenedOn.Day,
            Sentence = sentence?.Length,
            Expires = facts.OfType<Released>().LastOrDefault(f => f.LicenceEndsOn is not null)?.LicenceEndsOn,
            RecallKind = facts.OfType<Recalled>().LastOrDefault()?.Kind,
            ConditionsEndOn = facts.OfType<ConditionallyCautioned>().LastOrDefault()?.ConditionsEndOn,
        };
    }

    /// <summary>The matter that decides what comes next: of the open ones, the most restrictive that is not an order, which runs by itself.</summary>
    private static Matter? GoingOn(JourneyStatus status, DateOnly today) => status.Matters
        .Where(m => m.Kind != MatterKind.Order && m.IsOpenOn(today))
        .MinBy(m => m.On(today)!.Stage);

    private static Prior PriorOf(IReadOnlyList<Fact> facts) => facts.LastOrDefault(f => f is DiversionClosed or Released or Sentenced or Cautioned or ConditionallyCautioned) switch
    {
        null => Prior.None,
        DiversionClosed { Outcome: DiversionOutcome.Completed } => Prior.Diversion,
        Released { Kind: ReleaseKind.OnLicence or ReleaseKind.SentenceEnded } => Prior.ShortCustody,
        _ => Prior.Other,
    };

    private static string? OffenceOf(Fact fact) => fact switch
    {
        Arrested f => f.OffenceGroup,
        AttendedVoluntarily f => f.OffenceGroup,
        ProsecutionStarted f => f.OffenceGroup,
        _ => null,
    };
}
