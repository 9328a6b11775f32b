using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Partnerships;

namespace JourneyTracker.Journal.Administration;

/// <summary>The one way to what a partnership is made of: asks who may, and writes down who looked and who changed what before it is done.</summary>
public sealed class AdministrationDoor(JourneyDatabase database, TimeProvider clock)
{
    /// <summary>The subject of the access log's line for an agreement that was added.</summary>
    public const string Added = "sharing agreement added: ";

    /// <summary>The same for one that was ended.</summary>
    public const string Ended = "sharing agreement ended: ";

    private readonly AgreementRegister agreements = new(database.Sources);

    /// <summary>The caller's partnership; null when the caller may not see how it is administered.</summary>
    public async Task<AdministrationReading?> ReadAsync(Caller caller, string door, CancellationToken ct)
    {
        if (!MaySee.SeeAdministration(caller, caller.Partnership) || await database.Partnerships.FindAsync(caller.Partnership, ct) is not { } partnership) return null;
        await WriteAsync(caller, AccessOperation.Consultation, door, "administration", ct);
        return new AdministrationReading(
            partnership, await database.People.ListAsync(caller.Partnership, ct), await agreements.ListAsync(caller.Partnership, ct), LondonDay.Of(clock.GetUtcNow()));
    }

    /// <summary>One agreement of the caller's partnership; null when there is none, or the caller may not see it.</summary>
    public async Task<SharingAgreement?> AgreementAsync(Caller caller, Guid id, CancellationToken ct) =>
        MaySee.SeeAdministration(caller, caller.Partnership) ? (await agreements.ListAsync(caller.Partnership, ct)).FirstOrDefault(a => a.Id == id) : null;

    /// <returns>Its id; null when the caller may not add one.</returns>
    public async Task<Guid?> AddAsync(Caller caller, AgreementTerms terms, string door, CancellationToken ct)
    {
        if (!MaySee.Administer(caller, caller.Partnership)) return null;
        var id = Guid.NewGuid();
        await WriteAsync(caller, AccessOperation.Collection, door, $"{Added}{id}", ct);
        await agreements.AddAsync(caller, id, terms, CancellationToken.None);
        return id;
    }

    /// <summary>Ends one that had no end.</summary>
    /// <returns>Whether that was done: false when there is none, it had ended, or the caller may not.</returns>
    public async Task<bool> EndAsync(Caller caller, Guid id, DateOnly endedOn, string door, CancellationToken ct)
    {
        if (!MaySee.Administer(caller, caller.Partnership)) return false;
        await WriteAsync(caller, AccessOperation.Alteration, door, $"{Ended}{id}", ct);
        return await agreements.EndAsync(caller, id, endedOn, CancellationToken.None);
    }

    private Task WriteAsync(Caller caller, AccessOperation operation, string door, string subject, CancellationToken ct) =>
        database.AccessLog.WriteAsync([new AccessEntry(clock.GetUtcNow(), caller, operation, null, door, subject)], ct);
}

/// <summary>How a partnership is administered.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="People">Who is known in it.</param>
/// <param name="Agreements">What its agencies signed.</param>
/// <param name="Day">The day on which it was read.</param>
public sealed record AdministrationReading(PartnershipEntry Partnership, IReadOnlyList<PersonSeen> People, IReadOnlyList<SharingAgreement> Agreements, DateOnly Day);
