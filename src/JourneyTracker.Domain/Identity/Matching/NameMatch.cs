namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>How well the words of a name fit the names of a woman, in any order.</summary>
internal static class NameMatch
{
    private const int Same = 0;
    private const int Begins = 1;
    private const int Sounds = 2;
    private const int Near = 3;
    private const int FromSeveral = 4;
    private const int AllButOne = 5;

    public static PersonMatch? Of(IReadOnlyList<string> asked, PersonIdentity person)
    {
        if (asked.Count == 0) return null;
        var best = Likeness.All(person with { Aliases = null }).Select(words => Of(asked, words, isHers: true))
            .Concat(Likeness.All(person with { Name = null }).Select(words => Of(asked, words, isHers: false)))
            .OfType<PersonMatch>().MinBy(m => m.Rank);
        if (best is not null) return best;
        string[] all = [.. Likeness.All(person).SelectMany(words => words).Distinct()];
        if (Worst(asked, all) is not null) return new(FromSeveral, ["words of several of her names"]);
        return asked.Count > 2 && asked.Count(a => Fit(a, all) is not null) == asked.Count - 1 ? new(AllButOne, ["all words of her name but one"]) : null;
    }

    private static PersonMatch? Of(IReadOnlyList<string> asked, IReadOnlyList<string> words, bool isHers) =>
        Worst(asked, words) is { } rank ? new(rank, [isHers ? Words(rank) : $"{Words(rank)}, of another name she is or was known by"]) : null;

    private static int? Worst(IReadOnlyList<string> asked, IReadOnlyList<string> words)
    {
        var fits = asked.Select(a => Fit(a, words)).ToList();
        return fits.Contains(null) ? null : fits.Max();
    }

    private static int? Fit(string asked, IReadOnlyList<string> words) =>
        words.Contains(asked) ? Same
        : words.Any(w => w.StartsWith(asked, StringComparison.Ordinal)) ? Begins
        : words.Any(w => NameSound.Of(w) == NameSound.Of(asked)) ? Sounds
        : words.Any(w => Spelling.IsNear(w, asked)) ? Near
        : null;

    private static string Words(int rank) => rank switch
    {
        Same => "the name",
        Begins => "the beginning of the name",
        Sounds => "a name that sounds alike",
        _ => "a name that is spelt nearly alike",
    };
}
