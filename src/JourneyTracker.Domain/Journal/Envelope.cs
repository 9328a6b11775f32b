using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Journal;

/// <summary>Who recorded a fact.</summary>
/// <param name="Person">The person's user name, or the name of the program that acted.</param>
/// <param name="Agency">The agency's name.</param>
public sealed record Recorder(string Person, string Agency);

/// <summary>Where a fact comes from. The same reference of the same system twice is one fact.</summary>
/// <param name="System">The agency's system, as a code of lower-case letters, digits and hyphens.</param>
/// <param name="Reference">The system's own name for the record. The journal keeps a keyed hash of it only.</param>
public sealed record SourceReference(string System, string Reference)
{
    /// <summary>Without the reference, which often contains an identifier.</summary>
    public override string ToString() => $"(reference of {System})";
}

/// <summary>A fact that is to be recorded.</summary>
/// <param name="Id">Made by the door.</param>
/// <param name="Fact">With its protected values open; the journal seals them.</param>
/// <param name="Source">Where it comes from; null when typed in here.</param>
/// <param name="SourceRecordedAt">When the agency's system learnt it; null when that is not known.</param>
/// <param name="RecordedAt">Only a simulated partnership may say when it was recorded; null otherwise.</param>
public sealed record NewFact(
    FactId Id, Fact Fact, SourceReference? Source = null, DateTimeOffset? SourceRecordedAt = null, DateTimeOffset? RecordedAt = null);

/// <summary>A fact as it stands in the journal.</summary>
/// <param name="Id">Its own name.</param>
/// <param name="Journey">The woman's journey.</param>
/// <param name="Partnership">Whose journey it is.</param>
/// <param name="Version">Where it stands in her journey: 1, 2, 3 without holes.</param>
/// <param name="Position">Where it stands in the whole journal: growing, with holes.</param>
/// <param name="RecordedAt">When the journal took it, to the microsecond, offset zero.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Source">The system it comes from; null when typed in here.</param>
/// <param name="SourceReference">The keyed hash of that system's reference.</param>
/// <param name="SourceRecordedAt">When that system learnt it.</param>
/// <param name="Fact">With its protected values sealed, unless the reader asked for them to be opened.</param>
public sealed record RecordedFact(
    FactId Id,
    JourneyId Journey,
    Partnership Partnership,
    long Version,
    long Position,
    DateTimeOffset RecordedAt,
    Recorder RecordedBy,
    string? Source,
    string? SourceReference,
    DateTimeOffset? SourceRecordedAt,
    Fact Fact)
{
    private readonly Fact fact = Fact;

    /// <summary>With its protected values sealed, unless the reader asked for them to be opened.</summary>
    /// <exception cref="UnreadableFactException">This version of the program cannot read it; see <see cref="Unreadable"/>.</exception>
    public Fact Fact
    {
        get => Unreadable is null ? fact : throw new UnreadableFactException($"Fact {Id} at position {Position}: {Unreadable}");
        init => fact = value;
    }

    /// <summary>Why this version of the program cannot read the fact; null when it can. Whoever folds must freeze that journey, not skip the fact.</summary>
    public string? Unreadable { get; init; }

    public override string ToString() => $"{Position}: {Journey} version {Version}, {(Unreadable is null ? fact.ToString() : Unreadable)}";
}
