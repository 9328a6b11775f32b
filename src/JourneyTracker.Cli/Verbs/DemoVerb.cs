using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.Cli.Verbs.Outcomes;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Cluster;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Folding.Rebuild;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JourneyTracker.Cli.Verbs;

/// <summary>A live board with a simulated partnership moving on it, with nothing to set up.</summary>
internal sealed class DemoVerb : Verb
{
    private const int Seed = 1;
    private const int Years = 5;

    /// <summary>Between two and five seconds from one movement to the next.</summary>
    private const double MovementsAMinute = 18;

    private static readonly Partnership Demo = new("demo");
    private readonly Option<int> port = PlainOptions.Whole("--port", "The port on this machine", "PORT", otherwise: 5080, least: 1, most: 65_535);
    private readonly Option<int> women = PlainOptions.Whole("--women", "How many women, at the first start", "N", otherwise: 300, least: 1, most: 10_000);
    private readonly Option<bool> reset = new("--reset") { Description = "Remove the demonstration's data and start anew" };

    public DemoVerb() : base("demo", "Show a live board with made-up women moving on it")
    {
        foreach (var option in new Option[] { port, women, reset }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        RefuseBusy(session.Get(port));
        var choice = ChoiceOf(session);
        var folder = new DemoFolder(choice.DataFolder);
        if (session.Get(reset)) await ResetAsync(session, choice, folder, cancellation);
        await using var house = await House.OpenAsync(await choice.OpenAsync(ClusterOptions.Durable with { Progress = session.Say }, cancellation), cancellation);
        await PrepareAsync(session, house, folder, cancellation);

        var personas = Personas.Of(Demo);
        await using var server = WebHost.Build(new WebOptions(personas[0].Caller, session.Get(port)) { Personas = personas, Outcomes = Stores.FolderOf(choice) }, house.Database, TimeProvider.System);
        var node = new FoldingNode(house.Database, TimeProvider.System, server.Services.GetRequiredService<ILogger<FoldingNode>>());
        await node.CatchUpAsync(null, cancellation);
        await server.StartAsync(cancellation);
        session.Say($"""

            The demonstration is at http://localhost:{session.Get(port)}, the board at http://localhost:{session.Get(port)}/board
            Somebody moves every two to five seconds: watch the columns, open the journey of a woman who moved, filter by area. Everybody here is made up.
            Choose above each page as whom you look: a keyworker and a police officer do not see the same.
            Ask it from another terminal: ./journey stages {(choice.ConnectionString is null ? $"--data {Quoted(choice.DataFolder)}" : "with the same --database")}
            Ctrl-C stops everything; the next start keeps the data, and --reset starts anew.

            """);
        var counting = DemoOutcomes.BuildAsync(house.Database, new OutcomesStore(Stores.FolderOf(choice), Demo.Name), Demo, session.Say, cancellation);
        await MoveAsync(session, house, server, node, folder, cancellation);
        await counting;
        session.Answer(new { Served = $"http://localhost:{session.Get(port)}" }, output => output.WriteLine("Stopped."));
        return ExitCode.Done;
    }

    /// <summary>The first start makes the partnership; one that was interrupted goes on with the same; later ones find it there.</summary>
    private async Task PrepareAsync(Session session, House house, DemoFolder folder, CancellationToken ct)
    {
        await SimulatedPartnership.RefuseBesideRealAsync(house.Database, Demo, "Name another folder with --data, or none.", ct);
        await SimulatedPartnership.EnsureAsync(house.Database, Demo, "Demonstration (simulated)", ct);
        var made = folder.Marker ?? new DemoMarker(Seed, session.Get(women), Years, LondonDay.Of(House.Now), Complete: false);
        if (session.Said(women) && made.Women != session.Get(women)) session.Say($"The demonstration was made with {made.Women} women; --reset makes another.");
        if (made.Complete) return;
        folder.Keep(made);
        var history = new History(Rates.Load(), made.Seed, made.Women, made.Years, made.Until) { Told = new NamedWomen(made.Until).All };
        await SimulatedPartnership.LoadAsync(house.Database, Demo, history, made.Years, session.Progress, ct);
        // Not announced: a board begins with what stands, not with five years of movements.
        await new QuietBeginning(house.Database, TimeProvider.System).RunAsync(null, ct);
        folder.Keep(made with { Complete = true });
    }

    private static async Task MoveAsync(Session session, House house, WebApplication server, FoldingNode node, DemoFolder folder, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var folding = node.RunAsync(stopping.Token);
        var live = new LiveMovement(house.Database.Journal, house.Database.Vault, Demo, Rates.Load(), TimeProvider.System)
        {
            Still = folder.Marker is { } made ? new NamedWomen(made.Until).All.Select(w => w.Journey).ToHashSet() : [],
        };
        try
        {
            await foreach (var moved in live.RunAsync(MovementsAMinute, cancellation))
                session.Say($"{moved.Journey.Pseudonym}: {moved.From.Words()} → {moved.To.Words()}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how a demonstration ends.
        }
        finally
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            await server.StopAsync(patience.Token);
            await stopping.CancelAsync();
            await folding;
        }
    }

    /// <summary>A folder of its own under the data folder, so that --reset cannot meet anything else; or the very one that was named.</summary>
    private static DatabaseChoice ChoiceOf(Session session)
    {
        var named = session.Said(HouseOptions.Data) || Environment.GetEnvironmentVariable("JOURNEY_DATA") is { Length: > 0 };
        return named ? session.Choice : session.Choice with { DataFolder = Path.Combine(session.Choice.DataFolder, "demo") };
    }

    private static async Task ResetAsync(Session session, DatabaseChoice choice, DemoFolder folder, CancellationToken ct)
    {
        if (choice.ConnectionString is not null)
            throw new RefusedException("A database named by a connection string is not removed.", "--reset", "Leave --reset out, or use the private cluster.");
        session.Say(await folder.ResetAsync(ct)
            ? $"Removed the demonstration's database and secrets in {choice.DataFolder}."
            : $"There was no demonstration in {choice.DataFolder} to remove.");
    }

    /// <summary>The folder as it is written on a command line, from where the person stands.</summary>
    private static string Quoted(string folder)
    {
        var near = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
        var shown = near.StartsWith("..", StringComparison.Ordinal) ? folder : near;
        return shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown;
    }

    /// <summary>Asked first, so that nobody waits for a database only to hear it.</summary>
    private static void RefuseBusy(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException wrong)
        {
            throw new RefusedException(
                wrong.SocketErrorCode == SocketError.AddressAlreadyInUse ? $"Port {port} is in use by another program." : $"Port {port} cannot be used: {wrong.Message.TrimEnd('.')}.",
                "--port", "Stop that program, or choose another port with --port.");
        }
    }
}
