using JourneyTracker.Domain.Journal;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>The journal on PostgreSQL, append by append.</summary>
public class PostgresJournalTests(JournalHouse house) : JournalContract, IClassFixture<JournalHouse>
{
    protected override IJournal Journal => house.House.Journal;

    protected override Task<IReadOnlyList<RecordedFact>> OpenAsync(IReadOnlyList<RecordedFact> facts) => house.House.Sealing.OpenAsync(facts, default);

    protected override Task<AppendOutcome> RecordAsync(Append append) => Journal.AppendAsync(append, default);
}

/// <summary>The same promises hold for what is loaded in bulk.</summary>
public class PostgresLoadTests(JournalHouse house) : PostgresJournalTests(house)
{
    protected override async Task<AppendOutcome> RecordAsync(Append append) => (await Journal.LoadAsync([append], default))[0];
}
