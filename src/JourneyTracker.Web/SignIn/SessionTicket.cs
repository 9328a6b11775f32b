using System.Text.Json;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Web.SignIn;

/// <summary>What a session says.</summary>
/// <param name="Caller">Who it is.</param>
/// <param name="Proved">When the person last proved it to the provider; null when the provider did not say.</param>
/// <param name="Subject">The provider's name for the person.</param>
/// <param name="ProviderSession">The provider's name for its session.</param>
/// <param name="IdToken">With which the person signs out at the provider.</param>
internal sealed record SessionTicket(Caller Caller, DateTimeOffset? Proved, string Subject, string? ProviderSession, string IdToken)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new Form(
        Caller.Person, Caller.Agency, Caller.AgencyType, Caller.Role, Caller.Partnership.Name, Caller.FamilyName, [.. Caller.Women.Select(w => w.Value)],
        Proved, Subject, ProviderSession, IdToken));

    public static SessionTicket Of(byte[] bytes)
    {
        var form = JsonSerializer.Deserialize<Form>(bytes)!;
        var caller = new Caller(form.Person, form.Agency, form.AgencyType, form.Role, new Partnership(form.Partnership))
        {
            FamilyName = form.FamilyName,
            Women = form.Women.Select(w => new JourneyId(w)).ToHashSet(),
        };
        return new SessionTicket(caller, form.Proved, form.Subject, form.ProviderSession, form.IdToken);
    }

    private sealed record Form(
        string Person, string Agency, string AgencyType, Role Role, string Partnership, string? FamilyName, Guid[] Women,
        DateTimeOffset? Proved, string Subject, string? ProviderSession, string IdToken);
}
