namespace JourneyTracker.Web.SignIn;

/// <summary>Why somebody was not signed in, for the page and the log. Never has a value of a token in it.</summary>
/// <param name="Reason">A stable code for the log.</param>
/// <param name="Sentence">What is the matter, for the person.</param>
/// <param name="Details">What exactly is missing or unknown.</param>
internal sealed record SignInRefusal(string Reason, string Sentence, IReadOnlyList<string> Details)
{
    public static SignInRefusal Untrusted(string reason) => new(reason, "The answer of the sign-in service could not be trusted, so you were not signed in.", []);

    public static SignInRefusal Spent { get; } = new("spent", "This sign-in was used already, was begun in another browser, or took too long. Start again.", []);

    public static SignInRefusal Declined { get; } = new("declined", "The sign-in service did not let you in.", []);

    public static SignInRefusal Unreachable { get; } = new("unreachable", "The sign-in service cannot be reached at the moment. Try again in a minute.", []);

    public static SignInRefusal Unknown(IReadOnlyList<string> details) => new("unknown-person", "The sign-in service knows you, but does not say enough about you.", details);
}

/// <summary>Ends a sign-in.</summary>
internal sealed class SignInRefusedException(SignInRefusal refusal) : Exception(refusal.Reason)
{
    public SignInRefusal Refusal { get; } = refusal;
}
