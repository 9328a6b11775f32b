using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Domain.Access;

/// <summary>Family names in a form in which they can be compared: without case, accents, spaces and hyphens.</summary>
public static class FamilyNames
{
    /// <summary>Null when there is no letter in it.</summary>
    public static string? Plain(string? familyName) => familyName is null ? null : string.Concat(NameSound.Words(familyName)) is { Length: > 0 } plain ? plain : null;

    /// <summary>
    /// What her family name may be, of all names she is or was known by. Names are kept as one text, so each ending of it counts: of "Ada van der Berg" Berg, der Berg, van der Berg and the whole.
    /// </summary>
    public static IEnumerable<string> Of(PersonIdentity person) => (person.Aliases ?? []).Append(person.Name).OfType<string>().SelectMany(Endings).Distinct();

    private static IEnumerable<string> Endings(string name)
    {
        var words = NameSound.Words(name);
        return Enumerable.Range(0, words.Count).Select(first => string.Concat(words.Skip(first)));
    }
}
