using System.Text;

namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>Names without accents, case and hyphens, and how they sound (American Soundex, as the US National Archives describe it).</summary>
public static class NameSound
{
    private const string Codes = "01230120022455012623010202";

    // The program runs without the tables of a culture, which would know this.
    private const string Accented = "ÀÁÂÃÄÅĄĂĀÇĆČĎÈÉÊËĘĚĒĞÌÍÎÏĪŁÑŃŇÒÓÔÕÖŐØŘŚŠŞȘŤȚÙÚÛÜŰŮŪÝŸŹŽŻ";
    private const string Unaccented = "AAAAAAAAACCCDEEEEEEEGIIIIILNNNOOOOOOORSSSSTTUUUUUUUYYZZZ";

    /// <summary>The words of a name, in capitals, letters only.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (letter is '\'' or '’') continue;
            words.Append(char.IsLetter(letter) ? Plain(char.ToUpperInvariant(letter)) : ' ');
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>For example R163 for Robert and Rupert. Words of other letters than A to Z are their own sound.</summary>
    public static string Of(string word)
    {
        if (word.Length == 0 || !word.All(char.IsAsciiLetterUpper)) return word;
        var sound = new StringBuilder().Append(word[0]);
        var last = Code(word[0]);
        for (var i = 1; i < word.Length && sound.Length < 4; i++)
        {
            var code = Code(word[i]);
            if (code != '0' && code != last) sound.Append(code);
            // A consonant after H or W sounds as one with that before it; a vowel parts them.
            if (word[i] is not ('H' or 'W')) last = code;
        }

        return sound.ToString().PadRight(4, '0');
    }

    private static char Plain(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? Unaccented[at] : letter;

    private static char Code(char letter) => Codes[letter - 'A'];
}
