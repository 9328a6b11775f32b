namespace JourneyTracker.Domain.Law;

/// <summary>When the law releases her, before sentence expiry and the day of sentence bound it.</summary>
internal sealed class ReleasePoint
{
    private readonly Custody custody;
    private readonly ServedTerm term;
    private readonly LawOfDay law;
    private readonly Working working;
    private Fraction[] fractions;

    public ReleasePoint(Custody custody, ServedTerm term, LawOfDay law, Working working)
    {
        (this.custody, this.term, this.law, this.working) = (custody, term, law, working);
        var bases = custody.Sentences.Select(Scheme.Base).ToList();
        fractions = [.. bases.Select(b => b.Served)];
        Curfew = fractions;
        foreach (var rule in bases.DistinctBy(b => b.RuleId)) working.Say(rule.RuleId, $"Without a later change, {rule.Served.Words} of the sentence is served before release.");
        (Date, WithoutAdded) = (On(fractions, added: true), On(fractions, added: false));
        foreach (var tracks in Scheme.Later) Take(tracks);
        Served = term.Serve(fractions);
    }

    /// <summary>With added days, and not before a tranche day that applies.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The same without added days.</summary>
    public DateOnly WithoutAdded { get; private set; }

    /// <summary>Without added days and before any tranche day moved it: top-up supervision counts from here (JT-03).</summary>
    public DateOnly BeforeTranche => On(fractions, added: false);

    public ServedDays Served { get; }

    /// <summary>Whether a scheme that turns unconditional release into licence applies to her (REL-11).</summary>
    public bool IsUnderProgression { get; private set; }

    /// <summary>The parts by which her curfew date is worked out.</summary>
    public IReadOnlyList<Fraction> Curfew { get; private set; }

    /// <summary>For somebody already serving when a scheme began: the parts before it, and the tranche day (JT-01).</summary>
    public (IReadOnlyList<Fraction> Fractions, DateOnly Tranche)? CurfewBefore { get; private set; }

    private DateOnly On(IReadOnlyList<Fraction> parts, bool added) => term.Start.AddDays(
        term.Serve(parts).Total - 1 - custody.Credits.Deducted + custody.Credits.AtLargeInCustody + (added ? custody.Credits.Added : 0));

    private void Take(IReadOnlyList<Scheme> tracks)
    {
        var own = custody.Sentences.Select(s => tracks.FirstOrDefault(t => t.IsPlus == s.Plus && law.Knows(t.RuleId))).ToArray();
        if (own.FirstOrDefault(t => t is not null) is not { } scheme) return;
        LeaveOut(own, scheme, null);
        var tranche = Tranche.Of(scheme.Tranches, term.Start, term.LastDay);
        LeaveOut(own, scheme, NewDate(own, scheme, tranche.On));
        if (own.All(t => t is null)) return;

        var changed = Changed(own);
        var serving = IsServing(own);
        if (scheme.MovesCurfew) (Curfew, CurfewBefore) = (changed, serving ? (fractions, tranche.On) : null);
        var old = scheme.ComparesAddedDays ? Date : WithoutAdded;
        if (serving && old <= tranche.On)
        {
            working.Say(scheme.RuleId, $"She was serving before {Working.Day(scheme.Began)}; her release date {Working.Day(old)} is on or before {Working.Day(tranche.On)}, the day of tranche {tranche.Number}, and stands.");
            return;
        }

        fractions = changed;
        IsUnderProgression |= !scheme.MovesCurfew;
        var (with, without) = (On(fractions, added: true), On(fractions, added: false));
        if (!serving)
        {
            (Date, WithoutAdded) = (with, without);
            working.Say(scheme.RuleId, $"Sentenced on or after {Working.Day(scheme.Began)}: {scheme.Served.Words} is served before release.");
            return;
        }

        WithoutAdded = Later(without, tranche.On);
        Date = scheme.ComparesAddedDays ? Later(with, tranche.On) : WithoutAdded.AddDays(custody.Credits.Added);
        working.Say(scheme.RuleId, $"She was serving before {Working.Day(scheme.Began)}: {scheme.Served.Words} is served, which would be {Working.Day(without)} without added days, and not before {Working.Day(tranche.On)}, the day of tranche {tranche.Number}.");
    }

    /// <summary>Sentences that a reason leaves out; a reason that came later than its scheme counts only for releases still to come.</summary>
    private void LeaveOut(Scheme?[] own, Scheme scheme, DateOnly? release)
    {
        for (var i = 0; i < own.Length; i++)
        {
            var sentence = custody.Sentences[i];
            if (own[i] is null) continue;
            var reason = Exclusion.Of(sentence, custody.Recall is not null, scheme.Name, scheme.Began).FirstOrDefault(e =>
                law.Knows(e.RuleId) && LawOfDay.FirstDayOf(e.RuleId) is var from && (from <= scheme.Began || sentence.On >= from || release >= from));
            if (reason is null) continue;
            own[i] = null;
            working.Say(reason.RuleId, $"{scheme.Served.Words} does not apply: {reason.Name}.");
        }
    }

    private DateOnly NewDate(Scheme?[] own, Scheme scheme, DateOnly tranche)
    {
        var date = On(Changed(own), scheme.ComparesAddedDays);
        return IsServing(own) ? Later(date, tranche) : date;
    }

    private Fraction[] Changed(Scheme?[] own) => [.. own.Select((t, i) => t?.Served ?? fractions[i])];

    private bool IsServing(Scheme?[] own) => own.Where((t, i) => t is not null && custody.Sentences[i].On < t.Began).Any();

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
