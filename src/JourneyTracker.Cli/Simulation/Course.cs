using System.Diagnostics;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Cli.Simulation;

/// <summary>How journeys go on: from any situation to the next turn. The same for the back history and for live movement.</summary>
internal sealed class Course(Rates rates)
{
    private readonly PoliceTurns police = new(rates);
    private readonly CourtTurns court = new(rates);
    private readonly CustodyTurns custody = new(rates);

    /// <param name="now">Where she stands.</param>
    /// <param name="dice">Chance.</param>
    /// <param name="on">The day of the turn; null to let it take the time that it takes.</param>
    public Turn Next(Situation now, Dice dice, DateOnly? on = null) => now.Stage switch
    {
        Stage.NotYetKnown or Stage.NoCurrentInvolvement => police.Contact(now, dice, on),
        Stage.UnderInvestigation => police.Decision(now, dice, on),
        Stage.Diverted => police.DiversionEnds(now, dice, on),
        Stage.OutOfCourtResolution => police.ConditionsEnd(now, dice, on),
        Stage.BeforeTheCourt or Stage.AwaitingSentence => court.Outcome(now, dice, on),
        Stage.Remanded => court.OutcomeOnRemand(now, dice, on),
        Stage.InCustody => custody.Release(now, dice, on),
        Stage.OnLicence => custody.LicenceGoesOn(now, dice, on),
        Stage.RecalledNotReturned => custody.Return(now, dice, on),
        Stage.InCustodyOnRecall => custody.ReleaseAgain(now, dice, on),
        _ => throw new UnreachableException($"{now.Stage} is not a simulated situation."),
    };

    /// <summary>What opens a journey, to be recorded before anything else about her.</summary>
    public IReadOnlyList<Fact> Opening(Dice dice, DateOnly day, string area, int birthYear) =>
    [
        new JourneyOpened(OpenedBy.Simulation, area) { HappenedOn = day },
        new CharacteristicsRecorded(
            dice.Chance(rates.Of("ethnicity-not-said")) ? "NS"
                : dice.Chance(rates.Of("minority")) ? dice.Pick("A1", "A2", "A3", "A9", "B1", "B2", "B9", "M1", "M2", "M3", "M9", "O9") : dice.Pick("W1", "W1", "W1", "W2", "W3", "W9"),
            Protected.Of(birthYear),
            Protected.Of(dice.Chance(rates.Of("disability")) ? YesNoAnswer.Yes : dice.Pick(YesNoAnswer.No, YesNoAnswer.No, YesNoAnswer.NotAsked, YesNoAnswer.PrefersNotToSay)))
        {
            HappenedOn = day,
        },
    ];
}
