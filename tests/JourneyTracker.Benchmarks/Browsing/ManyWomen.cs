using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;

namespace JourneyTracker.Benchmarks.Browsing;

/// <summary>Women of a bench, spread over the stages as on a real board: no column has more than a page shows.</summary>
internal static class ManyWomen
{
    private const int AtOnce = 500;
    private static readonly Recorder Police = new("officer", "Police");

    private static readonly Func<DateOnly, Fact[]>[] Courses =
    [
        day => [new Arrested("08") { HappenedOn = day }],
        day => [new Arrested("08") { HappenedOn = day }, new ReleasedUnderInvestigation { HappenedOn = day }],
        day => [new Arrested("08") { HappenedOn = day }, new PoliceBailed { HappenedOn = day }],
        day => [new ProsecutionStarted(ProsecutionForm.Charge) { HappenedOn = day }],
        day => [new Remanded { HappenedOn = day }],
        day => [new Cautioned { HappenedOn = day }],
        day => [new Released(ReleaseKind.OnLicence, day.AddDays(400)) { HappenedOn = day }],
        day => [new Received(CustodyBasis.Sentence) { HappenedOn = day }],
        day => [new Recalled("LR") { HappenedOn = day }],
        day => [new Diverted(DiversionScheme.LiaisonAndDiversion) { HappenedOn = day }],
    ];

    /// <summary>Records so many, each of whom has done as the others of her stage.</summary>
    /// <returns>Those under investigation first, then stage by stage.</returns>
    public static async Task<IReadOnlyList<JourneyId>> RecordAsync(IJournal journal, Partnership partnership, int women, CancellationToken ct)
    {
        var today = LondonDay.Of(TimeProvider.System.GetUtcNow());
        var all = Enumerable.Range(0, women).Select(_ => new JourneyId(Guid.NewGuid())).ToList();
        foreach (var chunk in all.Index().Chunk(AtOnce))
        {
            var outcomes = await journal.LoadAsync([.. chunk.Select(w => new Append(partnership, w.Item, Police, [.. Course(w.Index).Select(New)]))], ct);
            if (outcomes.OfType<AppendOutcome.Refused>().FirstOrDefault() is { } refused) throw new InvalidOperationException($"A woman of the bench was refused: {refused.Why.What}");
        }

        return all;

        Fact[] Course(int woman) => Courses[woman * Courses.Length / women](today.AddDays(-1 - (woman % 90)));
    }

    /// <summary>To be remanded today, which moves each of those who come first.</summary>
    public static Append Remand(Partnership partnership, JourneyId woman) =>
        new(partnership, woman, Police, [New(new Remanded { HappenedOn = LondonDay.Of(TimeProvider.System.GetUtcNow()) })]);

    private static NewFact New(Fact fact) => new(new FactId(Guid.CreateVersion7()), fact);
}
