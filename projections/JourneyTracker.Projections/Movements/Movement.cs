using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Projections.Movements;

/// <summary>The step from one spell to the next. The first is the step from "not yet known".</summary>
/// <param name="Day">The first day of the new stage.</param>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage from that day on.</param>
/// <param name="By">The fact that caused it; null for operation of law.</param>
public sealed record Movement(DateOnly Day, Stage From, Stage To, FactId? By)
{
    /// <summary>The name under which this fold is stored; a change of its rules changes the number.</summary>
    public const string Name = "movements.2";

    /// <summary>All steps, those that the law sets in the future included.</summary>
    public static IReadOnlyList<Movement> Of(JourneyStatus status)
    {
        var movements = new List<Movement>(status.Spells.Count);
        var before = Stage.NotYetKnown;
        foreach (var spell in status.Spells)
        {
            movements.Add(new Movement(spell.From, before, spell.Stage, spell.By));
            before = spell.Stage;
        }

        return movements;
    }
}
