using JourneyTracker.Domain.Facts;

namespace JourneyTracker.Web.Recording;

/// <summary>What is asked first, where the order of the fact's fields is not the order of a conversation.</summary>
internal static class FieldOrder
{
    /// <summary>Whether a consent is free is asked before what it is for (safeguards S8), and why a question about children is asked before the question (S4).</summary>
    public static int Of(Type owner, string field) => (owner.Name, field) switch
    {
        (nameof(ConsentGiven), nameof(ConsentGiven.To)) => 1,
        (nameof(ChildrenTold), nameof(ChildrenTold.ToldWhy)) => -1,
        _ => 0,
    };
}
