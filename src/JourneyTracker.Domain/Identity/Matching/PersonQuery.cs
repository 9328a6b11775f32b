namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>What somebody knows of a woman who is looked for. Forgiving: part of a name will do, and one that sounds alike.</summary>
/// <param name="Name">One or more words of her name, or of another she was known by.</param>
/// <param name="Number">Any number an agency knows her by.</param>
/// <param name="DateOfBirth">Her date of birth.</param>
public sealed record PersonQuery(string? Name = null, string? Number = null, DateOnly? DateOfBirth = null)
{
    /// <summary>How well she fits: lower is better; null when she does not.</summary>
    public int? Fits(PersonIdentity person)
    {
        if (DateOfBirth is { } born && person.DateOfBirth != born) return null;
        if (Number is { } number && !Likeness.Numbers(person).Any(n => n.Number == PersonNumbers.Canonical(new PersonIdentifier(n.Kind, number)))) return null;
        if (Name is null) return 0;
        var asked = NameSound.Words(Name);
        return asked.Count == 0 ? null : Likeness.All(person).Select(words => Fits(asked, words)).Where(f => f is not null).Min();
    }

    public override string ToString() => "(a search of the vault)";

    private static int? Fits(IReadOnlyList<string> asked, IReadOnlyList<string> words)
    {
        if (asked.All(words.Contains)) return 0;
        if (asked.All(a => words.Any(w => w.StartsWith(a, StringComparison.Ordinal)))) return 1;
        return asked.All(a => words.Any(w => NameSound.Of(w) == NameSound.Of(a))) ? 2 : null;
    }
}
