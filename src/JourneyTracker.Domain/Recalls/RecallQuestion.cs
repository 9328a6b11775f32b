namespace JourneyTracker.Domain.Recalls;

/// <summary>
/// A reason that can stand against a fixed-term recall, asked as a question whose answer is yes, no or not yet. The code is the one of <c>recall_law.csv</c>.
/// </summary>
/// <param name="Code">For example <c>mappa-2-or-3</c>.</param>
/// <param name="Words">The question as the practitioner reads it.</param>
public sealed record RecallQuestion(string Code, string Words)
{
    /// <summary>Every question that any law on record asks.</summary>
    public static IReadOnlyList<RecallQuestion> All { get; } =
    [
        new("under-18", "Is she under 18 on the day of the recall?"),
        new("serious-charge", "Is she recalled because of a charge with a serious offence (murder, or Schedule 18)?"),
        new("charged-not-convicted", "Is she recalled because she is charged with an offence of which she is not convicted?"),
        new("mappa-2-or-3", "Is she managed at MAPPA level 2 or 3?"),
        new("mappa-category-4", "Is she in MAPPA category 4?"),
        new("schedule-19aa-offence", "Is her sentence for an offence of Schedule 19AA?"),
        new("section-247a", "Is her sentence one to which section 247A(2) applies?"),
        new("terrorism-or-national-security", "Is her sentence for a terrorism or national security offence?"),
        new("foreign-power-threat", "Is there a risk of activity for a foreign power?"),
        new("indeterminate-or-extended", "Is her sentence indeterminate or extended?"),
        new("particular-concern", "Is it a sentence for an offender of particular concern (SOPC)?"),
        new("discretionary-conditional-release", "Does discretionary conditional release (DCR) apply to her sentence?"),
        new("referred-under-244zb", "Was she referred to the Parole Board under section 244ZB?"),
        new("repatriated-for-murder", "Was she repatriated to serve a sentence for murder?"),
    ];

    /// <exception cref="ArgumentException">There is no such question.</exception>
    public static RecallQuestion Of(string code) => All.FirstOrDefault(q => q.Code == code) ?? throw new ArgumentException($"There is no question '{code}' about a recall.", nameof(code));
}
