using System.Text.Json;
using JourneyTracker.Domain.Access;

namespace JourneyTracker.Web.SignIn;

/// <summary>How roles are written.</summary>
internal static class RoleCodes
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(Code)];

    public static string Code(this Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    public static Role? Find(string code) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => Code(r!.Value) == code);
}
