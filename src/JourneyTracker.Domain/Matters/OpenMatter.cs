using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Matters;

/// <summary>A matter while it is being folded.</summary>
internal sealed class OpenMatter(MatterKind kind, MatterReference? reference, Phase first, DateOnly? endsByLaw)
{
    private readonly List<Phase> phases = [first];
    private FactId? closedBy;

    public MatterKind Kind { get; } = kind;

    public MatterReference? Reference { get; set; } = reference;

    public DateOnly? Until { get; private set; } = endsByLaw < first.From ? first.From : endsByLaw;

    public DateOnly From => phases[0].From;

    public Phase Current => phases[^1];

    /// <summary>For custody: whether a prison has said that she is there. A court's remand or sentence alone has not.</summary>
    public bool Received { get; set; }

    public bool IsOpenOn(DateOnly day) => Until is null || day < Until;

    /// <summary>Whether it is over on a day, and no fact closed it.</summary>
    public bool EndedByItself(DateOnly day) => !IsOpenOn(day) && closedBy is null;

    public void Change(Phase phase)
    {
        if (phase.Stage == Current.Stage && phase.Basis == Current.Basis) return;
        if (phase.From == Current.From) phases[^1] = phase;
        else phases.Add(phase);
    }

    public void Close(DateOnly day, FactId by)
    {
        Until = day < From ? From : day;
        closedBy = by;
    }

    public Matter ToMatter() => new(Kind, Reference, phases, Until, closedBy);
}
