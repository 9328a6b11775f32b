namespace JourneyTracker.Domain.Access;

/// <summary>What the access log says was looked at, where somebody goes by it later.</summary>
public static class AccessSubjects
{
    /// <summary>Her journey was named, and the answer was "not found".</summary>
    public const string NotFound = "not found";

    /// <summary>She stood in the answer to a search for a person.</summary>
    public const string Found = "found by who she is";

    /// <summary>Her record was compared with others to find doubles.</summary>
    public const string Compared = "compared with other records";

    /// <summary>Something in her records did not fit together, and she stood in a list of such.</summary>
    public const string Listed = "listed among records to mend";

    /// <summary>She stood in a list of the women behind a figure: what the subject begins with.</summary>
    public const string Behind = "women behind ";

    /// <summary>Somebody opened what is not shared, to keep a person safe.</summary>
    public const string Emergency = "opened in an emergency";

    /// <summary>The access log was asked about her: what the subject begins with, after "refused: " where it was.</summary>
    public const string Asked = "access log: ";

    /// <summary>Whether the journey itself was opened, and not only met in a list.</summary>
    public static bool IsOpening(string? subject) => subject is not (NotFound or Found or Compared or Listed) && !IsAsking(subject) && !IsBehind(subject);

    /// <summary>Whether it was the log that was asked.</summary>
    public static bool IsAsking(string? subject) => subject is not null && subject.Contains(Asked, StringComparison.Ordinal);

    /// <summary>Whether she stood in a list of the women behind a figure.</summary>
    public static bool IsBehind(string? subject) => subject is not null && subject.StartsWith(Behind, StringComparison.Ordinal);
}
