namespace JourneyTracker.Outcomes.Answers;

/// <summary>How what is hidden is spoken of.</summary>
public static class HiddenWords
{
    /// <summary>Of every group what was asked is hidden.</summary>
    public static string NoGroup => "Nothing can be said of any group at this size: ask about a longer period, or of all together.";

    /// <summary>All that was asked is hidden.</summary>
    public static string Nothing => "Nothing can be said at this size: ask about a longer period.";

    public static string Rows(int hidden) => $"{hidden} {(hidden == 1 ? "row is" : "rows are")} not shown ([c]): figures about 1 to 5 women, and those from which such figures could be worked out.";
}
