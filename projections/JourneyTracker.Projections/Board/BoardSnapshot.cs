using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Projections.Board;

/// <summary>A board at one moment.</summary>
/// <param name="Position">The feed position it stands at: messages after it are not in it, those up to it are.</param>
/// <param name="Day">The London day it is for.</param>
/// <param name="Women">Every woman of the partnership known by that day.</param>
public sealed record BoardSnapshot(long Position, DateOnly Day, IReadOnlyList<BoardWoman> Women);

/// <summary>One woman on a board.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Stage">Her stage on the board's day.</param>
/// <param name="Since">The first day of that stage.</param>
/// <param name="Area">The police force area by GSS code; null when not known.</param>
/// <param name="Agency">The agency whose record began the stage.</param>
public sealed record BoardWoman(JourneyId Journey, Stage Stage, DateOnly Since, string? Area, string Agency);
