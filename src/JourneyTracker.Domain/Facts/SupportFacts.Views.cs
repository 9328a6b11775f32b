using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Domain.Facts;

/// <summary>Her own view of the help she had: what she said when it ended, a complaint, praise. A complaint is never a finding about her.</summary>
/// <param name="Kind">On what occasion.</param>
/// <param name="About">The support it is about, sealed.</param>
/// <param name="Words">What she said, in her words, sealed.</param>
[FactName("her-view-recorded.v1", "Her own view", Family.Support, 9)]
public sealed record HerViewRecorded(ViewKind Kind, Protected<SupportFor>? About = null, Protected<string>? Words = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { About = About?.Seal(sealer), Words = Words?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { About = About?.Open(sealer), Words = Words?.Open(sealer) };
}

/// <summary>A case meeting agreed that somebody does something for her.</summary>
/// <param name="Action">What is to be done, sealed.</param>
/// <param name="Who">The kind of service that does it: code of the list agency_types, sealed.</param>
/// <param name="DueOn">The last day for it; that day counts.</param>
/// <param name="SheWasThere">Whether she, or somebody for her, was at the meeting.</param>
[FactName("panel-action-agreed.v1", "Panel action agreed", Family.Support, 7)]
public sealed record PanelActionAgreed(
    Protected<string>? Action = null, Protected<string>? Who = null, DateOnly? DueOn = null, YesNoAnswer SheWasThere = YesNoAnswer.NotAsked) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Action = Action?.Seal(sealer), Who = Who?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Action = Action?.Open(sealer), Who = Who?.Open(sealer) };
}

/// <summary>What became of an action that a case meeting agreed.</summary>
/// <param name="Agreed">The fact by which it was agreed.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">Anything else, sealed.</param>
[FactName("panel-action-done.v1", "Panel action done", Family.Support, 8)]
public sealed record PanelActionDone(FactId Agreed, PanelActionOutcome Outcome, Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>Whether the services that work with her told each other of something that happened: she should not be the only one who carries the news.</summary>
/// <param name="Of">What happened.</param>
/// <param name="Answer">Whether they told each other.</param>
/// <param name="Services">Which ones were told: codes of the list agency_types, sealed.</param>
/// <param name="InTime">Whether it was in time to help.</param>
[FactName("services-told-each-other.v1", "Whether services told each other", Family.Support, 7)]
public sealed record ServicesToldEachOther(
    ToldOf Of, ToldAnswer Answer, Protected<ValueList<string>>? Services = null, ToldAnswer InTime = ToldAnswer.NotAsked) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Services = Services?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Services = Services?.Open(sealer) };
}

/// <summary>On what occasion she gave her view.</summary>
public enum ViewKind
{
    ExitQuestionnaire,
    Complaint,
    Praise,
    Suggestion,
    Other,
}

/// <summary>What became of an action.</summary>
public enum PanelActionOutcome
{
    Done,
    PartlyDone,
    NotDone,
    NoLongerNeeded,
}

/// <summary>What services should have told each other of.</summary>
public enum ToldOf
{
    Arrest,
    CourtDate,
    Reception,
    Transfer,
    Release,
    Recall,
    Move,
    Other,
}

/// <summary>Whether somebody was told.</summary>
public enum ToldAnswer
{
    NotAsked,
    Yes,
    SomeOfThem,
    No,
    NotKnown,
}
