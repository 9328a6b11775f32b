using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Matters;

/// <summary>
/// The matters of one journey while its facts are taken one by one. A fact with a matter reference goes with the matter of that reference; else with those
/// that have none; else, since agencies number the same thing differently, with the only one open. A fact without a reference goes with all that have none,
/// else with the one opened last.
/// </summary>
internal sealed class MatterBook
{
    private readonly List<OpenMatter> matters = [];
    private readonly List<Finding> findings = [];
    private readonly List<(MatterReference? Reference, DateOnly Day, FactId By)> earlyReleases = [];
    private EffectiveFact now = null!;
    private DateOnly? reReleased;

    private DateOnly Day => now.Day;

    private MatterReference? Reference => now.Fact.Matter;

    public void Begin(EffectiveFact fact) => now = fact;

    public (IReadOnlyList<Matter> Matters, IReadOnlyList<Finding> Findings) Result()
    {
        foreach (var (_, day, by) in earlyReleases) Find(FindingCode.ReleasedNotInCustody, day, by);
        return ([.. matters.Select(m => m.ToMatter())], findings);
    }

    public void Find(FindingCode code) => Find(code, Day, now.Id);

    public void Find(FindingCode code, DateOnly day, FactId fact) => findings.Add(new Finding(code, day, fact));

    /// <summary>Opens a matter, or changes the open one of the same reference. One whose end the law sets (an order, a licence) is replaced: the new end counts.</summary>
    public void Open(MatterKind kind, Stage stage, DateOnly? endsByLaw = null)
    {
        if (Reference is not null && Latest(kind, m => m.Reference == Reference) is { } same)
        {
            if (kind is not (MatterKind.Order or MatterKind.Licence or MatterKind.OutOfCourtResolution or MatterKind.Diversion or MatterKind.PostSentenceSupervision))
            {
                Change(same, stage);
                return;
            }

            same.Close(Day, now.Id);
        }

        Add(new OpenMatter(kind, Reference, new Phase(Day, stage, now.Id), endsByLaw));
    }

    /// <param name="basis">In what right she is held.</param>
    /// <param name="received">Whether a prison says that she is there; a court's remand or sentence alone does not.</param>
    public void OpenCustody(CustodyBasis basis, bool received)
    {
        var stay = Add(new OpenMatter(MatterKind.Custody, Reference, PhaseOf(basis), endsByLaw: null) { Received = received });
        if (!received) return;
        var early = earlyReleases.FindIndex(r => r.Reference == Reference && (r.Day == Day || Reference is not null));
        if (early < 0) return;
        var release = earlyReleases[early];
        if (release.Day < Day)
        {
            Find(FindingCode.ClosedBeforeOpened);
            return;
        }

        earlyReleases.RemoveAt(early);
        Find(FindingCode.SameDayStay);
        stay.Close(Day, release.By);
    }

    /// <summary>Closes what the fact is about; whether there was anything.</summary>
    public bool Close(MatterKind kind)
    {
        var closing = Matching(kind);
        if (closing.Count > 1) Find(FindingCode.ClosedSeveral);
        foreach (var matter in closing) matter.Close(Day, now.Id);
        return closing.Count > 0;
    }

    /// <summary>As <see cref="Close"/>; a finding when nothing was open and nothing of the kind ended on that day or under that reference.</summary>
    public void CloseOr(MatterKind kind, FindingCode otherwise)
    {
        if (!Close(kind)) FindUnlessEnded(kind, otherwise);
    }

    /// <summary>A finding, unless something of the kind ended on that day or is known under that reference.</summary>
    public void FindUnlessEnded(MatterKind kind, FindingCode code)
    {
        if (!matters.Exists(m => m.Kind == kind && (m.Until == Day || (Reference is not null && m.Reference == Reference)))) Find(code);
    }

    /// <summary>Whether something of the kind is over that has the reference of the fact at hand.</summary>
    public bool HasEnded(MatterKind kind) => Reference is not null && matters.Exists(m => m.Kind == kind && m.Reference == Reference && !m.IsOpenOn(Day));

    /// <summary>Whether nothing of the kind is open that the fact at hand is about, and something of it ended with no fact.</summary>
    public bool EndedByItself(MatterKind kind) => Matching(kind).Count == 0 && matters.Exists(m => m.Kind == kind && m.EndedByItself(Day));

    /// <summary>Whether a prosecution of the fact's own reference is open.</summary>
    public bool IsProsecuted() => Reference is not null && Latest(MatterKind.Prosecution, m => m.Reference == Reference) is not null;

    public void CloseAll(MatterKind kind)
    {
        foreach (var matter in matters.Where(m => m.Kind == kind && m.IsOpenOn(Day))) matter.Close(Day, now.Id);
    }

    /// <summary>Closes the one of the same reference only.</summary>
    public void CloseSame(MatterKind kind)
    {
        if (Reference is not null) Latest(kind, m => m.Reference == Reference)?.Close(Day, now.Id);
    }

    /// <summary>
    /// She left custody: a release without a reference ends every stay, one with a reference its own stay and whatever no prison has received her for.
    /// One whose reception has the same day but comes later in order is remembered.
    /// </summary>
    public void CloseStays()
    {
        if (now.Fact is ReReleased) reReleased = Day;
        CloseAll(MatterKind.Recall);
        var open = matters.FindAll(m => m.Kind == MatterKind.Custody && m.IsOpenOn(Day));
        var ending = Reference is null ? open : open.FindAll(m => m.Reference == Reference || m.Reference is null || !m.Received);
        if (!ending.Exists(m => m.Received || Reference is null)) earlyReleases.Add((Reference, Day, now.Id));
        foreach (var stay in ending)
        {
            if (stay.From == Day && stay.Received) Find(FindingCode.SameDayStay);
            stay.Close(Day, now.Id);
        }
    }

    public void Change(OpenMatter matter, Stage stage) => matter.Change(new Phase(Day, stage, now.Id));

    public void ChangeBasis(OpenMatter stay, CustodyBasis basis) => stay.Change(PhaseOf(basis));

    /// <summary>A court's remand or sentence, or a return after recall, that a reception carries out: whatever number the court gave it.</summary>
    public OpenMatter? AwaitingReception() =>
        Latest(MatterKind.Custody, m => !m.Received && m.Reference is not null && m.Reference == Reference) ?? Latest(MatterKind.Custody, m => !m.Received);

    public void Adopt(OpenMatter stay, CustodyBasis basis)
    {
        stay.Received = true;
        stay.Reference = Reference ?? stay.Reference;
        ChangeBasis(stay, basis);
    }

    /// <summary>The open stay that a second reception belongs to: one of the same reference, or one without when the reception has none.</summary>
    public OpenMatter? SameStay() => Latest(MatterKind.Custody, m => m.Reference == Reference);

    public void CompareWithOtherStays()
    {
        if (Latest(MatterKind.Custody) is not null) Find(FindingCode.OverlappingStays);
        if (matters.Exists(m => m.Kind == MatterKind.Custody && m.Until == Day)) Find(FindingCode.TouchingStays);
    }

    /// <summary>Whether a stay ended on this day.</summary>
    public bool LeftCustodyToday() => matters.Exists(m => m.Kind == MatterKind.Custody && m.Until == Day);

    public void CloseUnreceived()
    {
        foreach (var stay in matters.Where(m => m.Kind == MatterKind.Custody && !m.Received && m.IsOpenOn(Day))) stay.Close(Day, now.Id);
    }

    /// <summary>She was bailed, or the case ended: a remand that no prison has carried out is over.</summary>
    public void CloseUnreceivedRemand()
    {
        foreach (var stay in matters.Where(m => m.Kind == MatterKind.Custody && !m.Received && m.Current.Basis == CustodyBasis.Remand && m.IsOpenOn(Day))) stay.Close(Day, now.Id);
    }

    /// <summary>Whether a release after a recall is on record for this day: the prison's own record of it adds nothing.</summary>
    public bool ReReleasedToday() => reReleased == Day;

    public OpenMatter? OnRemand() =>
        Latest(MatterKind.Custody, m => m.Current.Basis is CustodyBasis.Remand or CustodyBasis.ConvictedUnsentenced or CustodyBasis.NotKnown);

    public bool InCustodyOnRecall() => Latest(MatterKind.Custody, m => m.Current.Basis == CustodyBasis.Recall) is not null;

    /// <summary>The open matters of a kind that the fact at hand is about.</summary>
    public IReadOnlyList<OpenMatter> Matching(MatterKind kind)
    {
        var open = matters.FindAll(m => m.Kind == kind && m.IsOpenOn(Day));
        var same = Reference is null ? [] : open.FindAll(m => m.Reference == Reference);
        if (same.Count > 0) return same;
        var unnamed = open.FindAll(m => m.Reference is null);
        if (unnamed.Count > 0) return unnamed;
        return Reference is null ? open.TakeLast(1).ToList() : open.Count == 1 ? open : [];
    }

    public OpenMatter? Latest(MatterKind kind, Predicate<OpenMatter>? which = null) =>
        matters.FindLast(m => m.Kind == kind && m.IsOpenOn(Day) && (which is null || which(m)));

    private OpenMatter Add(OpenMatter matter)
    {
        matters.Add(matter);
        return matter;
    }

    /// <summary>
    /// Convicted and unsentenced counts as remand. Civil grounds and an unknown basis count with remand too, since nobody has sentenced her.
    /// (Unverified: no published rule covers these two.)
    /// </summary>
    private Phase PhaseOf(CustodyBasis basis) => new(
        Day,
        basis switch
        {
            CustodyBasis.Recall => Stage.InCustodyOnRecall,
            CustodyBasis.Sentence => Stage.InCustody,
            _ => Stage.Remanded,
        },
        now.Id,
        basis);
}
