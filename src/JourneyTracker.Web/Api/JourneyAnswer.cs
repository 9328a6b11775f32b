using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Web.Api;

/// <summary>A journey as programs read it.</summary>
internal sealed record JourneyAnswer(
    Guid Id,
    string Pseudonym,
    string? Name,
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    long Position,
    long Version,
    Stage Stage,
    DateOnly? Since,
    Guid? WentTo,
    IEnumerable<Guid>? Merged,
    IEnumerable<SpellAnswer> Spells,
    IEnumerable<MatterAnswer> Matters,
    IEnumerable<EntryAnswer> Timeline,
    long? FrozenFrom,
    string? Frozen)
{
    public static JourneyAnswer Of(JourneyReading reading) => new(
        reading.Id.Value,
        reading.Pseudonym,
        reading.Name,
        reading.AsAt,
        reading.KnownAt,
        reading.Position,
        reading.Version,
        reading.Stage,
        reading.Since,
        reading.WentTo?.Value,
        reading.Merged.Count == 0 ? null : reading.Merged.Select(m => m.Value),
        reading.Status.Spells.Select(s => new SpellAnswer(s.Stage, s.From, s.Until, s.By?.Value, s.Agency)),
        reading.Status.Matters.Select(m => MatterAnswer.Of(m, reading.AsAt)),
        reading.Timeline.Select(EntryAnswer.Of),
        reading.FrozenFrom,
        reading.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
}

/// <summary>A stage from a day until the first day of the next.</summary>
internal sealed record SpellAnswer(Stage Stage, DateOnly From, DateOnly? Until, Guid? By, string Agency);

/// <summary>A matter, and whether it is open on the day asked for.</summary>
internal sealed record MatterAnswer(MatterKind Kind, bool Open, DateOnly From, DateOnly? Until, bool EndsByLaw, IEnumerable<PhaseAnswer> Phases)
{
    public static MatterAnswer Of(Matter matter, DateOnly day) => new(
        matter.Kind, matter.IsOpenOn(day), matter.From, matter.Until, matter.EndsByLaw, matter.Phases.Select(p => new PhaseAnswer(p.From, p.Stage, p.Basis, p.By.Value)));
}

/// <summary>A stage of a matter, from a day on.</summary>
internal sealed record PhaseAnswer(DateOnly From, Stage Stage, CustodyBasis? Basis, Guid By);

/// <summary>A fact with what was said of it since, oldest first; the last one counts.</summary>
internal sealed record EntryAnswer(Guid Id, bool Shared, bool Withdrawn, bool? Restricted, IEnumerable<SaidAnswer> Said)
{
    public static EntryAnswer Of(TimelineEntry entry) =>
        new(SaidAnswer.Id(entry.Id, entry.Now.Fact is not null), entry.Now.Fact is not null, entry.IsWithdrawn, entry.IsRestricted ? true : null, entry.Said.Select(SaidAnswer.Of));
}

/// <summary>One version of a fact. What is not shared with the caller has its day only.</summary>
internal sealed record SaidAnswer(
    Guid Fact, string? Name, string HappenedOn, DateTimeOffset RecordedAt, string? Person, string? Agency, string? Source, CorrectionReason? Why, JsonElement? Body)
{
    public static SaidAnswer Of(TimelineVersion version) => version.Fact is { } fact
        ? new(
            version.RecordedId.Value, version.Name, version.HappenedOn.ToString(), version.RecordedAt, version.RecordedBy?.Person, version.RecordedBy?.Agency,
            version.Source, version.Why, FactCodec.WritePlain(fact))
        : new(Id(version.RecordedId, isShared: false), null, version.HappenedOn.ToString(), version.RecordedAt, null, null, null, null, null);

    /// <summary>The id of a fact; of what is not shared without the time that is in it.</summary>
    public static Guid Id(FactId id, bool isShared)
    {
        if (isShared) return id.Value;
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[..6].Clear();
        return new Guid(bytes, bigEndian: true);
    }
}
