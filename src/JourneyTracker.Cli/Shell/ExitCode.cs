namespace JourneyTracker.Cli.Shell;

/// <summary>What the process says to the one that started it.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, failed or interrupted.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;
}
