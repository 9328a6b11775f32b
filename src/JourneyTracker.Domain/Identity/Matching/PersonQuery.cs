using System.Globalization;
using System.Text.RegularExpressions;

namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>What somebody knows of a woman who is looked for. Forgiving: part of a name will do, one that sounds alike, and any order of its words.</summary>
/// <param name="Name">One or more words of her name, or of another she was known by.</param>
/// <param name="Number">Any number an agency knows her by.</param>
/// <param name="DateOfBirth">Her date of birth.</param>
public sealed partial record PersonQuery(string? Name = null, string? Number = null, DateOnly? DateOfBirth = null)
{
    private const int Turned = 2;
    private const int NotKnown = 3;
    private static readonly string[] Days = ["yyyy-M-d", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <summary>What may be meant by a text in which names, numbers and a date of birth stand in any order; none when it says nothing.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="born">Her date of birth, when it was said apart.</param>
    public static IReadOnlyList<PersonQuery> Read(string? typed, DateOnly? born)
    {
        var words = (typed ?? "").Split([' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.FindIndex(w => TryDay(w, out _)) is var at and >= 0)
        {
            TryDay(words[at], out var day);
            born ??= day;
            words.RemoveAt(at);
        }

        var numbers = words.Where(w => w.Any(char.IsAsciiDigit)).ToList();
        var names = words.Except(numbers).ToList();
        var queries = new List<PersonQuery>();
        if (numbers.Count > 0) queries.Add(new(Number: string.Concat(words), DateOfBirth: born));
        if (names.Count > 0) queries.Add(new(string.Join(' ', names), numbers.Count > 0 ? string.Concat(numbers) : null, born));
        if (words.Count == 0 && born is not null) queries.Add(new(DateOfBirth: born));
        return queries;
    }

    /// <summary>How well she fits: lower is better; null when she does not.</summary>
    public int? Fits(PersonIdentity person) => Match(person)?.Rank;

    /// <summary>That she fits, and why; null when she does not.</summary>
    public PersonMatch? Match(PersonIdentity person) => Matcher()(new KnownPerson(person));

    /// <summary>The same, made ready to be asked of many.</summary>
    public Func<KnownPerson, PersonMatch?> Matcher()
    {
        var words = NameWord.Of(Name);
        return person => Match(words, person);
    }

    private PersonMatch? Match(NameWord[] words, KnownPerson person)
    {
        var named = Name is null ? null : NameMatch.Of(words, person);
        if (Name is not null && named is null) return null;
        var (rank, reasons) = (named?.Rank ?? 0, new List<string>(named?.Reasons ?? []));

        if (Number is { } number)
        {
            var kinds = person.Numbers.Where(n => n.Number == PersonNumbers.Canonical(new PersonIdentifier(n.Kind, number))).Select(n => PersonNumbers.InWords(n.Kind)).Distinct().ToList();
            if (kinds.Count == 0) return null;
            reasons.AddRange(kinds.Select(kind => $"the {kind}"));
        }

        if (DateOfBirth is not { } born) return new(rank, reasons);
        if (Born(born, person.Identity.DateOfBirth) is not { } fit) return null;
        return new(Math.Max(rank, fit.Rank), [.. reasons, fit.Reason]);
    }

    public override string ToString() => "(a search of the vault)";

    /// <summary>Nothing on record speaks neither for her nor against; by itself it is not enough.</summary>
    private (int Rank, string Reason)? Born(DateOnly asked, DateOnly? known)
    {
        if (known == asked) return (0, "the date of birth");
        if (known is not { } day) return Name is null && Number is null ? null : (NotKnown, "her date of birth is not on record");
        return asked.Year == day.Year && asked.Month == day.Day && asked.Day == day.Month ? (Turned, "the date of birth with day and month changed round") : null;
    }

    private static bool TryDay(string word, out DateOnly day)
    {
        day = default;
        return DayShape().IsMatch(word) && DateOnly.TryParseExact(word, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    [GeneratedRegex("^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}([/.-])[0-9]{1,2}\\2[0-9]{4})$")]
    private static partial Regex DayShape();
}
