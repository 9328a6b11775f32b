using System.Diagnostics;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters.Table;
using JourneyTracker.Domain.Replaying;

namespace JourneyTracker.Domain.Matters;

/// <summary>
/// Her matters, by the table that says which fact opens, changes and closes which. Facts are taken in the order in which they happened; one that does not fit is
/// a finding, never a refusal, and is folded in the way most likely to be true.
/// </summary>
public static class MatterFold
{
    /// <summary>Her matters, and what in her records does not fit.</summary>
    public static (IReadOnlyList<Matter> Matters, IReadOnlyList<Finding> Findings) Of(EffectiveJourney journey)
    {
        var book = new MatterBook();
        foreach (var fact in journey.Facts) Take(book, fact);
        foreach (var loose in journey.LooseCorrections) book.Find(FindingCode.CorrectionOfNothing, loose.Fact.HappenedOn.Day, loose.Id);
        return book.Result();
    }

    private static void Take(MatterBook book, EffectiveFact effective)
    {
        var lines = MatterTable.Of(effective.Fact.GetType());
        if (lines.Count == 0 && !IsOfJustice(FactCatalogue.Of(effective.Fact).Family)) return;
        book.Begin(effective);
        foreach (var line in lines)
        {
            if (!line.Fits(book, effective.Fact)) continue;
            foreach (var effect in line.Effects) effect.Apply(book, effective.Fact);
            return;
        }

        throw new UnreachableException($"{effective.Fact.GetType().Name} has no line in the table of matters that fits it.");
    }

    /// <summary>Whether every fact of the family must have its lines in the table; of the other families only the few that end everything have some.</summary>
    public static bool IsOfJustice(Family family) => family is Family.Police or Family.Court or Family.Supervision or Family.Custody;
}
