using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Finding;

/// <summary>A search as it was typed.</summary>
/// <param name="Typed">The text of the one box.</param>
/// <param name="Born">The date of birth, in its three boxes.</param>
internal sealed record AskedSearch(string? Typed, TypedDay Born)
{
    private const int LongestTyped = 200;

    public static AskedSearch Nothing { get; } = new(null, TypedDay.None);

    public static AskedSearch Of(IFormCollection form) => new(((string?)form["typed"])?.Trim(), TypedDay.Of(form, "born"));

    /// <summary>What is wrong, by field, and the date of birth where one was typed.</summary>
    public (DateOnly? Born, IReadOnlyDictionary<string, string> Wrong) Read()
    {
        var wrong = new Dictionary<string, string>();
        if (string.IsNullOrWhiteSpace(Typed) && Born.IsEmpty) wrong["typed"] = "Enter a name, a number or a date of birth";
        else if (Typed?.Length > LongestTyped) wrong["typed"] = $"What you look for must be {LongestTyped} characters or fewer";
        var (day, mistake) = Born.IsEmpty ? (null, null) : Born.Read("Date of birth");
        if (mistake is not null) wrong["born"] = mistake;
        return (day, wrong);
    }
}
