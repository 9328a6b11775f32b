namespace JourneyTracker.Outcomes.Answers;

/// <summary>What is answered to a question, as it may leave: what is small in it is hidden already.</summary>
/// <param name="Kind">The name of the kind.</param>
/// <param name="Values">The parameters, complete: asked again with them it answers the same of the same generation.</param>
/// <param name="Title">What the figures are about.</param>
/// <param name="Quote">From what they were worked out.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Notes">What is unknown, not run, not asked or hidden, and where the limits are.</param>
/// <param name="Tables">The figures.</param>
/// <param name="Charts">How they can be drawn; the first is the one to begin with.</param>
public sealed record OutcomeAnswer(
    string Kind, IReadOnlyDictionary<string, string> Values, string Title, OutcomeQuote Quote, OutcomeDefinition Definition, IReadOnlyList<OutcomeNote> Notes, IReadOnlyList<AnswerTable> Tables, IReadOnlyList<AnswerChart> Charts)
{
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public AnswerTable Table(string name) => Tables.FirstOrDefault(t => t.Name == name) ?? throw new ArgumentException($"There is no table {name}.", nameof(name));
}

/// <summary>Something to be known beside the figures.</summary>
/// <param name="About">What kind of thing.</param>
/// <param name="Text">One or two sentences.</param>
public sealed record OutcomeNote(NoteAbout About, string Text);

/// <summary>What a note is about.</summary>
public enum NoteAbout
{
    /// <summary>Nothing can be said, and why. It is never zero.</summary>
    Unknown,

    /// <summary>Follow-up or the period is not over.</summary>
    NotRun,

    /// <summary>What nobody asked her, or nobody recorded.</summary>
    NotAsked,

    /// <summary>What is not shown because it is about few women.</summary>
    Hidden,

    /// <summary>Who fed the facts, and for which months.</summary>
    Source,

    /// <summary>What the figures do not tell.</summary>
    Limit,
}
