using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Matters;

/// <summary>A time in one stage. Spells follow each other without gap or overlap; the last one has no end.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The first day of the next spell; null for the last. May lie in the future when the law sets it.</param>
/// <param name="By">The fact that began it; null when it began by operation of law, or when it is her first and no fact says that a justice agency knows of her.</param>
/// <param name="Agency">The agency that recorded that fact; for operation of law, a death or a move, the one of the spell before. Empty while no justice matter has been open: who supports her is not told here.</param>
public sealed record Spell(Stage Stage, DateOnly From, DateOnly? Until, FactId? By, string Agency);
