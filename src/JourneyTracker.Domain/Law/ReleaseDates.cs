namespace JourneyTracker.Domain.Law;

/// <summary>The dates of a sentence of imprisonment under the law of a day: release, end, curfew, supervision, release after recall.</summary>
public static class ReleaseDates
{
    /// <summary>One sentence, or several that run one after the other.</summary>
    public static DatesAnswer Of(Custody custody, LawOfDay law)
    {
        var answer = Work(custody, law);
        var unconfirmed = LawBook.Switches.Where(s => !s.IsOn && !law.IsOn(s.Name));
        return answer with { Remarks = [.. answer.Remarks, .. unconfirmed.SelectMany(s => Unconfirmed(s, custody, law, answer))] };
    }

    /// <summary>Sentences that run at the same time: each by itself; the latest date of each kind counts (JT-05).</summary>
    public static DatesAnswer OfConcurrent(IReadOnlyList<Custody> all, LawOfDay law)
    {
        var answers = all.Select(c => Of(c, law)).ToList();
        if (answers is [var only]) return only;
        var working = new Working();
        working.Say("JT-05", "Sentences that run at the same time: each is worked out by itself, and the latest date of each kind counts.");
        var latest = answers.SelectMany(a => a.Dates).GroupBy(d => d.Kind).Select(g => g.MaxBy(d => d.Calculated)!);
        return new DatesAnswer(law.Day, [.. latest], [.. working.Steps, .. answers.SelectMany(a => a.Remarks).Distinct()]);
    }

    private static DatesAnswer Work(Custody custody, LawOfDay law) => custody.First.Kind switch
    {
        SentenceKind.Determinate => new DeterminateDates(custody, law).Answer(),
        SentenceKind.Extended => OtherDates.Extended(custody, law),
        _ => OtherDates.FineDefault(custody, law),
    };

    private static IEnumerable<Step> Unconfirmed(LawSwitch off, Custody custody, LawOfDay law, DatesAnswer answer)
    {
        var other = Work(custody, law.With(off.Name));
        var changed = other.Dates.Where(d => answer[d.Kind] != d.Calculated).ToList();
        if (changed.Count == 0) yield break;
        var rule = LawBook.Rules.First(r => r.Switch == off.Name);
        var dates = string.Join(", ", changed.Select(d => $"{d.Kind.Code} {Working.Day(d.Calculated)}"));
        yield return new Step($"Not applied, because it is not confirmed: {rule.AppliesTo}. {off.Why} With it: {dates}.", rule.Id, rule.Value, rule.KnownInWords, off.Source, "unverified");
    }
}
