namespace JourneyTracker.Domain.Prompts;

/// <summary>What a prompt is about, as people filter by it. None of them is a disclosure (safeguards S3).</summary>
public enum PromptGroup
{
    /// <summary>Her release from custody is near.</summary>
    Release,

    /// <summary>The first days, weeks and months after it.</summary>
    FirstDays,

    /// <summary>Police and court.</summary>
    Court,

    /// <summary>Licence, order and recall.</summary>
    Supervision,

    /// <summary>Her children, and pregnancy.</summary>
    Family,

    /// <summary>Referrals that nobody has accepted or declined.</summary>
    Handover,

    /// <summary>Support and what she shares.</summary>
    Support,
}
