using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Cli.Simulation;

/// <summary>What goes wrong in real records and is never corrected. The data quality fold finds most of it.</summary>
internal sealed class Slips(Rates rates)
{
    public IEnumerable<Fact> In(Fact fact, Dice dice)
    {
        switch (fact)
        {
            case Received reception:
                yield return dice.Chance(rates.Of("slip-basis-not-known")) ? reception with { Basis = CustodyBasis.NotKnown } : reception;
                if (dice.Chance(rates.Of("slip-reported-twice"))) yield return reception with { Prison = null };
                break;
            case Released release:
                yield return release.LicenceEndsOn is not null && dice.Chance(rates.Of("slip-no-licence-end")) ? release with { LicenceEndsOn = null } : release;
                if (dice.Chance(rates.Of("slip-late-transfer"))) yield return new Transferred(dice.Pick(Places.SentencedPrisons)) { HappenedOn = release.HappenedOn, Matter = release.Matter };
                break;
            case Contact contact when dice.Chance(rates.Of("slip-month-only")):
                yield return contact with { HappenedOn = HappenedOn.InMonth(contact.HappenedOn.Day.Year, contact.HappenedOn.Day.Month) };
                break;
            default:
                yield return fact;
                break;
        }
    }
}
