using System.Numerics;

namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>A word of a name, with what it is compared by.</summary>
/// <param name="Text">As <see cref="NameSound.Words"/> spells it.</param>
/// <param name="Sound">Two words of the same number sound alike; 0 for a word of other letters than A to Z, which has no sound.</param>
/// <param name="Letters">Which letters are in it, as bits: most pairs of words need no other look.</param>
internal readonly record struct NameWord(string Text, int Sound, uint Letters)
{
    private const int Alphabet = 26;

    /// <summary>The words of a name.</summary>
    public static NameWord[] Of(string? name) => name is null ? [] : [.. NameSound.Words(name).Select(word => new NameWord(word, Number(NameSound.Of(word)), Mark(word)))];

    public bool SoundsLike(NameWord other) => Sound != 0 && Sound == other.Sound;

    /// <summary>Whether one may be the other with a slip of the pen.</summary>
    public bool IsNear(NameWord other) =>
        BitOperations.PopCount(Letters ^ other.Letters) <= 2 * Spelling.MostSlips && Spelling.IsNear(Text, other.Text);

    /// <summary>A sound is a letter and three digits.</summary>
    private static int Number(string sound)
    {
        var number = 0;
        foreach (var sign in sound)
        {
            if (char.IsAsciiDigit(sign)) number = (10 * number) + sign - '0';
            else if (char.IsAsciiLetterUpper(sign) && number == 0) number = sign - 'A' + 1;
            else return 0;
        }

        return number;
    }

    private static uint Mark(string word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (char.IsAsciiLetterUpper(letter) ? letter - 'A' : Alphabet + (letter % 6));
        return letters;
    }
}
