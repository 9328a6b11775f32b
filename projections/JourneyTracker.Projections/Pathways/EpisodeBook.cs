using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Projections.Pathways;

/// <summary>
/// Ties what is on record of support to its referral: by the same matter; else to the latest open one for the same kind of service or a pathway in common; else,
/// when the record does not say what it is for, to the only one open. What fits none began without a referral on record.
/// </summary>
internal sealed class EpisodeBook
{
    private readonly List<Episode> episodes = [];

    public static IReadOnlyList<SupportEpisode> Of(EffectiveJourney journey, DateOnly day)
    {
        var book = new EpisodeBook();
        foreach (var fact in journey.Facts) book.Take(fact);
        return [.. book.episodes.Select(e => e.ToSupport(day))];
    }

    private void Take(EffectiveFact now)
    {
        switch (now.Fact)
        {
            case Referred fact:
                episodes.Add(new Episode(now, Opened(fact.For)) { Referral = fact });
                break;
            case ReferralAccepted fact:
                For(now, fact.For).AcceptedOn ??= now.Day;
                break;
            case ReferralDeclined fact:
                For(now, fact.For).Decline(now.Day, fact.By);
                break;
            case FirstContact fact:
                For(now, fact.For).FirstContactOn ??= now.Day;
                break;
            case SessionKept fact:
                For(now, fact.For).Keep(now.Day);
                break;
            case SessionMissed fact:
                For(now, fact.For).Miss(fact);
                break;
            case SupportEnded fact:
                For(now, fact.For).End(now.Day, fact.Reason);
                break;
            case Died:
                foreach (var open in episodes.Where(e => e.IsOpen)) open.End(now.Day, SupportEndReason.Died);
                break;
        }
    }

    private static SupportFor? Opened(Protected<SupportFor>? support) => support is { IsOpen: true } ? support.Value : null;

    private Episode For(EffectiveFact now, Protected<SupportFor>? support)
    {
        var what = Opened(support);
        var open = episodes.FindAll(e => e.IsOpen);
        var found = now.Fact.Matter is { } matter ? episodes.FindLast(e => e.Matter == matter) : null;
        found ??= what is null ? (open.Count == 1 ? open[0] : null) : open.FindLast(e => e.Fits(what));
        if (found is null) episodes.Add(found = new Episode(now, what));
        return found;
    }

    private sealed class Episode(EffectiveFact begun, SupportFor? what)
    {
        public Referred? Referral { get; init; }

        public MatterReference? Matter { get; } = begun.Fact.Matter;

        public DateOnly? AcceptedOn { get; set; }

        public DateOnly? FirstContactOn { get; set; }

        private DateOnly? DeclinedOn { get; set; }

        private DeclinedBy? DeclinedBy { get; set; }

        private DateOnly? EndedOn { get; set; }

        private SupportEndReason? EndReason { get; set; }

        private int Kept { get; set; }

        private int Missed { get; set; }

        private int NotAcceptable { get; set; }

        public bool IsOpen => EndedOn is null && DeclinedOn is null;

        public bool Fits(SupportFor other) => what is null
            || (what.Service is not null && what.Service == other.Service)
            || (what.Pathways ?? []).Intersect(other.Pathways ?? []).Any();

        public void Decline(DateOnly day, DeclinedBy by) => (DeclinedOn, DeclinedBy) = (day, by);

        public void End(DateOnly day, SupportEndReason reason) => (EndedOn, EndReason) = (day, reason);

        public void Keep(DateOnly day)
        {
            FirstContactOn ??= day;
            Kept++;
        }

        public void Miss(SessionMissed fact)
        {
            if (fact.Reason is { IsOpen: true, Value: SessionMissedReason.CancelledByService }) return;
            Missed++;
            if (fact.Counts()) NotAcceptable++;
        }

        public SupportEpisode ToSupport(DateOnly day) => new(
            begun.Id, begun.Day, Referral is not null, what, Referral?.Route ?? ReferralRoute.NotRecorded, AcceptedOn, DeclinedOn, DeclinedBy, FirstContactOn,
            Kept, Missed, NotAcceptable, EndedOn, EndReason, Referral is null ? null : Waited(day));

        private Waiting Waited(DateOnly day)
        {
            var (state, until) = (FirstContactOn, DeclinedOn ?? EndedOn) switch
            {
                ({ } met, _) => (WaitingState.Over, met),
                (null, { } ended) => (WaitingState.EndedBefore, ended),
                _ => (WaitingState.StillWaiting, day),
            };
            return new Waiting(state, until.DayNumber - begun.Day.DayNumber, WorkingDaysBetween(begun.Day, until));
        }

        private static int WorkingDaysBetween(DateOnly after, DateOnly until)
        {
            var count = 0;
            for (var on = after.AddDays(1); on <= until; on = on.AddDays(1))
                if (WorkingDays.IsWorking(on)) count++;
            return count;
        }
    }
}
