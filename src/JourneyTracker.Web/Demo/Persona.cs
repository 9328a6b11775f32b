using JourneyTracker.Domain.Access;

namespace JourneyTracker.Web.Demo;

/// <summary>Somebody made up as whom the demonstration can be looked at.</summary>
/// <param name="Code">As it stands in the cookie.</param>
/// <param name="Words">Who it is, for people.</param>
/// <param name="Caller">As whom the doors are asked.</param>
public sealed record Persona(string Code, string Words, Caller Caller);
