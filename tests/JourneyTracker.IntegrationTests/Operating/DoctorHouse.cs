using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Time;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Checking;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Secrets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>A healthy database on a server of its own (roles belong to a whole server), with a few folded journeys, that tests may damage.</summary>
public sealed class DoctorHouse : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 10);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"journey-doctor-{Guid.NewGuid():N}"[..22]);
    private PrivateCluster cluster = null!;

    public JourneyDatabase Database { get; private set; } = null!;

    public JourneyId Journey { get; private set; }

    public string Secrets => Path.Combine(folder, "secrets");

    public DoctorRequest Request => new(cluster.ConnectionString(), cluster.ConnectionString(PrivateCluster.Keys), MasterKeyFile.In(Secrets), folder);

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string> { ["fsync"] = "on", ["synchronous_commit"] = "on", ["full_page_writes"] = "on", ["max_prepared_transactions"] = "5" };
        cluster = await PrivateCluster.OpenAsync(folder, ClusterOptions.Throwaway with { MaxConnections = 150, Settings = settings });
        Database = await JourneyDatabase.OpenAsync(cluster.ConnectionString(), cluster.ConnectionString(PrivateCluster.Keys), Secrets, TimeProvider.System, CancellationToken.None);
        await Database.Partnerships.AddAsync(JournalHouse.North, "North", simulated: false, CancellationToken.None);
        for (var i = 0; i < 5; i++) Journey = await OpenAsync();
        await FoldAsync();
    }

    public async Task<JourneyId> OpenAsync()
    {
        var journey = Samples.NewJourney();
        Fact[] facts =
        [
            new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = Day },
            new Arrested("THEFT", "E23000007", Protected.Of("a note")) { HappenedOn = Day },
            new Sentenced("CO", new Term(months: 12)) { HappenedOn = Day },
            new Released(ReleaseKind.OnLicence, Day) { HappenedOn = Day.AddDays(3) },
        ];
        (await Database.Journal.AppendAsync(Samples.Append(journey, [.. facts.Select(f => Samples.New(f))]), CancellationToken.None)).Should().BeOfType<AppendOutcome.Accepted>();
        return journey;
    }

    public FoldingNode Node() => new(Database, TimeProvider.System, NullLogger<FoldingNode>.Instance);

    public Task FoldAsync() => Node().CatchUpAsync(null, CancellationToken.None);

    public async Task<IReadOnlyList<Check>> ExamineAsync(DoctorRequest? request = null) => await Doctor.ExamineAsync(request ?? Request, CancellationToken.None);

    public async Task<Check> OneAsync(string name, DoctorRequest? request = null) => (await ExamineAsync(request)).Single(c => c.Name == name);

    /// <summary>As the superuser.</summary>
    public Task DamageAsync(string sql) => ExecuteAsync(cluster.SuperuserConnectionString(PrivateCluster.Journeys), sql);

    public Task DamageKeysAsync(string sql) => ExecuteAsync(cluster.SuperuserConnectionString(PrivateCluster.Keys), sql);

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(cluster.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await cluster.DisposeAsync();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
