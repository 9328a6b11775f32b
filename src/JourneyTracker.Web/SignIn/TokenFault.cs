using Microsoft.IdentityModel.Tokens;

namespace JourneyTracker.Web.SignIn;

/// <summary>What is wrong with a token, as a code for the log.</summary>
internal static class TokenFault
{
    public static string Of(Exception? fault) => fault switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException => "not-of-now",
        SecurityTokenInvalidAudienceException => "for-somebody-else",
        SecurityTokenInvalidIssuerException => "from-somebody-else",
        SecurityTokenInvalidTypeException => "wrong-type",
        SecurityTokenInvalidAlgorithmException => "wrong-algorithm",
        SecurityTokenSignatureKeyNotFoundException => "unknown-key",
        SecurityTokenInvalidSignatureException => "wrong-signature",
        _ => "no-token",
    };
}
