namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>Who a woman is, made ready to be compared with what many people look for.</summary>
public sealed class KnownPerson
{
    private (int Words, string Text, string Sound)[]? spelt;

    /// <param name="identity">Who she is.</param>
    public KnownPerson(PersonIdentity identity)
    {
        Identity = identity;
        Own = NameWord.Of(identity.Name);
        Others = [.. (identity.Aliases ?? []).Select(NameWord.Of).Where(words => words.Length > 0)];
        Words = Others.Count == 0 ? Own : [.. Others.SelectMany(words => words).Concat(Own).Distinct()];
        Numbers = [.. (identity.Identifiers ?? []).Where(i => i.Kind != PersonNumbers.Source).Select(i => (i.Kind, PersonNumbers.Canonical(i)))];
    }

    /// <summary>Who she is.</summary>
    public PersonIdentity Identity { get; }

    /// <summary>What two records must share to be compared at all: a number, or the sound of a whole name.</summary>
    public IEnumerable<string> Marks =>
        Numbers.Select(n => $"{n.Kind} {n.Number}").Concat(Spelt.Select(name => name.Sound)).Distinct();

    /// <summary>The words of the name she uses; none when none is on record.</summary>
    internal NameWord[] Own { get; }

    /// <summary>The words of each other name she is or was known by.</summary>
    internal IReadOnlyList<NameWord[]> Others { get; }

    /// <summary>The words of all her names, each once.</summary>
    internal NameWord[] Words { get; }

    /// <summary>Each of her names whatever the order of its words: how many there are, how they are written, how they sound. Made when somebody compares her with others.</summary>
    internal IReadOnlyList<(int Words, string Text, string Sound)> Spelt =>
        spelt ??= [.. (Own.Length > 0 ? Others.Append(Own) : Others).Select(words => (words.Length, InOrder(words, w => w.Text), InOrder(words, w => NameSound.Of(w.Text))))];

    /// <summary>The numbers that agencies know her by, in one spelling; what a source calls her is none.</summary>
    internal (string Kind, string Number)[] Numbers { get; }

    private static string InOrder(NameWord[] words, Func<NameWord, string> by) => string.Join(' ', words.Select(by).Order(StringComparer.Ordinal));

    public override string ToString() => "(identity)";
}
