using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>What groups are called for people.</summary>
public static class GroupNames
{
    private static readonly Dictionary<string, string> Areas = CodeList.PoliceForceAreas.All.ToDictionary(c => c.Value, c => c.Label);

    /// <summary>Areas by their names; every other group as it is.</summary>
    public static string Of(string by, string value) => by == "area" ? Areas.GetValueOrDefault(value, value == "not known" ? "Not known" : value) : value;
}
