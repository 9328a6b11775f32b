namespace JourneyTracker.Web.Forms;

/// <summary>How a field is filled in.</summary>
internal enum FieldKind
{
    /// <summary>A text, of one line or more.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day in three boxes: day, month, year.</summary>
    Day,

    /// <summary>One of a few, all of them shown.</summary>
    One,

    /// <summary>One of many, in a list that opens.</summary>
    OneOfMany,

    /// <summary>Any of some.</summary>
    Any,
}
