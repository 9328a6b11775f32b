using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;

namespace JourneyTracker.CritterStack.Tests.Journal;

/// <summary>The journal on Marten keeps every promise of a journal.</summary>
public abstract class MartenJournalTests(MartenHouse house) : JournalContract
{
    protected abstract JourneyDatabase Database { get; }

    protected override IJournal Journal => Database.Journal;

    protected override Task<IReadOnlyList<RecordedFact>> OpenAsync(IReadOnlyList<RecordedFact> facts) => Database.Sealing.OpenAsync(facts, default);

    protected override Task CloseHolesAsync() => house.Own.House.HoleCloser.CloseAsync(default);

    protected override Task<AppendOutcome> RecordAsync(Append append) => Journal.AppendAsync(append, default);
}

/// <summary>In the mode that Marten has by default.</summary>
public class QuickTests(MartenHouse house) : MartenJournalTests(house), IClassFixture<MartenHouse>
{
    private readonly MartenHouse house = house;

    protected override JourneyDatabase Database => house.Quick;
}

/// <summary>In the mode that draws its numbers before it writes.</summary>
public class RichTests(MartenHouse house) : MartenJournalTests(house), IClassFixture<MartenHouse>
{
    private readonly MartenHouse house = house;

    protected override JourneyDatabase Database => house.Rich;
}

/// <summary>What is loaded in bulk, too.</summary>
public class QuickLoadTests(MartenHouse house) : QuickTests(house)
{
    protected override async Task<AppendOutcome> RecordAsync(Append append) => (await Journal.LoadAsync([append], default))[0];
}

/// <summary>What is loaded in bulk, too.</summary>
public class RichLoadTests(MartenHouse house) : RichTests(house)
{
    protected override async Task<AppendOutcome> RecordAsync(Append append) => (await Journal.LoadAsync([append], default))[0];
}
