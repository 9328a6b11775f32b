namespace JourneyTracker.Web.SignIn;

/// <summary>Where somebody is led after signing in: an address of this server, or the board.</summary>
internal static class LocalAddress
{
    private const string Board = "/board";
    private static readonly string[] NotToReturnTo = [SignInEndpoints.Page, "/sign-out", "/problem"];
    private const int Longest = 2_000;

    /// <summary>Browsers read // and /\ as another host, and leave out control characters.</summary>
    public static string Of(string? said) =>
        said is ['/', ..] and not ['/', '/', ..] && said.Length <= Longest && !said.Any(char.IsControl) && !said.Contains('\\', StringComparison.Ordinal)
        && !Array.Exists(NotToReturnTo, p => said.StartsWith(p, StringComparison.OrdinalIgnoreCase))
            ? said
            : Board;
}
