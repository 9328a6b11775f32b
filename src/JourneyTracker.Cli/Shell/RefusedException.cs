namespace JourneyTracker.Cli.Shell;

/// <summary>An expected refusal, in words for the person at the keyboard. It ends the verb with exit code 1.</summary>
/// <param name="what">What was refused and why: one whole sentence.</param>
/// <param name="where">The file, line, option or record it is about.</param>
/// <param name="how">What to do about it: one whole sentence.</param>
public sealed class RefusedException(string what, string? where = null, string? how = null) : Exception(what)
{
    public string? Where { get; } = where;

    public string? How { get; } = how;

    /// <summary>The words given do not fit each other: it ends with exit code 2.</summary>
    public bool IsWrongUsage { get; init; }
}
