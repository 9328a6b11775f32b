using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Matters;

/// <summary>
/// The matters of one journey while its facts are taken one by one. A fact with a matter reference goes with the matter of that reference, else with one that has
/// none; a fact without goes with the matter opened last.
/// </summary>
internal sealed class MatterBook
{
    private readonly List<OpenMatter> matters = [];
    private readonly List<Finding> findings = [];
    private readonly Dictionary<MatterReference, (DateOnly Day, FactId By)> earlyReleases = [];
    private EffectiveFact now = null!;

    private DateOnly Day => now.Day;

    private MatterReference? Reference => now.Fact.Matter;

    public void Begin(EffectiveFact fact) => now = fact;

    public (IReadOnlyList<Matter> Matters, IReadOnlyList<Finding> Findings) Result()
    {
        foreach (var (day, by) in earlyReleases.Values) Find(FindingCode.ReleasedNotInCustody, day, by);
        return ([.. matters.Select(m => m.ToMatter())], findings);
    }

    public void Find(FindingCode code) => Find(code, Day, now.Id);

    public void Find(FindingCode code, DateOnly day, FactId fact) => findings.Add(new Finding(code, day, fact));

    public OpenMatter Open(MatterKind kind, Stage stage, DateOnly? endsByLaw = null)
    {
        if (Reference is not null && Latest(kind, m => m.Reference == Reference) is { } same)
        {
            Change(same, stage);
            return same;
        }

        return Add(new OpenMatter(kind, Reference, new Phase(Day, stage, now.Id), endsByLaw));
    }

    public OpenMatter OpenCustody(CustodyBasis basis)
    {
        var stay = Add(new OpenMatter(MatterKind.Custody, Reference, PhaseOf(basis), endsByLaw: null));
        if (Reference is { } reference && earlyReleases.Remove(reference, out var release))
        {
            Find(release.Day < Day ? FindingCode.ClosedBeforeOpened : FindingCode.SameDayStay);
            stay.Close(release.Day, release.By);
        }

        return stay;
    }

    public void Close(MatterKind kind) => Matching(kind)?.Close(Day, now.Id);

    public void CloseOr(MatterKind kind, FindingCode otherwise)
    {
        if (Matching(kind) is { } matter) matter.Close(Day, now.Id);
        else if (!matters.Exists(m => m.Kind == kind && m.EndedByLawOn(Day))) Find(otherwise);
    }

    /// <summary>Closes the stay that a release is about. One whose reception has the same day but comes later in order is remembered.</summary>
    public void CloseStay()
    {
        if (Matching(MatterKind.Custody) is { } stay)
        {
            if (stay.From == Day) Find(FindingCode.SameDayStay);
            stay.Close(Day, now.Id);
        }
        else if (Reference is { } reference) earlyReleases.TryAdd(reference, (Day, now.Id));
        else Find(FindingCode.ReleasedNotInCustody);
        Close(MatterKind.Recall);
    }

    public void Change(OpenMatter matter, Stage stage) => matter.Change(new Phase(Day, stage, now.Id));

    public void ChangeBasis(OpenMatter stay, CustodyBasis basis) => stay.Change(PhaseOf(basis));

    /// <summary>A court's remand or sentence, or a return, that this reception carries out.</summary>
    public OpenMatter? AwaitingReception(CustodyBasis basis) =>
        Latest(MatterKind.Custody, m => !m.Received && (m.Reference is null || Reference is null || m.Reference == Reference))
        ?? (basis == CustodyBasis.Recall ? Latest(MatterKind.Custody, m => m.Current.Basis == CustodyBasis.Recall && m.Reference is null) : null);

    public void Adopt(OpenMatter stay, CustodyBasis basis)
    {
        stay.Received = true;
        stay.Reference ??= Reference;
        ChangeBasis(stay, basis);
    }

    /// <summary>The open stay that a second reception belongs to: one of the same reference, or any when neither has one.</summary>
    public OpenMatter? SameStay() => Latest(MatterKind.Custody, m => m.Reference == Reference);

    public void CompareWithOtherStays()
    {
        if (Latest(MatterKind.Custody) is not null) Find(FindingCode.OverlappingStays);
        if (matters.Exists(m => m.Kind == MatterKind.Custody && m.Until == Day)) Find(FindingCode.TouchingStays);
    }

    public OpenMatter? OnRemand() =>
        Latest(MatterKind.Custody, m => m.Current.Basis is CustodyBasis.Remand or CustodyBasis.ConvictedUnsentenced or CustodyBasis.NotKnown);

    public bool InCustodyOnRecall() => Latest(MatterKind.Custody, m => m.Current.Basis == CustodyBasis.Recall) is not null;

    public OpenMatter? Matching(MatterKind kind)
    {
        if (Reference is null) return Latest(kind);
        return Latest(kind, m => m.Reference == Reference) ?? Latest(kind, m => m.Reference is null);
    }

    public OpenMatter? Latest(MatterKind kind, Predicate<OpenMatter>? which = null) =>
        matters.FindLast(m => m.Kind == kind && m.IsOpenOn(Day) && (which is null || which(m)));

    private OpenMatter Add(OpenMatter matter)
    {
        matters.Add(matter);
        return matter;
    }

    /// <summary>
    /// Convicted and unsentenced counts as remand. Civil grounds count with sentences, since a court committed her for a term; immigration
    /// detention and an unknown basis count with remand, since nobody has sentenced her. (Unverified: no published rule covers these three.)
    /// </summary>
    private Phase PhaseOf(CustodyBasis basis) => new(
        Day,
        basis switch
        {
            CustodyBasis.Recall => Stage.InCustodyOnRecall,
            CustodyBasis.Sentence or CustodyBasis.Civil => Stage.InCustody,
            _ => Stage.Remanded,
        },
        now.Id,
        basis);
}
