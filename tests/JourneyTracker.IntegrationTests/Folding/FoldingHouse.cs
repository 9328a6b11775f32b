using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Projections.Board;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Folding;

/// <summary>A journal of its own with its folds and its feed, and a clock that stands at noon on 10 March 2026 until it is moved.</summary>
internal sealed class FoldingHouse : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 10);
    public static readonly Partnership North = JournalHouse.North;

    /// <summary>Every row of the fold tables' current generations as text, without what a rebuild may change.</summary>
    public const string Rows = """
        select row_to_json(t)::text from journeys.current_status_spell t union all select row_to_json(t)::text from journeys.current_status_area t
        union all select row_to_json(t)::text from journeys.current_movement t union all select row_to_json(t)::text from journeys.current_data_quality_finding t
        union all select row_to_json(t)::text from journeys.current_merged_journey t union all select row_to_json(t)::text from journeys.current_today_span t
        order by 1
        """;

    private readonly JournalHouse _house;

    private FoldingHouse(JournalHouse house, FoldingOptions options)
    {
        _house = house;
        Options = options;
        Feed = new BoardFeed(house.House.Sources);
    }

    public SettableClock Clock { get; } = new(LondonDay.StartOf(Today).AddHours(12));

    public FoldingOptions Options { get; }

    public BoardFeed Feed { get; }

    public JourneyDatabase Database => _house.House;

    public IJournal Journal => _house.House.Journal;

    public FoldingHealth Health => new(Database.Sources);

    public string SuperuserConnectionString => _house.Database.SuperuserConnectionString;

    public static async Task<FoldingHouse> CreateAsync(FoldingOptions? options = null) => new(
        await JournalHouse.CreateAsync(),
        options ?? new FoldingOptions { Takeover = TimeSpan.FromMilliseconds(50), Poll = TimeSpan.FromMilliseconds(100) });

    public Task<JourneyDatabase> OneMoreAsync() => _house.OpenAsync();

    public FoldingNode Node(JourneyDatabase? database = null) => new(database ?? Database, Clock, NullLogger<FoldingNode>.Instance, Options);

    public Task FoldAsync() => Node().CatchUpAsync(null, CancellationToken.None);

    public async Task<FactId> RecordAsync(JourneyId journey, Fact fact)
    {
        var id = new FactId(Guid.CreateVersion7());
        var outcome = await Journal.AppendAsync(new Append(North, journey, Samples.Tester, [new NewFact(id, fact)]), CancellationToken.None);
        outcome.Should().BeOfType<AppendOutcome.Accepted>();
        return id;
    }

    /// <summary>A new journey with an opening fact on a day, and further facts.</summary>
    public async Task<JourneyId> OpenAsync(DateOnly day, params Fact[] facts)
    {
        // A simple caution opens nothing, and puts her on the board.
        return await OpenSupportOnlyAsync(day, [new Cautioned { HappenedOn = day }, .. facts]);
    }

    /// <summary>A journey with these facts alone.</summary>
    public async Task<JourneyId> OpenSupportOnlyAsync(DateOnly day, params Fact[] facts)
    {
        var journey = new JourneyId(Guid.NewGuid());
        Fact[] all = [new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = day }, .. facts];
        var outcome = await Journal.AppendAsync(
            new Append(North, journey, Samples.Tester, [.. all.Select(f => new NewFact(new FactId(Guid.CreateVersion7()), f))]), CancellationToken.None);
        outcome.Should().BeOfType<AppendOutcome.Accepted>();
        return journey;
    }

    public async Task<IReadOnlyList<BoardMessage>> MessagesAsync(long after = 0) =>
        (await Feed.ReadAsync(North, after, null, 10_000, CancellationToken.None))!;

    /// <summary>What <see cref="Rows"/> gives.</summary>
    public Task<IReadOnlyList<string>> RowsAsync() => LinesAsync(Rows);

    public async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var command = Database.Sources.Folder.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        return lines;
    }

    public async Task AsSuperuserAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Feed.DisposeAsync();
        await _house.DisposeAsync();
    }
}
