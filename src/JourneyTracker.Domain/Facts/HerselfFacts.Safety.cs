namespace JourneyTracker.Domain.Facts;

/// <summary>How she can be reached without harm. It comes before any contact detail, and the latest one counts (safeguards S6). Her number and address stand in the identity vault only.</summary>
/// <param name="Ways">What is safe and what is not, sealed.</param>
[FactName("safe-contact.v1", "Safe contact", Family.Herself, 2)]
public sealed record SafeContact(Protected<SafeWays> Ways) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Ways = Ways.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Ways = Ways.Open(sealer) };
}

/// <summary>She and her keyworker agreed on a plan. It is hers, in her words.</summary>
/// <param name="Words">The plan in her words, sealed.</param>
/// <param name="HasCopy">Whether she has a copy, or chose not to have one.</param>
/// <param name="ReviewOn">The day on which they look at it again.</param>
[FactName("plan-agreed.v1", "Plan agreed", Family.Herself, 4)]
public sealed record PlanAgreed(Protected<string> Words, YesNoAnswer HasCopy = YesNoAnswer.NotAsked, DateOnly? ReviewOn = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Words = Words.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Words = Words.Open(sealer) };
}

/// <summary>Somebody became her worker in a role, in place of whoever was before.</summary>
/// <param name="Who">The role and the person, sealed: a service's name alone can tell of her.</param>
[FactName("worker-named.v1", "Her worker named", Family.Herself, 3)]
public sealed record WorkerNamed(Protected<Worker> Who) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Who = Who.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Who = Who.Open(sealer) };
}

/// <summary>She died.</summary>
/// <param name="Note">What has to be known, sealed.</param>
[FactName("died.v1", "Died", Family.Herself, 9)]
public sealed record Died(Protected<string>? Note = null) : Fact
{
    public override Fact Seal(ISealer sealer) => this with { Note = Note?.Seal(sealer) };

    public override Fact Open(ISealer sealer) => this with { Note = Note?.Open(sealer) };
}

/// <summary>She left the area. What happens to her elsewhere is not seen here from that day on.</summary>
/// <param name="To">The police force area she went to, by its GSS code; null when not known, or when it must not be.</param>
[FactName("left-area.v1", "Left the area", Family.Herself, 8)]
public sealed record LeftArea(string? To = null) : Fact;

/// <summary>What is safe and what is not.</summary>
/// <param name="Safe">Ways that are safe; none of the others may be used. Empty when no way is.</param>
/// <param name="Times">When it is safe, in words: days and times of day.</param>
/// <param name="MustNotKnow">Who must not know, in words.</param>
/// <param name="Language">The language of the interpreter she wants; null when she wants none or was not asked.</param>
/// <param name="Interpreter">Whether she wants an interpreter.</param>
/// <param name="FemaleWorker">Whether she wants to be seen by a woman.</param>
/// <param name="Childcare">Whether she needs somebody to look after her children while she comes.</param>
/// <param name="NeverInPresenceOf">Before whom nothing may be said.</param>
public sealed record SafeWays(
    ValueList<SafeWay> Safe,
    string? Times = null,
    string? MustNotKnow = null,
    string? Language = null,
    YesNoAnswer Interpreter = YesNoAnswer.NotAsked,
    YesNoAnswer FemaleWorker = YesNoAnswer.NotAsked,
    YesNoAnswer Childcare = YesNoAnswer.NotAsked,
    ValueList<PersonPresent>? NeverInPresenceOf = null);

/// <summary>Somebody who works with her.</summary>
/// <param name="As">In which role.</param>
/// <param name="Agency">The agency's name, as it records.</param>
/// <param name="Person">The person's user name; null when the role ended, or nobody in particular has it.</param>
public sealed record Worker(WorkerRole As, string Agency, string? Person = null);

/// <summary>In which role somebody works with her.</summary>
public enum WorkerRole
{
    Keyworker,

    /// <summary>The probation practitioner who is responsible for her order or licence.</summary>
    ResponsibleOfficer,
}

/// <summary>A way to reach her.</summary>
public enum SafeWay
{
    Phone,
    Text,
    Voicemail,
    Email,
    Letter,
    HomeVisit,

    /// <summary>Through her keyworker or another person she named.</summary>
    ThroughKeyworker,
    AtTheWomensCentre,
    AtAnAppointment,
}
