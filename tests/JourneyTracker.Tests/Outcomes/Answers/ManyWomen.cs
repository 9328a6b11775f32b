using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Time;
using JourneyTracker.Tests.Outcomes.Measures;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Answers;

/// <summary>A store of many made-up women, so that some groups are large, some small and some empty. The same every time.</summary>
public sealed class ManyWomen : IDisposable
{
    private const int Women = 260;
    private static readonly string[] Ethnicities = ["W1", "W1", "W1", "W1", "W1", "W1", "A1", "A1", "M1", "B1", "B1", "NS", "W2", "W1", "W1", "O9"];
    private static readonly string[] Areas = ["E23000029", "E23000029", "E23000029", "E23000030", "E23000030", "E23000033"];

    public ManyWomen()
        : this(5, Women)
    {
    }

    /// <summary>Others: the same every time for the same seed.</summary>
    /// <param name="goOn">Whether their journeys go on: conditional cautions, sentences, licences and recalls.</param>
    internal ManyWomen(int seed, int women, bool goOn = false) => Store = MeasureStore.Of(Made(seed, women, goOn));

    internal MeasureStore Store { get; }

    public void Dispose() => Store.Dispose();

    private static A[] Made(int seed, int women, bool goOn)
    {
        var (dice, later) = (new Random(seed), goOn ? new Random(-seed) : null);
        return [.. Enumerable.Range(0, women).Select(_ => Woman(dice, later))];
    }

    /// <summary>What comes after, for some of them.</summary>
    private static IEnumerable<Fact> Further(DateOnly day, bool isProsecuted, Random dice)
    {
        if (!isProsecuted)
        {
            if (dice.Next(12) == 0) yield return new ConditionallyCautioned([new(CautionConditionKind.Rehabilitative)], day.AddDays(90)) { HappenedOn = day.AddDays(10) };
            yield break;
        }

        switch (dice.Next(4))
        {
            case 0: yield return new Sentenced("FINE") { HappenedOn = day.AddDays(12) }; break;
            case 1: yield return new Sentenced("CO", Term.Parse("P1Y", null)) { HappenedOn = day.AddDays(12) }; break;
            default:
                yield return new Sentenced("IMMEDIATE_CUSTODY", Term.Parse("P2M", null)) { HappenedOn = day.AddDays(12) };
                yield return new Received(CustodyBasis.Sentence) { HappenedOn = day.AddDays(12) };
                yield return new Released(ReleaseKind.OnLicence) { HappenedOn = day.AddDays(20) };
                if (dice.Next(3) == 0) yield return new Recalled("FTR_28") { HappenedOn = day.AddDays(25) };
                break;
        }
    }

    private static A Woman(Random dice, Random? later)
    {
        var day = A.Day("2026-01-10").AddDays(dice.Next(120));
        var area = Areas[dice.Next(Areas.Length)];
        var ethnicity = Ethnicities[dice.Next(Ethnicities.Length)];
        if (ethnicity == "O9" && dice.Next(5) > 0) ethnicity = "W1";
        List<Fact> facts = [new JourneyOpened(OpenedBy.Hand, area) { HappenedOn = day.AddDays(-5) }, new CharacteristicsRecorded(Ethnicity: ethnicity, Area: area) { HappenedOn = day.AddDays(-4) }, new Arrested { HappenedOn = day }];
        switch (dice.Next(10))
        {
            case 0 or 1 or 2: facts.Add(new Cautioned { HappenedOn = day.AddDays(3) }); break;
            case 3: facts.Add(new CommunityResolution { HappenedOn = day.AddDays(3) }); break;
            case 4 when dice.Next(4) == 0: facts.Add(new PenaltyNotice { HappenedOn = day.AddDays(2) }); break;
            case 5: facts.Add(new DiversionConsidered(DiversionDecision.Offered) { HappenedOn = day.AddDays(1) }); facts.Add(new Diverted(DiversionScheme.DeferredProsecution) { HappenedOn = day.AddDays(2) }); break;
            case 6 or 7:
                facts.Add(new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = day.AddDays(4) });
                if (dice.Next(3) == 0) facts.Add(new Remanded { HappenedOn = day.AddDays(5) });
                break;
            case 9 when dice.Next(6) == 0: facts.Add(new Remanded { HappenedOn = day.AddDays(1) }); break;
            case 8: facts.Add(new DiversionConsidered(DiversionDecision.Excluded) { HappenedOn = day.AddDays(1) }); facts.Add(new NoFurtherAction { HappenedOn = day.AddDays(9) }); break;
            default: facts.Add(new ReleasedUnderInvestigation { HappenedOn = day.AddDays(1) }); break;
        }

        if (later is not null) facts.AddRange(Further(day, facts.Any(f => f is ProsecutionStarted), later));
        return A.Journey().With([.. facts]);
    }
}
