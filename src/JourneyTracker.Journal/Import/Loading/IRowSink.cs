using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Import.Mapping;
using JourneyTracker.Journal.Import.Reading;

namespace JourneyTracker.Journal.Import.Loading;

/// <summary>Where mapped rows go: into the journal or, in a dry run, nowhere.</summary>
internal interface IRowSink
{
    long Journeys { get; }

    long Opened { get; }

    Task<Dictionary<string, JourneyId>> PrepareAsync(IReadOnlyList<MappedRow> rows);

    Task LoadAsync(IReadOnlyList<MappedRow> rows, Dictionary<string, JourneyId> journeys, Tally tally, RejectFile? rejects);
}

/// <summary>A dry run: rows are counted, refused rows are written, nothing is recorded.</summary>
internal sealed class CountingSink : IRowSink
{
    private static readonly Task<Dictionary<string, JourneyId>> Nothing = Task.FromResult(new Dictionary<string, JourneyId>());
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);

    public long Journeys => persons.Count;

    public long Opened => 0;

    public Task<Dictionary<string, JourneyId>> PrepareAsync(IReadOnlyList<MappedRow> rows) => Nothing;

    public Task LoadAsync(IReadOnlyList<MappedRow> rows, Dictionary<string, JourneyId> journeys, Tally tally, RejectFile? rejects)
    {
        foreach (var row in rows)
        {
            if (row.Refusal is { } why)
            {
                tally.Refuse(row, why);
                rejects?.Write(row.Source, why);
            }
            else if (row.IsSkipped)
            {
                tally.Skip(row);
            }
            else
            {
                persons.Add(row.Person);
                tally.Accept(row, row.Facts.Count);
            }
        }

        return Task.CompletedTask;
    }
}
