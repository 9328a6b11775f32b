namespace JourneyTracker.Domain.Facts;

/// <summary>She was acquitted. The prosecution is over and nothing is held against her.</summary>
[FactName("acquitted.v1", "Acquitted", Family.Court, 5)]
public sealed record Acquitted : Fact;

/// <summary>The prosecution was withdrawn, discontinued or stayed, or the court did not let it go on.</summary>
[FactName("discontinued.v1", "Prosecution discontinued", Family.Court, 5)]
public sealed record Discontinued : Fact;

/// <summary>She pleaded or was found guilty. Until she is sentenced she is awaiting sentence.</summary>
/// <param name="Plea">How it came about.</param>
/// <param name="OffenceGroup">Code of the list offence_groups.</param>
/// <param name="OffenceOn">The day of the offence, or the first day of a period.</param>
[FactName("convicted.v1", "Convicted", Family.Court, 5)]
public sealed record Convicted(Plea Plea = Plea.NotRecorded, string? OffenceGroup = null, DateOnly? OffenceOn = null) : Fact;

/// <summary>She completed a community order or suspended sentence order.</summary>
[FactName("order-completed.v1", "Order completed", Family.Court, 9)]
public sealed record OrderCompleted : Fact;

/// <summary>A court revoked a community order or suspended sentence order. A new sentence in its place is a fact of its own.</summary>
/// <param name="Reason">The reason.</param>
[FactName("order-revoked.v1", "Order revoked", Family.Court, 7)]
public sealed record OrderRevoked(RevocationReason Reason = RevocationReason.NotRecorded) : Fact;

/// <summary>A step in proceedings because an order, or supervision, is said not to have been complied with. The order itself goes on unless revoked.</summary>
/// <param name="Step">How far they are.</param>
/// <param name="ReasonAsked">Whether she was asked why before they began.</param>
/// <param name="Outcome">What came of them.</param>
[FactName("breach-proceedings.v1", "Proceedings about compliance", Family.Court, 6)]
public sealed record BreachProceedings(
    BreachStep Step, YesNoAnswer ReasonAsked = YesNoAnswer.NotAsked, BreachOutcome Outcome = BreachOutcome.NotRecorded) : Fact;

/// <summary>How a conviction came about.</summary>
public enum Plea
{
    NotRecorded,
    Guilty,
    FoundGuilty,
    InHerAbsence,
}

/// <summary>Why an order was revoked.</summary>
public enum RevocationReason
{
    NotRecorded,
    GoodProgress,
    ChangeOfCircumstances,
    Resentenced,
    SentenceBroughtIntoEffect,
    Other,
}

/// <summary>A step of breach proceedings.</summary>
public enum BreachStep
{
    Started,
    Withdrawn,
    NotProved,
    Proved,
}

/// <summary>What came of breach proceedings.</summary>
public enum BreachOutcome
{
    NotRecorded,
    NoAction,
    OrderContinues,
    OrderMadeStricter,
    Fined,
    Revoked,
    Committed,
}
