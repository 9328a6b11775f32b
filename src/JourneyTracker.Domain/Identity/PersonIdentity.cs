using JourneyTracker.Domain.Identity.Matching;

namespace JourneyTracker.Domain.Identity;

/// <summary>Who she is: direct identifiers. They stand in the identity vault only, sealed with her journey's key; never in a fact.</summary>
/// <param name="Name">Her name as she uses it.</param>
/// <param name="DateOfBirth">Her date of birth.</param>
/// <param name="Aliases">Other names she is or was known by.</param>
/// <param name="Identifiers">Numbers agencies know her by: kind (pnc, cro, crn, prison-number, source) and number.</param>
public sealed record PersonIdentity(
    string? Name = null, DateOnly? DateOfBirth = null, IReadOnlyList<string>? Aliases = null, IReadOnlyList<PersonIdentifier>? Identifiers = null)
{
    /// <summary>What is known when this is said as well: what is new prevails, a former name stays as an alias, and each number stands once, in one spelling.</summary>
    public PersonIdentity And(PersonIdentity said)
    {
        var name = said.Name ?? Name;
        string[] aliases = [.. new[] { Name }.OfType<string>().Concat(Aliases ?? []).Concat(said.Aliases ?? []).Distinct().Where(alias => alias != name)];
        PersonIdentifier[] numbers = [.. (Identifiers ?? []).Concat(said.Identifiers ?? []).Select(i => i with { Number = PersonNumbers.Canonical(i) }).Distinct()];
        return new(name, said.DateOfBirth ?? DateOfBirth, aliases.Length > 0 ? aliases : null, numbers.Length > 0 ? numbers : null);
    }

    /// <summary>Nothing of who she is: a record's own ToString would put it into logs.</summary>
    public override string ToString() => "(identity)";
}

/// <summary>A number by which an agency knows her.</summary>
public sealed record PersonIdentifier(string Kind, string Number)
{
    public override string ToString() => $"({Kind})";
}

/// <summary>How one source system names a person. The vault keeps a keyed hash of it, so that the next row about her finds her journey.</summary>
/// <param name="System">The source system.</param>
/// <param name="Key">That system's name for her.</param>
public sealed record PersonKey(string System, string Key)
{
    public override string ToString() => $"(person of {System})";
}
