namespace JourneyTracker.CritterStack.Commands;

/// <summary>The folds of this node, if it folds.</summary>
public interface IFolds
{
    /// <param name="position">The last position that is to be folded, if no hole stands before it.</param>
    /// <param name="ct">Cancels.</param>
    Task FoldToAsync(long position, CancellationToken ct);
}
