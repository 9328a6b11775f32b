namespace JourneyTracker.Domain.Law;

/// <summary>A part of the law that can be turned on and off as a whole, because it is not yet confirmed or was not always there.</summary>
/// <param name="Name">The name by which it is turned on or off.</param>
/// <param name="IsOn">Whether it is on when nobody says otherwise.</param>
/// <param name="Why">Why it stands so, and what to confirm before changing it.</param>
public sealed record LawSwitch(string Name, bool IsOn, string Why, string Source);
