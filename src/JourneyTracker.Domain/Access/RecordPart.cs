namespace JourneyTracker.Domain.Access;

/// <summary>A part of a woman's record, by who may see it.</summary>
public enum RecordPart
{
    /// <summary>That there is a journey, that she died, what joins and corrects records.</summary>
    General,

    /// <summary>Where she went.</summary>
    Whereabouts,
    Police,

    /// <summary>What liaison and diversion found: shared with her consent (ig_rules IG-11).</summary>
    Screening,
    Court,
    Supervision,
    Custody,

    /// <summary>How work with her on supervision, in custody and towards her release goes: appointments, warnings, what was explained, her care.</summary>
    Casework,

    /// <summary>That a recall is considered, and what might be done instead (safeguards S1).</summary>
    RecallConsidered,

    /// <summary>Which support she has and how it goes, and who works with her.</summary>
    Engagement,
    Needs,
    Plan,

    /// <summary>Her home, income, work, family and health, as she told it.</summary>
    Circumstances,
    SafeContact,

    /// <summary>Hers alone: what she is, what she thinks of the help, her protection, her right to be here, and what she shares with whom.</summary>
    Hers,
}
