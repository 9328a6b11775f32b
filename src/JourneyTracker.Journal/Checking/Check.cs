namespace JourneyTracker.Journal.Checking;

/// <summary>What a check came to.</summary>
public enum Verdict
{
    Ok,

    /// <summary>It works, and somebody should look at it.</summary>
    Warning,

    /// <summary>Something is wrong or in danger: it must be mended.</summary>
    Broken,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">A stable name, for programs.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Found">What was found: whole sentences, without personal data; journeys by id.</param>
/// <param name="ToDo">What to do about it; null when nothing is.</param>
public sealed record Check(string Name, Verdict Verdict, string Found, string? ToDo)
{
    internal static Check Ok(string name, string found) => new(name, Verdict.Ok, found, null);

    internal static Check Warning(string name, string found, string toDo) => new(name, Verdict.Warning, found, toDo);

    internal static Check Broken(string name, string found, string toDo) => new(name, Verdict.Broken, found, toDo);
}
