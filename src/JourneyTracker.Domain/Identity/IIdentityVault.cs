using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Domain.Identity;

/// <summary>Who is behind a journey. Searched here, deletable, kept apart from the facts.</summary>
public interface IIdentityVault
{
    /// <summary>
    /// The journey of each person key, in order. A key seen for the first time is given a new journey id and a row in the vault; durable when it returns,
    /// so that a run that dies and starts again finds the same journeys.
    /// </summary>
    Task<IReadOnlyList<JourneyId>> FindOrOpenAsync(Partnership partnership, IReadOnlyList<PersonKey> keys, CancellationToken ct);

    /// <summary>The journey of each person key, in order; null where nobody was opened under it.</summary>
    Task<IReadOnlyList<JourneyId?>> FindAsync(Partnership partnership, IReadOnlyList<PersonKey> keys, CancellationToken ct);

    /// <summary>Gives a journey a row in the vault with what is known of who she is, or replaces what stood there.</summary>
    /// <exception cref="ErasedException">She was erased.</exception>
    Task PutAsync(Partnership partnership, JourneyId journey, PersonIdentity identity, CancellationToken ct);

    /// <summary>Who she is; null when the journey has no row here or was erased.</summary>
    Task<PersonIdentity?> GetAsync(Partnership partnership, JourneyId journey, CancellationToken ct);

    /// <summary>Who they are, for those of the journeys that have a row here.</summary>
    Task<IReadOnlyDictionary<JourneyId, PersonIdentity>> GetAsync(Partnership partnership, IReadOnlyCollection<JourneyId> journeys, CancellationToken ct);

    /// <summary>
    /// Everybody of a partnership who has a row here that can be opened, as it stands now. To search in: rows are sealed, so no index can. What was opened is remembered in memory for a while
    /// (docs/adr/0007), so that only what changed since is opened again.
    /// </summary>
    Task<IReadOnlyDictionary<JourneyId, KnownPerson>> ListAsync(Partnership partnership, CancellationToken ct);

    /// <summary>The same people's journeys that may be one woman's, strongest first. Nobody is asked who may know of them: that is for whoever shows them.</summary>
    Task<IReadOnlyList<PossibleDouble>> DoublesAsync(Partnership partnership, CancellationToken ct);

    /// <summary>Deletes her row and destroys her journey's key: her name, text and sensitive codes are gone for ever; her journey stays countable.</summary>
    Task EraseAsync(Partnership partnership, JourneyId journey, CancellationToken ct);
}
