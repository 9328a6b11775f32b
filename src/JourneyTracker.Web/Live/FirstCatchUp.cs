using System.Globalization;
using JourneyTracker.Journal.Folding;

namespace JourneyTracker.Web.Live;

/// <summary>
/// Whether the folds have come to where the journal ended when the server first looked: until then its boards are not whole. Not to its end as it is now: while
/// others go on recording, that moves away.
/// </summary>
internal sealed class FirstCatchUp(FoldingHealth folding)
{
    private const long NotYetSeen = -1;
    private long end = NotYetSeen;
    private volatile bool isDone;

    /// <summary>How many records are still to be folded; 0 once they were, but for a board that is empty it is always asked.</summary>
    public async Task<long> ToGoAsync(bool isEmpty, CancellationToken ct) => isDone && !isEmpty ? 0 : ToGo(await folding.ReadAsync(ct), isEmpty);

    public long ToGo(FoldingState state, bool isEmpty = false)
    {
        Interlocked.CompareExchange(ref end, state.Position, NotYetSeen);
        if (state.FoldedTo >= Interlocked.Read(ref end)) isDone = true;
        return isDone && !isEmpty ? 0 : state.Behind;
    }

    /// <summary>For example: 9,084 records still to go.</summary>
    public static string InWords(long toGo) => string.Create(CultureInfo.InvariantCulture, $"{toGo:N0} {(toGo == 1 ? "record" : "records")} still to go.");
}
