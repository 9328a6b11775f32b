namespace JourneyTracker.Journal.Events;

/// <summary>The sequence of positions gives out numbers that are taken: another program has made numbers up, or the sequence was set back.</summary>
public sealed class BrokenSequenceException(Exception inner) : Exception(
    "The sequence journeys.mt_events_sequence gave out a position that is taken already. Another program has written a position of its own, or the sequence was set back; "
    + "set it to the highest seq_id of journeys.mt_events with setval before recording goes on.",
    inner);
