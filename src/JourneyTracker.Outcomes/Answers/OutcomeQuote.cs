using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Outcomes.Answers;

/// <summary>What every figure quotes, so that it can be run again.</summary>
/// <param name="Name">Of the definition.</param>
/// <param name="Version">Of the definition.</param>
/// <param name="Hash">Of all that was asked: the statement and its parameters.</param>
/// <param name="Partnership">Whose women.</param>
/// <param name="Position">The position of the journal up to which facts count.</param>
/// <param name="Folds">The folds whose rules were used.</param>
/// <param name="Tables">The version of the store's tables.</param>
/// <param name="BuiltAt">When the store was made.</param>
/// <param name="Law">Which data of the law the folds went by; null where the store does not say.</param>
public sealed record OutcomeQuote(string Name, int Version, string Hash, string Partnership, long Position, IReadOnlyList<string> Folds, int Tables, DateTimeOffset BuiltAt, string? Law = null)
{
    public static OutcomeQuote Of(QuestionFile question, Generation generation) => Of(question.Name, question.Version, question.ShortHash, generation);

    public static OutcomeQuote Of(string name, int version, string hash, Generation generation) =>
        new(name, version, hash, generation.Partnership, generation.Position, generation.Folds, generation.Tables, generation.BuiltAt, generation.Law);

    /// <summary>In one line.</summary>
    public string InWords => FormattableString.Invariant($"{Name}, version {Version} ({Hash}); {Partnership}, position {Position}, {string.Join(", ", Folds)}, tables {Tables}, built {BuiltAt:yyyy-MM-dd HH:mm} UTC{(Law is null ? "" : $"; {Law}")}");
}
