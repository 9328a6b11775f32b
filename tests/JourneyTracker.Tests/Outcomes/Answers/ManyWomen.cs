using JourneyTracker.Domain.Facts;
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
    internal ManyWomen(int seed, int women) => Store = MeasureStore.Of(Made(seed, women));

    internal MeasureStore Store { get; }

    public void Dispose() => Store.Dispose();

    private static A[] Made(int seed, int women)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, women).Select(_ => Woman(dice))];
    }

    private static A Woman(Random dice)
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

        return A.Journey().With([.. facts]);
    }
}
