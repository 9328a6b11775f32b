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
    private const int NoFit = int.MaxValue;

    public static PersonMatch? Of(NameWord[] asked, KnownPerson person)
    {
        if (asked.Length == 0) return null;
        var fitting = asked.Length - Missing(asked, person.Words);
        if (fitting < asked.Length) return asked.Length > 2 && fitting == asked.Length - 1 ? new(AllButOne, ["all words of her name but one"]) : null;
        return OfOne(asked, person.Own, isHers: true).Concat(person.Others.SelectMany(words => OfOne(asked, words, isHers: false))).MinBy(m => m.Rank)
            ?? new(FromSeveral, ["words of several of her names"]);
    }

    private static IEnumerable<PersonMatch> OfOne(NameWord[] asked, NameWord[] words, bool isHers)
    {
        var rank = asked.Max(a => Fit(a, words));
        if (rank != NoFit) yield return new(rank, [isHers ? Words(rank) : $"{Words(rank)}, of another name she is or was known by"]);
    }

    /// <summary>How many words fit nothing: two are as many as all.</summary>
    private static int Missing(NameWord[] asked, NameWord[] words)
    {
        var missing = 0;
        foreach (var word in asked)
            if (Fit(word, words) == NoFit && ++missing > 1) return asked.Length;
        return missing;
    }

    private static int Fit(NameWord asked, NameWord[] words)
    {
        var best = NoFit;
        foreach (var word in words)
        {
            var fit =
                word.Text.StartsWith(asked.Text, StringComparison.Ordinal) ? (word.Text.Length == asked.Text.Length ? Same : Begins)
                : asked.SoundsLike(word) ? Sounds
                : asked.IsNear(word) ? Near
                : NoFit;
            if (fit < best) best = fit;
        }

        return best;
    }

    private static string Words(int rank) => rank switch
    {
        Same => "the name",
        Begins => "the beginning of the name",
        Sounds => "a name that sounds alike",
        _ => "a name that is spelt nearly alike",
    };
}
