using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Differences;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Doors;

/// <summary>One journey as one caller may read it.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Name">Who she is, when the caller may know and the vault does; null otherwise.</param>
/// <param name="AsAt">The day it is read for: what happened later is not in it.</param>
/// <param name="KnownAt">The instant it is read for: what was recorded later is not in it.</param>
/// <param name="Position">The position of the journal it stands at.</param>
/// <param name="Version">The journey's version at that position.</param>
/// <param name="Status">Her stages and matters.</param>
/// <param name="Timeline">What is on record, newest first.</param>
/// <param name="FrozenFrom">The position of the first record that this version cannot read; it and what follows it are left out. Null when all can be read.</param>
public sealed record JourneyReading(
    JourneyId Id,
    string? Name,
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    long Position,
    long Version,
    JourneyStatus Status,
    IReadOnlyList<TimelineEntry> Timeline,
    long? FrozenFrom)
{
    /// <summary>What people must be told when a record cannot be read.</summary>
    public const string FrozenInWords = "A record of this journey cannot be read by this version; what follows it is not shown.";

    public string Pseudonym => Id.Pseudonym;

    /// <summary>The journey as part of which this one is read, since they were found to be one woman's; null while it stands for itself.</summary>
    public JourneyId? WentTo { get; init; }

    /// <summary>The journeys that were merged into this one and are read as part of it.</summary>
    public IReadOnlyList<JourneyId> Merged { get; init; } = [];

    /// <summary>What the answer was made from: not for the caller's eyes.</summary>
    internal KnownJourney Known { get; init; } = null!;

    public override string ToString() => $"{Pseudonym} as at {AsAt:yyyy-MM-dd}";

    public Stage Stage => Status.On(AsAt);

    /// <summary>The first day of the stage; null when she was not yet known.</summary>
    public DateOnly? Since => Status.SpellOn(AsAt)?.From;
}

/// <summary>Women of a partnership by stage on a day.</summary>
/// <param name="AsAt">The day.</param>
/// <param name="KnownAt">The instant up to which records count.</param>
/// <param name="Position">The position of the journal it stands at.</param>
/// <param name="Frozen">Journeys with a record that this version cannot read: counted by what precedes it.</param>
/// <param name="NotYetKnown">Women on record who were not yet known on that day.</param>
/// <param name="Stages">Every stage of the board, most restrictive first.</param>
/// <param name="Groups">The same by area or agency, when asked for.</param>
public sealed record StageCensus(
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    long Position,
    int Frozen,
    int NotYetKnown,
    IReadOnlyDictionary<Stage, int> Stages,
    IReadOnlyList<StageGroup>? Groups);

/// <summary>What a count was made from.</summary>
/// <param name="Position">The position of the journal it stands at.</param>
/// <param name="Frozen">Journeys with a record that this version cannot read: counted by what precedes it.</param>
public sealed record JourneysRead(long Position, int Frozen)
{
    /// <summary>What people must be told about a count; null when there is nothing to tell.</summary>
    public static string? InWords(int frozen) => frozen switch
    {
        0 => null,
        1 => "A record of 1 journey cannot be read by this version; what follows it is not counted.",
        _ => $"A record of {frozen} journeys cannot be read by this version; what follows it is not counted.",
    };
}

/// <summary>Women of one area or agency by stage.</summary>
/// <param name="Code">The area's GSS code or the agency's name; empty when not known.</param>
/// <param name="Name">What people read.</param>
public sealed record StageGroup(string Code, string Name, IReadOnlyDictionary<Stage, int> Stages);

/// <summary>By what women are grouped in a census.</summary>
public enum CensusBy
{
    Area,

    /// <summary>The agency whose record began the stage she is in.</summary>
    Agency,
}
