using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Matters;

/// <summary>What a matter is about.</summary>
public enum MatterKind
{
    Investigation,
    Diversion,
    OutOfCourtResolution,
    Prosecution,
    Custody,
    Order,
    Licence,

    /// <summary>Recalled, not returned; being back is a custody matter.</summary>
    Recall,

    /// <summary>Historic: there is none from 11 May 2026 on.</summary>
    PostSentenceSupervision,
}

/// <summary>Something that is open between an agency and a woman, from its first day until the day on which it no longer is.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Reference">The agency's reference, hashed; null when none was given.</param>
/// <param name="Phases">The stages it went through; the first begins with the matter.</param>
/// <param name="Until">The first day on which it is no longer open; null while nothing says that it ends. May lie in the future when the law sets it.</param>
/// <param name="ClosedBy">The fact that closed it; null while open, or when it ends by operation of law.</param>
public sealed record Matter(MatterKind Kind, MatterReference? Reference, IReadOnlyList<Phase> Phases, DateOnly? Until, FactId? ClosedBy)
{
    public DateOnly From => Phases[0].From;

    public FactId OpenedBy => Phases[0].By;

    /// <summary>Whether it ends, or ended, by operation of law with no fact.</summary>
    public bool EndsByLaw => Until is not null && ClosedBy is null;

    public bool IsOpenOn(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>The phase on a day; null when the matter is not open then.</summary>
    public Phase? On(DateOnly day)
    {
        if (!IsOpenOn(day)) return null;
        var phase = Phases[0];
        for (var i = 1; i < Phases.Count && Phases[i].From <= day; i++) phase = Phases[i];
        return phase;
    }
}

/// <summary>One stage of a matter, from a day on.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Stage">The stage.</param>
/// <param name="By">The fact that began it.</param>
/// <param name="Basis">For custody: in what right she is held.</param>
public sealed record Phase(DateOnly From, Stage Stage, FactId By, CustodyBasis? Basis = null);
