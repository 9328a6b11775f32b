using System.Data.Common;
using JourneyTracker.Domain.Access;
using JourneyTracker.Web.SignIn;
using Npgsql;

namespace JourneyTracker.Web.Hosting;

/// <summary>Why the server cannot do now what it usually can, in words for whoever asked, and when to ask again.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">What is the matter: one sentence.</param>
/// <param name="Detail">What to do: one sentence.</param>
/// <param name="RetryAfter">In seconds.</param>
internal sealed record Trouble(int Status, string Title, string Detail, int RetryAfter)
{
    public static Trouble TooManyAtOnce { get; } = new(
        StatusCodes.Status429TooManyRequests, "The server has more to do than it can at the moment.", "Nothing was done. Try again in a moment; what you entered is still on the page before.", 2);

    public static Trouble TooManyInAMinute { get; } = new(
        StatusCodes.Status429TooManyRequests, "You, or others at your address, have asked for more in a minute than the server gives.", "Nothing was done. Try again in a minute.", 60);

    private static readonly Trouble NoConnection = new(
        StatusCodes.Status503ServiceUnavailable, "The server has more to do than its database can at the moment.", "Try again in a moment.", 5);

    private static readonly Trouble DiskFull = new(
        StatusCodes.Status503ServiceUnavailable, "The journal's disk is full: nothing can be recorded until somebody makes room.", "Tell whoever runs the server; what was recorded before is safe.", 60);

    private static readonly Trouble ReadOnly = new(
        StatusCodes.Status503ServiceUnavailable, "The journal cannot be written to at the moment: its database takes only reads.", "Try again in a minute.", 30);

    private static readonly Trouble NotWrittenDown = new(
        StatusCodes.Status503ServiceUnavailable, "Looks at records cannot be written down at the moment, so nothing is shown.", "Try again in a minute; tell whoever runs the server if it stays so.", 30);

    private static readonly Trouble Unreachable = new(StatusCodes.Status503ServiceUnavailable, "The journal cannot be reached at the moment.", "Try again in a minute.", 10);

    private static readonly Trouble NoProvider = new(StatusCodes.Status503ServiceUnavailable, "The sign-in service cannot be reached at the moment.", "Try again in a minute.", 10);

    /// <summary>Null when the failure is the program's own.</summary>
    public static Trouble? Of(Exception wrong) => wrong switch
    {
        NotWrittenDownException { InnerException: { } why } => Of(why) is { } known && known != Unreachable ? known : NotWrittenDown,
        SignInRefusedException => NoProvider,
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ConfigurationLimitExceeded } => NoConnection,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => DiskFull,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => ReadOnly,
        NpgsqlException { InnerException: TimeoutException } when wrong.Message.Contains("pool", StringComparison.Ordinal) => NoConnection,
        DbException => Unreachable,
        _ => null,
    };
}
