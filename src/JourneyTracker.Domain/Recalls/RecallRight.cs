namespace JourneyTracker.Domain.Recalls;

/// <summary>A sentence of the letter that says what happens after a recall and what she can do about it, with the rule it rests on.</summary>
/// <param name="Rule">The rule's id in release_rules.csv.</param>
/// <param name="Kinds">For which kinds of recall (list recall_types).</param>
/// <param name="Words">To her.</param>
/// <param name="Confidence">How sure we are of it; what is not verified is to be checked before the letter is given to her.</param>
public sealed record RecallRight(string Rule, IReadOnlyList<string> Kinds, string Words, string Confidence)
{
    public static IReadOnlyList<RecallRight> All { get; } =
    [
        new("REC-06", ["FTR_56"], "This is a recall of 56 days. The day you are back in prison is the first of them.", "verified"),
        new("REC-06", ["FTR_56"], "If you were on home detention curfew, you may have to stay until the day on which you would have been released without it, if that is later.", "verified"),
        new("REC-08", ["FTR_14", "FTR_HDC_14"], "This is a recall of 14 days. The day you are back in prison is the first of them.", "verified"),
        new("REC-08", ["FTR_28", "FTR_HDC_28"], "This is a recall of 28 days. The day you are back in prison is the first of them.", "verified"),
        new("REC-10", ["FTR_14", "FTR_28", "FTR_56", "FTR_HDC_14", "FTR_HDC_28"], "Days added as a punishment in prison, or days when you did not come back, can make it longer. It never goes on after your sentence ends.", "unverified"),
        new("REC-09", ["LR"], "This is a standard recall. It can go on until your sentence ends, unless you are released earlier.", "verified"),
        new("REC-09", ["LR"], "You can write down why you think that you should be released. This is called making representations. Do it within 28 days of the day you are back in prison.", "unverified"),
        new("REC-09", ["LR"], "Your case then goes to the Parole Board. It also goes there after 28 days if you do not write.", "unverified"),
    ];

    public static IEnumerable<RecallRight> Of(string kind) => All.Where(r => r.Kinds.Contains(kind));
}
