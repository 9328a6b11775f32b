using System.Diagnostics;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Journal.Doors;

/// <summary>The one way in which people and programs say who she is. What is refused loses nothing: her journey and what was known of her stay as they were.</summary>
public sealed class IdentifyingDoor(IIdentityVault vault, IAccessLog log, AccessBook access, TimeProvider clock)
{
    private const int LongestName = 200;

    /// <summary>Adds to what is known of who she is: a name that changes stays as an alias, a number in another spelling is one number.</summary>
    /// <returns>What is known of her now, or why nothing was added.</returns>
    public async Task<(PersonIdentity? Known, Refusal? Why)> AddAsync(Caller caller, JourneyId journey, PersonIdentity said, string door, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        if (!MaySee.Record(caller, caller.Partnership)) return (null, new(Rule.NotPermitted, "You may not record who she is.", "Ask the partnership's administrator."));
        if (Problems(said, LondonDay.Of(clock.GetUtcNow())) is [var wrong, ..]) return (null, wrong);
        if (!(await access.KnownToAsync(caller, [journey], ct)).Contains(journey))
        {
            await NotFoundPace.KeepAsync(began, ct);
            return (null, new(Rule.UnknownJourney, $"There is no journey {journey} in this partnership.", "Check the journey's id."));
        }

        var known = (await vault.GetAsync(caller.Partnership, journey, ct) ?? new PersonIdentity()).And(said);
        try
        {
            await vault.PutAsync(caller.Partnership, journey, known, CancellationToken.None);
        }
        catch (ErasedException erased)
        {
            return (null, new(Rule.NotPermitted, erased.Message, "Open a new journey if she comes back."));
        }

        await log.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, AccessOperation.Collection, journey, door, "who she is")], CancellationToken.None);
        return (known, null);
    }

    /// <summary>All that is wrong with what is said of her, each with the field that it is about.</summary>
    public static IReadOnlyList<Refusal> Problems(PersonIdentity said, DateOnly today)
    {
        if (said == new PersonIdentity()) return [new(Rule.Malformed, "Nothing was said of who she is.", "Give a name, a date of birth, another name or a number.")];
        var born = said.DateOfBirth > today ? new Refusal(Rule.FutureDay, "Her date of birth is in the future.", "Check the year.", "dateOfBirth") : null;
        return
        [
            .. new[] { born, Name(said.Name, "name") }
                .Concat((said.Aliases ?? []).Select((alias, at) => Name(alias, $"aliases[{at}]")))
                .Concat((said.Identifiers ?? []).Select((number, at) => PersonNumbers.Problem(number) is { } why ? why with { Where = $"identifiers[{at}]" } : null))
                .OfType<Refusal>(),
        ];
    }

    private static Refusal? Name(string? name, string where) => name is null || (name.Length <= LongestName && NameSound.Words(name).Count > 0)
        ? null
        : new(Rule.Malformed, $"A name has letters, and at most {LongestName} of them.", "Mend it, or leave it out.", where);
}
