using System.Collections.Frozen;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;

namespace JourneyTracker.Domain.Access;

/// <summary>Who stands at a door. Every door takes one; nothing reads or records without.</summary>
/// <param name="Person">The person's user name, or the name of the program that acts.</param>
/// <param name="Agency">The agency's name.</param>
/// <param name="AgencyType">Code of the list agency_types, or <see cref="AtTheMachine"/>.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Partnership">The one partnership the person acts for.</param>
public sealed record Caller(string Person, string Agency, string AgencyType, Role Role, Partnership Partnership)
{
    /// <summary>The kind of agency of whoever stands at the machine itself; no list has it, so that no sign-in gives it.</summary>
    public const string AtTheMachine = "operator";

    /// <summary>The journeys of the women the person works with, as sign-in says; empty when it names none.</summary>
    public IReadOnlySet<JourneyId> Women { get; init; } = FrozenSet<JourneyId>.Empty;

    /// <summary>The person's family name, to notice who looks at somebody of the same name; null when sign-in does not say.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Why the person asks, where a reason was given; it is written down with the read.</summary>
    public string? Why { get; init; }

    public Recorder AsRecorder => new(Person, Agency);
}

/// <summary>What a person is here to do.</summary>
public enum Role
{
    Coordinator,
    Practitioner,
    Auditor,
    Evaluator,
    Administrator,
}
