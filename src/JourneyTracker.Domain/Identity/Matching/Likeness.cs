namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>Why two records may be one woman's. A proposal for a person to look at: nothing is ever merged because of it.</summary>
/// <param name="Strength">How much it says.</param>
/// <param name="Reasons">In words, without the identifiers themselves.</param>
public sealed record Likeness(MatchStrength Strength, IReadOnlyList<string> Reasons)
{
    /// <summary>What speaks against it, in words as well.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Null when nothing suggests it.</summary>
    public static Likeness? Of(PersonIdentity a, PersonIdentity b)
    {
        var shared = Numbers(a).Intersect(Numbers(b)).Select(n => n.Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        var (same, alike) = Names(a, b);
        var born = a.DateOfBirth is { } one && b.DateOfBirth is { } other ? Born(one, other) : null;
        var reasons = new List<string>();
        reasons.AddRange(shared.Select(kind => $"the same {PersonNumbers.InWords(kind)}"));
        if (same) reasons.Add("the same name");
        else if (alike) reasons.Add("a name that sounds alike");
        if (born is not null) reasons.Add(born);
        MatchStrength? strength = shared.Count > 0 ? MatchStrength.Strong
            : same && born is SameBirth ? MatchStrength.Strong
            : (same && born is not null) || (alike && born is SameBirth) ? MatchStrength.Possible
            : null;
        return strength is { } enough ? new Likeness(enough, reasons) { Differences = [.. Differ(a, b, same || alike, born is not null)] } : null;
    }

    private static IEnumerable<string> Differ(PersonIdentity a, PersonIdentity b, bool haveNames, bool haveBirth)
    {
        if (!haveNames && All(a).Any() && All(b).Any()) yield return "no name in common";
        if (!haveBirth && a.DateOfBirth is not null && b.DateOfBirth is not null) yield return "different dates of birth";
        foreach (var kind in new[] { PersonNumbers.Pnc, PersonNumbers.Cro, PersonNumbers.Crn, PersonNumbers.Prison })
        {
            var (one, other) = (Numbers(a).Where(n => n.Kind == kind).ToList(), Numbers(b).Where(n => n.Kind == kind).ToList());
            if (one.Count > 0 && other.Count > 0 && !one.Intersect(other).Any()) yield return $"different {PersonNumbers.InWords(kind)}s";
        }
    }

    private const string SameBirth = "the same date of birth";

    private static string? Born(DateOnly a, DateOnly b)
    {
        if (a == b) return SameBirth;
        if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month) return "dates of birth with day and month changed round";
        var same = (a.Year == b.Year ? 1 : 0) + (a.Month == b.Month ? 1 : 0) + (a.Day == b.Day ? 1 : 0);
        return same == 2 ? "dates of birth that differ in one part" : null;
    }

    private static (bool Same, bool Alike) Names(PersonIdentity a, PersonIdentity b)
    {
        var (same, alike) = (false, false);
        foreach (var one in All(a))
        {
            foreach (var other in All(b))
            {
                same |= one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));
                alike |= one.Count > 1 && one.Count == other.Count && one.Select(NameSound.Of).Order(StringComparer.Ordinal).SequenceEqual(other.Select(NameSound.Of).Order(StringComparer.Ordinal));
            }
        }

        return (same, alike);
    }

    /// <summary>Her names in words: the one she uses and those she is or was known by.</summary>
    internal static IEnumerable<IReadOnlyList<string>> All(PersonIdentity person) =>
        (person.Aliases ?? []).Append(person.Name).Where(n => n is not null).Select(n => NameSound.Words(n!)).Where(w => w.Count > 0);

    internal static IEnumerable<(string Kind, string Number)> Numbers(PersonIdentity person) =>
        (person.Identifiers ?? []).Where(i => i.Kind != "source").Select(i => (i.Kind, PersonNumbers.Canonical(i)));
}

/// <summary>How much speaks for it.</summary>
public enum MatchStrength
{
    Possible,
    Strong,
}
