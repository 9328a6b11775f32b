namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>Why two records may be one woman's. A proposal for a person to look at: nothing is ever merged because of it.</summary>
/// <param name="Strength">How much it says.</param>
/// <param name="Reasons">In words, without the identifiers themselves.</param>
public sealed record Likeness(MatchStrength Strength, IReadOnlyList<string> Reasons)
{
    /// <summary>What speaks against it, in words as well.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Null when nothing suggests it.</summary>
    public static Likeness? Of(PersonIdentity a, PersonIdentity b) => Between(new KnownPerson(a), new KnownPerson(b));

    /// <summary>Null when nothing suggests it.</summary>
    public static Likeness? Between(KnownPerson a, KnownPerson b)
    {
        var born = a.Identity.DateOfBirth is { } one && b.Identity.DateOfBirth is { } other ? Born(one, other) : null;
        if (!ShareANumber(a, b) && born is null) return null;
        var shared = a.Numbers.Intersect(b.Numbers).Select(n => n.Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        var (same, alike) = Names(a, b);
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

    private static IEnumerable<string> Differ(KnownPerson a, KnownPerson b, bool haveNames, bool haveBirth)
    {
        if (!haveNames && a.Spelt.Count > 0 && b.Spelt.Count > 0) yield return "no name in common";
        if (!haveBirth && a.Identity.DateOfBirth is not null && b.Identity.DateOfBirth is not null) yield return "different dates of birth";
        foreach (var kind in new[] { PersonNumbers.Pnc, PersonNumbers.Cro, PersonNumbers.Crn, PersonNumbers.Prison })
        {
            var (one, other) = (a.Numbers.Where(n => n.Kind == kind).ToList(), b.Numbers.Where(n => n.Kind == kind).ToList());
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

    private static (bool Same, bool Alike) Names(KnownPerson a, KnownPerson b)
    {
        var (same, alike) = (false, false);
        foreach (var one in a.Spelt)
        {
            foreach (var other in b.Spelt)
            {
                same |= one.Words == other.Words && one.Text == other.Text;
                alike |= one.Words == other.Words && one.Words > 1 && one.Sound == other.Sound;
            }
        }

        return (same, alike);
    }

    /// <summary>Asked of very many pairs, of which nearly all share none.</summary>
    private static bool ShareANumber(KnownPerson a, KnownPerson b)
    {
        foreach (var one in a.Numbers)
            foreach (var other in b.Numbers)
                if (one == other) return true;
        return false;
    }
}

/// <summary>How much speaks for it.</summary>
public enum MatchStrength
{
    Possible,
    Strong,
}
