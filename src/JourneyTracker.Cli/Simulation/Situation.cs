using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Simulation;

/// <summary>Where a simulated woman stands, with what her next step depends on. Orders run beside it and end by law.</summary>
/// <param name="Stage">What is going on with her now.</param>
/// <param name="Since">Since which day.</param>
/// <param name="Area">Her police force area.</param>
internal sealed record Situation(Stage Stage, DateOnly Since, string Area)
{
    public string Offence { get; init; } = "04";

    /// <summary>Prosecuted by a single justice notice: ends in a fine.</summary>
    public bool ByNotice { get; init; }

    public Prior Prior { get; init; }

    /// <summary>She is in contact with the police again and again.</summary>
    public bool Frequent { get; init; }

    public string? Prison { get; init; }

    /// <summary>First day on remand for the present case.</summary>
    public DateOnly? RemandedOn { get; init; }

    public DateOnly? SentencedOn { get; init; }

    public Term? Sentence { get; init; }

    /// <summary>Last day of sentence and licence.</summary>
    public DateOnly? Expires { get; init; }

    public string? RecallKind { get; init; }

    /// <summary>For a conditional caution: the last day for the conditions.</summary>
    public DateOnly? ConditionsEndOn { get; init; }

    public Situation Move(Stage to, DateOnly day) => this with { Stage = to, Since = day };
}

/// <summary>What lies behind a woman without current involvement; the chance of another contact turns on it.</summary>
internal enum Prior
{
    None,
    Diversion,
    ShortCustody,
    Other,
}

/// <summary>The next step: what happens on a day, and where it leaves her. Without facts when it comes about by law alone.</summary>
internal sealed record Turn(DateOnly Day, IReadOnlyList<Fact> Facts, Situation After);
