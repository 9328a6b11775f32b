namespace JourneyTracker.Domain.Identity.Matching;

/// <summary>Who a woman is, made ready to be compared with what many people look for.</summary>
public sealed class KnownPerson
{
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
        Numbers.Select(n => $"{n.Kind} {n.Number}").Concat(Names.Select(words => string.Join(' ', words.Select(w => NameSound.Of(w.Text)).Order(StringComparer.Ordinal)))).Distinct();

    /// <summary>The words of the name she uses; none when none is on record.</summary>
    internal NameWord[] Own { get; }

    /// <summary>The words of each other name she is or was known by.</summary>
    internal IReadOnlyList<NameWord[]> Others { get; }

    /// <summary>The words of all her names, each once.</summary>
    internal NameWord[] Words { get; }

    /// <summary>The words of each of her names.</summary>
    internal IEnumerable<NameWord[]> Names => Own.Length > 0 ? Others.Append(Own) : Others;

    /// <summary>The numbers that agencies know her by, in one spelling; what a source calls her is none.</summary>
    internal IReadOnlyList<(string Kind, string Number)> Numbers { get; }

    public override string ToString() => "(identity)";
}
