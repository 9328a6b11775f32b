using System.CommandLine;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Cli.Shell;

/// <summary>A verb about one journey, which its first word names.</summary>
internal abstract class JourneyVerb : Verb
{
    private readonly Argument<string> journey;
    private readonly Role role;

    /// <param name="name">The verb.</param>
    /// <param name="description">What it does.</param>
    /// <param name="role">Who the person at the keyboard is for it: one who looks, or one who records.</param>
    /// <param name="journey">How the journey is asked for, when not as usual.</param>
    protected JourneyVerb(string name, string description, Role role = Role.Auditor, Argument<string>? journey = null) : base(name, description)
    {
        (this.role, this.journey) = (role, journey ?? JourneyArgument.Make());
        Arguments.Add(this.journey);
    }

    protected sealed override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        Check(session);
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation) with { Role = role };
        var id = await house.JourneyAsync(caller, session.Get(journey), cancellation);
        return await RunAsync(session, new HerHouse(house, caller, id), cancellation);
    }

    /// <summary>Refuses words that do not fit each other, before the database is opened.</summary>
    protected virtual void Check(Session session)
    {
    }

    protected abstract Task<int> RunAsync(Session session, HerHouse hers, CancellationToken cancellation);
}

/// <summary>The house, opened for a verb about one journey.</summary>
/// <param name="House">The database and its doors.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Id">The journey that was named; whether it is there, the doors say.</param>
internal sealed record HerHouse(House House, Caller Caller, JourneyId Id)
{
    public RefusedException NotHere => JourneyArgument.NotHere(Id.ToString());
}
