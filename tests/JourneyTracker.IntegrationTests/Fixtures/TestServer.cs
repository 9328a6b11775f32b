namespace JourneyTracker.IntegrationTests.Fixtures;

/// <summary>The PostgreSQL of a test run.</summary>
/// <param name="ConnectionString">For the programs' login, by the name of the database. The superuser has the same but for the name.</param>
/// <param name="SuperuserConnectionString">For the superuser, to make databases.</param>
public sealed record TestServer(Func<string, string> ConnectionString, string SuperuserConnectionString)
{
    /// <summary>Where else than on a private cluster the tests of an assembly run, when that is there: it says null when it is not. Set before the first test.</summary>
    public static Func<Task<TestServer?>>? Elsewhere { get; set; }

    internal static async Task<TestServer> StartAsync() =>
        Elsewhere is { } other && await other() is { } there ? there : new TestServer((await TestCluster.Cluster).ConnectionString, (await TestCluster.Cluster).SuperuserConnectionString());
}
