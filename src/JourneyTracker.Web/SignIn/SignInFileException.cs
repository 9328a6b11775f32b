namespace JourneyTracker.Web.SignIn;

/// <summary>A sign-in file that cannot be used: what is wrong, where, and how to mend it.</summary>
public sealed class SignInFileException(string what, string where, string how) : Exception(what)
{
    /// <summary>The file, and the place in it.</summary>
    public string Where { get; } = where;

    public string How { get; } = how;
}
