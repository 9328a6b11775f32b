using System.Diagnostics;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Pathways;

/// <summary>Asks every clock after every release.</summary>
internal static class ReleaseOutcomes
{
    public static IReadOnlyList<ReleaseOutcome> Of(EffectiveJourney journey, IReadOnlyList<Matter> matters, DateOnly day)
    {
        var releases = journey.Facts.Where(f => f.Fact is Released or ReReleased).ToList();
        return [.. releases.SelectMany(r => ReleaseClock.All.Select(c => One(r, c)))];

        ReleaseOutcome One(EffectiveFact release, ReleaseClock clock)
        {
            var asked = clock.AskedOn(release.Day);
            var since = journey.Facts.Where(f => f.Day >= release.Day && f.Day <= asked).ToList();
            var leftOut = NeverCounts(release, releases);
            if (day < clock.KnownFrom(release.Day))
                return new ReleaseOutcome(release.Id, release.Day, clock, asked, OutcomeAnswer.Unknown, OutcomeUnknown.ClockNotRun, leftOut, null);
            var answer = Answer(clock, release, since, journey);
            return new ReleaseOutcome(
                release.Id, release.Day, clock, asked, answer.Answer, answer.Why, leftOut ?? LeftOut(release, clock, asked, since, matters), answer.By?.Id);
        }
    }

    private static Found Answer(ReleaseClock clock, EffectiveFact release, IReadOnlyList<EffectiveFact> since, EffectiveJourney journey) => clock.Asks switch
    {
        ReleaseQuestion.Housed => Housing(since, clock.AskedOn(release.Day), s => s is AccommodationStatus.Settled or AccommodationStatus.Temporary),
        ReleaseQuestion.Settled => Housing(since, clock.AskedOn(release.Day), s => s == AccommodationStatus.Settled),
        ReleaseQuestion.InWork => Work(since),
        ReleaseQuestion.Recalled => since.FirstOrDefault(f => f.Fact is Recalled && f.Day > release.Day) is { } recall ? new Found(OutcomeAnswer.Yes, null, recall) : new Found(OutcomeAnswer.No, null, null),
        ReleaseQuestion.Reoffended => Proven(journey, release.Day, clock) is { } proven ? new Found(OutcomeAnswer.Yes, null, proven) : Found.Not(OutcomeUnknown.NotSeenHere),
        _ => throw new UnreachableException(),
    };

    /// <summary>The latest status since the release that says something; one from before it does not outlive custody.</summary>
    private static Found Housing(IReadOnlyList<EffectiveFact> since, DateOnly asked, Func<AccommodationStatus, bool> isYes)
    {
        var last = since.LastOrDefault(f => f.Fact is AccommodationStatusRecorded { Status: not (AccommodationStatus.NotAsked or AccommodationStatus.NotKnown) });
        return last?.Fact switch
        {
            AccommodationStatusRecorded { Status: AccommodationStatus.PrefersNotToSay } => Found.Not(OutcomeUnknown.PrefersNotToSay),
            AccommodationStatusRecorded status when status.Until is null || status.Until >= asked =>
                new Found(isYes(status.Status) ? OutcomeAnswer.Yes : OutcomeAnswer.No, null, last),
            _ => Found.Not(OutcomeUnknown.NotRecorded),
        };
    }

    private static Found Work(IReadOnlyList<EffectiveFact> since)
    {
        var last = LastWork(since);
        return last?.Fact switch
        {
            EmploymentStatusRecorded { Status: EmploymentStatus.PrefersNotToSay } => Found.Not(OutcomeUnknown.PrefersNotToSay),
            EmploymentStatusRecorded status => new Found(
                status.Status is EmploymentStatus.Employed or EmploymentStatus.SelfEmployed ? OutcomeAnswer.Yes : OutcomeAnswer.No, null, last),
            _ => Found.Not(OutcomeUnknown.NotRecorded),
        };
    }

    private static EffectiveFact? LastWork(IReadOnlyList<EffectiveFact> since) =>
        since.LastOrDefault(f => f.Fact is EmploymentStatusRecorded { Status: not (EmploymentStatus.NotAsked or EmploymentStatus.NotKnown) });

    /// <summary>An offence after the release and within the window, for which a court has convicted or sentenced her by the day from which it can be known.</summary>
    private static EffectiveFact? Proven(EffectiveJourney journey, DateOnly releasedOn, ReleaseClock clock) => journey.Facts.FirstOrDefault(f =>
        OffenceOf(f.Fact) is { } offence && offence > releasedOn && offence <= clock.AskedOn(releasedOn) && f.Day < clock.KnownFrom(releasedOn));

    private static DateOnly? OffenceOf(Fact fact) => fact switch
    {
        Convicted convicted => convicted.OffenceOn,
        Sentenced sentenced => sentenced.OffenceOn,
        _ => null,
    };

    private static LeftOutReason? NeverCounts(EffectiveFact release, IReadOnlyList<EffectiveFact> releases)
    {
        if (!IsFromASentence(release.Fact)) return LeftOutReason.NotFromASentence;
        return releases.Last(r => r.Day == release.Day) == release ? null : LeftOutReason.SameDay;
    }

    private static LeftOutReason? LeftOut(EffectiveFact release, ReleaseClock clock, DateOnly asked, IReadOnlyList<EffectiveFact> since, IReadOnlyList<Matter> matters)
    {
        if (since.Any(f => f.Fact is Died)) return LeftOutReason.Died;
        if (since.Any(f => f.Fact is LeftArea)) return LeftOutReason.LeftArea;
        if (clock.Asks is ReleaseQuestion.Recalled or ReleaseQuestion.Reoffended) return null;
        if (matters.Any(m => m.Kind == MatterKind.Custody && m.From >= release.Day && m.IsOpenOn(asked))) return LeftOutReason.BackInCustody;
        if (clock.Asks == ReleaseQuestion.InWork && LastWork(since)?.Fact is EmploymentStatusRecorded { Status: EmploymentStatus.NotAvailable })
            return LeftOutReason.NotAvailableForWork;
        return clock.Asks == ReleaseQuestion.Housed || IsSupervised(matters, asked) ? null : LeftOutReason.SupervisionEnded;
    }

    private static bool IsFromASentence(Fact release) =>
        release is ReReleased or Released { Kind: ReleaseKind.OnLicence or ReleaseKind.OnHomeDetentionCurfew or ReleaseKind.SentenceEnded };

    private static bool IsSupervised(IReadOnlyList<Matter> matters, DateOnly day) =>
        matters.Any(m => m.On(day)?.Stage is Stage.OnLicence or Stage.PostSentenceSupervision or Stage.SuspendedSentence or Stage.CommunityOrder);

    private sealed record Found(OutcomeAnswer Answer, OutcomeUnknown? Why, EffectiveFact? By)
    {
        public static Found Not(OutcomeUnknown why) => new(OutcomeAnswer.Unknown, why, null);
    }
}
