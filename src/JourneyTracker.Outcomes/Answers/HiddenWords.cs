namespace JourneyTracker.Outcomes.Answers;

/// <summary>How what is hidden is spoken of.</summary>
public static class HiddenWords
{
    public static string Rows(int hidden) => $"{hidden} {(hidden == 1 ? "row is" : "rows are")} not shown ([c]): figures about 1 to 5 women, and those from which such figures could be worked out.";
}
