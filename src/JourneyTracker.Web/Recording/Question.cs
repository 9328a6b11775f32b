using JourneyTracker.Web.Forms;

namespace JourneyTracker.Web.Recording;

/// <summary>What a form asks for one field of a fact.</summary>
/// <param name="Name">The field's name in JSON; the names of fields within others are joined with dots.</param>
/// <param name="Label">What people read.</param>
/// <param name="Kind">How it is answered.</param>
internal sealed record Question(string Name, string Label, QuestionKind Kind)
{
    public string? Hint { get; init; }

    /// <summary>Whether the fact cannot be recorded without an answer.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Of what is chosen, where it is.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What counts while nothing was answered.</summary>
    public string? Default { get; init; }

    /// <summary>The questions of a group.</summary>
    public IReadOnlyList<Question> Parts { get; init; } = [];

    /// <summary>For one group for each code: the field that the code goes into.</summary>
    public string Key { get; init; } = "";

    /// <summary>For one group for each code: the questions that differ for some codes.</summary>
    public Func<string, IReadOnlyList<Question>> PartsOf { get => partsOf ?? (_ => Parts); init => partsOf = value; }

    private readonly Func<string, IReadOnlyList<Question>>? partsOf;
}
