using JourneyTracker.Domain.Law;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Projections.Dates;

namespace JourneyTracker.Cli.Dates;

/// <summary>One woman's dates by law, from what is on record of her.</summary>
internal sealed record JourneyDates(JourneyReading Reading, LawOfDay Law, IReadOnlyList<DatedMatter> Matters)
{
    private const string Caution = "Worked out from what is recorded here. The prison's own calculation counts.";

    public static JourneyDates Of(JourneyReading reading, LawOfDay law) => new(reading, law, HerDates.Of(HeldFacts.Of(reading), law));

    public object Document() => new
    {
        Journey = Reading.Id,
        Reading.AsAt,
        Reading.KnownAt,
        Reading.Position,
        LawOn = Law.Day,
        Note = Caution,
        Matters = Matters.Select(m => new { m.Title, Facts = m.Facts.Select(f => f.ToString()), Answer = AnswerWords.Document(m.Answer), m.NotRecorded }),
    };

    public void Write(TextWriter output)
    {
        output.WriteLine($"{Reading.Pseudonym}, by the law of {Law.Day:yyyy-MM-dd}, from what was recorded by {Reading.KnownAt:yyyy-MM-dd HH:mm} UTC (position {Reading.Position})");
        output.WriteLine(Caution);
        if (Matters.Count == 0) output.WriteLine("Nothing on record has a date by law.");
        foreach (var matter in Matters)
        {
            output.WriteLine();
            output.WriteLine(matter.Title);
            foreach (var missing in matter.NotRecorded) output.WriteLine($"  Not recorded: {missing}");
            AnswerWords.Write(matter.Answer, output);
        }
    }
}
