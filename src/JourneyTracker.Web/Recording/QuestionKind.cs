namespace JourneyTracker.Web.Recording;

/// <summary>How a question is answered.</summary>
internal enum QuestionKind
{
    /// <summary>A text of one line.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Words,
    Number,
    Day,

    /// <summary>When it happened: a day, with its time or less exactly.</summary>
    When,

    /// <summary>Years, months, weeks and days.</summary>
    Length,

    /// <summary>One of some answers.</summary>
    One,

    /// <summary>Yes or no.</summary>
    YesOrNo,

    /// <summary>Any of some answers.</summary>
    Any,

    /// <summary>One of her matters, or a reference of one's own.</summary>
    Matter,

    /// <summary>Some questions that belong together.</summary>
    Group,

    /// <summary>The same group of questions several times over.</summary>
    Several,

    /// <summary>The same group of questions for each of some codes.</summary>
    EachOf,
}
