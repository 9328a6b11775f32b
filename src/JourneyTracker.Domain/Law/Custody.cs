using JourneyTracker.Domain.Time;

namespace JourneyTracker.Domain.Law;

/// <summary>One term of imprisonment as the court imposed it.</summary>
/// <param name="On">The day of sentence: day 1 of the term.</param>
/// <param name="Length">The custodial term.</param>
/// <param name="OffenceOn">The day of the offence, or the first day of a period; null when not recorded, and then taken as after 1 February 2015.</param>
/// <param name="Plus">Whether the court or prison treats it as SDS+.</param>
/// <param name="Section250">Whether it was imposed under section 250 for somebody convicted under 18.</param>
/// <param name="Exclusions">Codes of <see cref="Exclusion"/>: why early release does not apply.</param>
/// <param name="Kind">The kind of sentence.</param>
/// <param name="Extension">For an extended sentence: the licence that follows the custodial term.</param>
public sealed record Sentence(
    DateOnly On,
    Term Length,
    DateOnly? OffenceOn = null,
    bool Plus = false,
    bool Section250 = false,
    IReadOnlyList<string>? Exclusions = null,
    SentenceKind Kind = SentenceKind.Determinate,
    Term? Extension = null);

/// <summary>The kinds of sentence whose dates are ruled here.</summary>
public enum SentenceKind
{
    Determinate,

    /// <summary>Extended determinate: the Parole Board may release from two thirds, licence follows the custodial term.</summary>
    Extended,

    /// <summary>A term for a fine not paid or for contempt: released unconditionally half-way.</summary>
    FineDefault,
}

/// <summary>Days that move the dates, each a total of whole days.</summary>
/// <param name="Remand">Days on remand that count towards the sentence.</param>
/// <param name="TaggedBail">Days credited for bail with a tag, as the court set them.</param>
/// <param name="Added">Additional days awarded, less those given back.</param>
/// <param name="AtLargeInCustody">Days unlawfully at large before release.</param>
/// <param name="AtLargeAfterRelease">Days unlawfully at large after release: before her return from a recall and during it.</param>
/// <param name="AtLargeOnRecall">Those of them that came after her return: they lengthen a fixed-term recall.</param>
public sealed record DayCredits(
    int Remand = 0, int TaggedBail = 0, int Added = 0, int AtLargeInCustody = 0, int AtLargeAfterRelease = 0, int AtLargeOnRecall = 0)
{
    public int Deducted => Remand + TaggedBail;
}

/// <summary>A recall from licence.</summary>
/// <param name="Kind">Code of the list recall_types.</param>
/// <param name="RevokedOn">The day the licence was revoked; null when not recorded.</param>
/// <param name="ReturnedOn">The day she was back in custody; null while she is not, or when not recorded.</param>
/// <param name="FromCurfew">Whether she had been released on home detention curfew.</param>
/// <param name="AddedSince">Additional days awarded that count after release.</param>
/// <param name="AsDecided">Whether the kind is the one decided on the day of the recall, so that a change of the law may have replaced it since.</param>
/// <param name="ReleasedOn">The day she was released again; null while she is not, or when not recorded.</param>
public sealed record Recall(
    string Kind, DateOnly? RevokedOn = null, DateOnly? ReturnedOn = null, bool FromCurfew = false, int AddedSince = 0, bool AsDecided = false, DateOnly? ReleasedOn = null);

/// <summary>One sentence, or several that run one after the other, with what moves its dates.</summary>
/// <param name="Sentences">In the order in which they are served; at least one.</param>
/// <param name="AgeAtRelease">Her age on the day of release; null when not recorded, and then taken from the kind of sentence (JT-12).</param>
/// <param name="CurfewBarred">Whether she is excluded from home detention curfew for a reason that the sentence does not show.</param>
public sealed record Custody(
    IReadOnlyList<Sentence> Sentences, DayCredits Credits, Recall? Recall = null, int? AgeAtRelease = null, bool CurfewBarred = false)
{
    public Sentence First => Sentences[0];

    /// <summary>Whether she is under 18 on the day of release, as far as recorded.</summary>
    public bool IsUnder18AtRelease => AgeAtRelease is { } age ? age < LawOfDay.Figure("ENG-03", "age") : Sentences.All(s => s.Section250);
}
