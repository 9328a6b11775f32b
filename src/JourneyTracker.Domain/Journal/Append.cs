using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Journal;

/// <summary>Facts to be recorded together on one journey: all of them or none.</summary>
/// <param name="Partnership">Whose journey it is.</param>
/// <param name="Journey">The journey.</param>
/// <param name="By">Who records.</param>
/// <param name="Facts">In the order in which they are to stand.</param>
/// <param name="ExpectedVersion">The version the caller saw last (0: no journey yet); null when it does not matter.</param>
public sealed record Append(Partnership Partnership, JourneyId Journey, Recorder By, IReadOnlyList<NewFact> Facts, long? ExpectedVersion = null);

/// <summary>What became of an append.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>Durable. One entry for each fact, in order.</summary>
    /// <param name="Facts">Where each stands; a fact that was there before is marked as repeated and names the first one.</param>
    /// <param name="Version">The journey's version now.</param>
    public sealed record Accepted(IReadOnlyList<Placed> Facts, long Version) : AppendOutcome;

    /// <summary>Nothing was recorded.</summary>
    public sealed record Refused(Refusal Why) : AppendOutcome;
}

/// <summary>Where a fact stands.</summary>
/// <param name="Id">The fact's id: the first one's when this is a repeat.</param>
/// <param name="Position">Its position in the journal.</param>
/// <param name="Repeated">Whether it had been recorded before (same source, same reference, same content).</param>
public sealed record Placed(FactId Id, long Position, bool Repeated);
