using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>The dates of determinate sentences.</summary>
internal sealed class DeterminateDates
{
    private static readonly Term Year = new(1);
    private readonly Custody custody;
    private readonly LawOfDay law;
    private readonly ServedTerm term;
    private readonly Working remarks = new();
    private readonly List<LegalDate> dates = [];

    public DeterminateDates(Custody custody, LawOfDay law) => (this.custody, this.law, term) = (custody, law, new ServedTerm(custody));

    public DatesAnswer Answer()
    {
        if (term.Days <= LawOfDay.Figure("REL-13", "days")) return OneDay();
        var end = new Working();
        Lengths(end);
        var ends = Ends(end);
        var release = new Working();
        Lengths(release);
        var point = new ReleasePoint(custody, term, law, release);
        var released = Released(point, ends, release);
        var unconditional = IsUnconditional(point, release);
        dates.Add(Dated.Finish(unconditional ? DateKind.AutomaticRelease : DateKind.ConditionalRelease, released, release));
        var licence = unconditional ? null : EarlierLicence.Of(custody, term, point);
        if (licence is not null) dates.Add(licence);
        end.Say(licence is null ? "LIC-01" : "ENG-01", unconditional ? "There is no licence after an unconditional release." : licence is null ? "The licence ends with the sentence." : "The licence ends before it.");
        dates.Add(Dated.Finish(unconditional || licence is not null ? DateKind.SentenceEnd : DateKind.SentenceAndLicenceEnd, ends, end));
        dates.AddRange(CurfewDates.Of(custody, term, law, point, released, remarks));
        if (!unconditional) dates.AddRange(TopUpSupervision.Of(custody, term, law, point, ends, remarks));
        dates.AddRange(RecallRelease.Of(custody, term, law, released, ends, remarks));
        return new DatesAnswer(law.Day, dates, remarks.Steps);
    }

    private DatesAnswer OneDay()
    {
        var working = new Working();
        working.Say("REL-13", $"A sentence of one day begins and ends on {Working.Day(term.Start)}, without licence.");
        return new(law.Day, [Dated.Finish(DateKind.AutomaticRelease, term.Start, working), Dated.Finish(DateKind.SentenceEnd, term.Start, working)], []);
    }

    private void Lengths(Working working)
    {
        var words = string.Join(", then ", custody.Sentences.Select(s => Working.Length(s.Length)));
        working.Say(custody.Sentences.Count == 1 ? "DAY-02" : "DAY-04", $"{words} from {Working.Day(term.Start)}, which is day 1, runs to {Working.Day(term.LastDay)}: {Working.Days(term.Days)}.");
    }

    private DateOnly Ends(Working working)
    {
        var credits = custody.Credits;
        var atLarge = credits.AtLargeInCustody + credits.AtLargeAfterRelease;
        Dated.Credit(credits, atLarge, working);
        var ends = term.LastDay.AddDays(atLarge - credits.Deducted);
        if (credits.AtLargeAfterRelease > 0 && custody.Recall?.ReturnedOn is { } returned && ends < returned)
        {
            working.Say("JT-11", $"It is not before her return on {Working.Day(returned)}.");
            return returned;
        }

        if (ends >= term.Start) return ends;
        working.Say("DAY-09", "It is never before the day of sentence.");
        return term.Start;
    }

    private DateOnly Released(ReleasePoint point, DateOnly ends, Working working)
    {
        var credits = custody.Credits;
        working.Say("DAY-05", $"To serve: {point.Served.Words}.");
        Dated.Credit(credits, credits.AtLargeInCustody, working);
        if (credits.Added > 0) working.Say("DAY-11", $"{Working.Days(credits.Added)} awarded are added.");
        working.Say("DAY-06", $"That gives {Working.Day(point.Date)}.");
        if (point.Date < term.Start)
        {
            working.Say("DAY-09", $"It is never before the day of sentence: release at once, on {Working.Day(term.Start)}.");
            return term.Start;
        }

        if (point.Date <= ends) return point.Date;
        working.Say("DAY-11", $"Added days cannot move release past the end of the sentence, {Working.Day(ends)}.");
        return ends;
    }

    private bool IsUnconditional(ReleasePoint point, Working working)
    {
        if (custody.IsUnder18AtRelease && term.IsShorterThan(new Term(LawOfDay.Figure("ENG-03", "below-years"))))
        {
            if (custody.AgeAtRelease is null) working.Say("JT-12", "Her age is not recorded; the sentence was passed for an offence of her youth, and she is taken as under 18 on release.");
            working.Say("ENG-03", "Under 18 on release from a sentence of less than 12 months: she is released without licence.");
            return true;
        }

        if (custody.AgeAtRelease is null && term.IsShorterThan(Year)) working.Say("JT-12", "Her age is not recorded; she is taken as 18 or over on release.");

        var since = LawOfDay.FirstDayOf("REL-12");
        var before = custody.Sentences.Count(s => s.OffenceOn < since);
        if (before == 0 || !term.IsShorterThan(Year))
        {
            working.Say("REL-12", before > 0 ? "A sentence of 12 months or more: she is released on licence."
                : custody.Sentences.All(s => s.OffenceOn is null) ? $"The day of the offence is not recorded and is taken as on or after {Working.Day(since)}: she is released on licence."
                : $"The offence was on or after {Working.Day(since)}: she is released on licence.");
            return false;
        }

        if (before < custody.Sentences.Count)
        {
            working.Say("JT-09", $"Not every offence was before {Working.Day(since)}: she is released on licence.");
            return false;
        }

        if (point.IsUnderProgression) working.Say("REL-11", "Under the progression model such a sentence ends in release on licence.");
        else working.Say("REL-11", $"Less than 12 months for an offence before {Working.Day(since)}: she is released without licence.");
        return !point.IsUnderProgression;
    }
}
