namespace JourneyTracker.Domain.Matters;

/// <summary>What people call kinds of matters.</summary>
public static class MatterNames
{
    public static string Words(this MatterKind kind) => kind switch
    {
        MatterKind.Investigation => "an investigation",
        MatterKind.Diversion => "a diversion",
        MatterKind.OutOfCourtResolution => "an out-of-court resolution",
        MatterKind.Prosecution => "a prosecution",
        MatterKind.Custody => "custody",
        MatterKind.Order => "an order",
        MatterKind.Licence => "a licence",
        MatterKind.Recall => "a recall",
        MatterKind.PostSentenceSupervision => "post-sentence supervision",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
