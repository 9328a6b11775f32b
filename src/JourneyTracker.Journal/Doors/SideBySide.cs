using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Journal.Doors;

/// <summary>Two journeys beside each other, for a person who decides whether they are one woman's.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Why">What speaks for it and against; null when nothing on record suggests it.</param>
public sealed record SideBySide(RecordSide First, RecordSide Second, Likeness? Why);

/// <summary>One of two.</summary>
/// <param name="Journey">The journey.</param>
/// <param name="Person">Who she is by it.</param>
/// <param name="Stage">Her stage today; null while her first record is not folded.</param>
/// <param name="Area">The police force area she is known in, by its code.</param>
public sealed record RecordSide(JourneyId Journey, PersonIdentity Person, Stage? Stage, string? Area)
{
    internal static RecordSide Of(JourneyId journey, PersonIdentity person, IReadOnlyDictionary<JourneyId, (Stage Stage, string? Area)> standing) =>
        new(journey, person, standing.TryGetValue(journey, out var now) ? now.Stage : null, now.Area);
}
