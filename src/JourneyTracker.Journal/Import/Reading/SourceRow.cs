namespace JourneyTracker.Journal.Import.Reading;

/// <summary>One row of a source.</summary>
/// <param name="Line">The physical line on which it begins.</param>
/// <param name="Cells">The values of the columns that the mapping uses, trimmed, in the mapping's order; empty text where there is none.</param>
/// <param name="Problem">Why it could not be read; then there are no cells.</param>
/// <param name="Raw">The row's bytes without line end, when they are kept for a file of refused rows.</param>
/// <param name="Offset">Where it begins in the unpacked file.</param>
/// <param name="Length">How many bytes it has: <paramref name="Raw"/> is left out of memory when it is too long.</param>
public sealed record SourceRow(long Line, string[] Cells, RowRefusal? Problem, ReadOnlyMemory<byte>? Raw, long Offset, long Length);
