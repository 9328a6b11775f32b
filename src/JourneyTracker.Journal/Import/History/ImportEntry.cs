namespace JourneyTracker.Journal.Import.History;

/// <summary>One import, as the history has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Who imported.</param>
/// <param name="Agency">Of which agency.</param>
/// <param name="Door">The page or the verb.</param>
/// <param name="FileName">The file's name, without its folder.</param>
/// <param name="Mapping">The mapping's name.</param>
/// <param name="Begun">When it was asked for.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="State">How it stands.</param>
/// <param name="Part">The part of the file that is done, 0 to 1.</param>
/// <param name="Counts">What became of the rows; while it runs, only how many were read.</param>
/// <param name="Failure">Why it did not reach the end, in words.</param>
/// <param name="RejectsUntil">When its refused rows are deleted; null when none are kept.</param>
public sealed record ImportEntry(
    Guid Id, string Person, string Agency, string Door, string FileName, string Mapping, DateTimeOffset Begun, DateTimeOffset? Ended, ImportState State, double Part, ImportCounts Counts,
    string? Failure, DateTimeOffset? RejectsUntil);

/// <summary>What became of the rows of an import, its file of people included.</summary>
public sealed record ImportCounts(long Rows, long Accepted, long Repeated, long Refused, long PassedOver, long Facts);

/// <summary>How an import stands.</summary>
public enum ImportState
{
    Running,

    /// <summary>Every row was read.</summary>
    Done,

    /// <summary>Somebody, or the server's end, stopped it: what was recorded stays.</summary>
    Stopped,

    /// <summary>It could not be used, or not be read to the end.</summary>
    Failed,

    /// <summary>It says nothing any more: the program that ran it is gone.</summary>
    Interrupted,
}
