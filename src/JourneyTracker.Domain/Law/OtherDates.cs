namespace JourneyTracker.Domain.Law;

/// <summary>Sentences that are not ordinary determinate ones.</summary>
internal static class OtherDates
{
    /// <summary>Extended determinate: the Parole Board may release from two thirds of the custodial term, the law at its end; licence for the extension follows.</summary>
    public static DatesAnswer Extended(Custody custody, LawOfDay law)
    {
        var (sentence, credits) = (custody.First, custody.Credits);
        var shift = credits.AtLargeInCustody - credits.Deducted;
        var custodial = sentence.Length.LastDay(sentence.On);
        var days = custodial.DayNumber - sentence.On.DayNumber + 1;
        var eligible = new Working();
        eligible.Say("REL-15", $"The Parole Board may release her from two thirds of the custodial term of {Working.Days(days)}.");
        Dated.Credit(credits, credits.AtLargeInCustody, eligible);
        var release = new Working();
        release.Say("REL-15", $"She is released at the latest at the end of the custodial term, {Working.Day(custodial)}.");
        Dated.Credit(credits, credits.AtLargeInCustody, release);
        var end = new Working();
        var last = sentence.Extension is { } extension ? ServedTerm.LastDayOf(sentence.On, [sentence.Length, extension]) : custodial;
        end.Say("DAY-04", $"The extension follows the custodial term: to {Working.Day(last)}.");
        Dated.Credit(credits, credits.AtLargeInCustody + credits.AtLargeAfterRelease, end);
        return new DatesAnswer(law.Day, [
            Dated.Finish(DateKind.ParoleEligibility, sentence.On.AddDays(Fraction.Parse(LawBook.Rule("REL-15").Parameters["fraction"]).OfDays(days) - 1 + shift + credits.Added), eligible),
            Dated.Finish(DateKind.ConditionalRelease, custodial.AddDays(shift), release),
            Dated.Finish(DateKind.SentenceAndLicenceEnd, last.AddDays(shift + credits.AtLargeAfterRelease), end)], []);
    }

    /// <summary>A term for a fine not paid: half-way, without licence.</summary>
    public static DatesAnswer FineDefault(Custody custody, LawOfDay law)
    {
        var (term, credits) = (new ServedTerm(custody), custody.Credits);
        var shift = credits.AtLargeInCustody - credits.Deducted;
        var (release, end) = (new Working(), new Working());
        var half = Fraction.Parse(LawBook.Rule("REL-14").Parameters["fraction"]).OfDays(term.Days);
        release.Say("REL-14", $"Released without licence half-way: {Working.Days(half)} of {Working.Days(term.Days)}.");
        Dated.Credit(credits, credits.AtLargeInCustody, release);
        end.Say("DAY-02", $"The term runs to {Working.Day(term.LastDay)}.");
        Dated.Credit(credits, credits.AtLargeInCustody, end);
        var ends = Latest(term.Start, term.LastDay.AddDays(shift));
        var released = Latest(term.Start, term.Start.AddDays(half - 1 + shift + credits.Added));
        return new DatesAnswer(law.Day, [
            Dated.Finish(DateKind.AutomaticRelease, released < ends ? released : ends, release),
            Dated.Finish(DateKind.SentenceEnd, ends, end)], []);
    }

    private static DateOnly Latest(DateOnly a, DateOnly b) => a > b ? a : b;
}
