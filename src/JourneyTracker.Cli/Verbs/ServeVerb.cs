using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Cli.Verbs.Outcomes;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Web;
using JourneyTracker.Web.Access;
using JourneyTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JourneyTracker.Cli.Verbs;

/// <summary>The web server, with the folding node beside it, until it is told to stop.</summary>
internal sealed class ServeVerb : Verb
{
    private static readonly Partnership NoneYet = new("no-partnership-yet");
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Option<int> port = PlainOptions.Whole("--port", "The port on this machine", "PORT", otherwise: 5080, least: 0, most: 65_535, note: "; 0 takes a free one");
    private readonly ServeDoors doors = new();
    private readonly Option<string?> person = new("--as") { Description = "Without sign-in: who everybody is that asks; you when not said", HelpName = "PERSON" };
    private readonly Option<string> agency = new("--agency") { Description = "That person's agency", DefaultValueFactory = _ => "Coordination", HelpName = "NAME" };
    private readonly Option<Role?> role = PlainOptions.OneOf<Role>("--role", "That person's role: coordinator (when not said), practitioner, auditor, evaluator or administrator", "ROLE");
    private readonly Option<bool> noFolding = new("--no-folding") { Description = "Leave the folding to another node" };

    private readonly Option<LogFormat?> logFormat = PlainOptions.OneOf<LogFormat>("--log-format", "How the log is written to standard error: plain (when not said), or json, one object a line", "FORMAT");
    private readonly Option<int> requests = PlainOptions.Whole("--most-requests", "Requests answered at once; what is more is turned away with 429", "N", otherwise: ServerBounds.Usual.Requests, least: 1, most: 100_000);
    private readonly Option<int> watchers = PlainOptions.Whole("--most-watchers", "Boards watched through this server at once", "N", otherwise: ServerBounds.Usual.Watchers, least: 1, most: 100_000);
    private readonly Option<int> ofPerson = PlainOptions.Whole("--most-a-minute", "With sign-in: requests of one person or program in a minute", "N", otherwise: ServerBounds.Usual.RequestsOfPerson, least: 1, most: 1_000_000);
    private readonly Option<int> journeys = PlainOptions.Whole("--most-journeys-a-minute", "With sign-in: journeys that one person or program opens in a minute", "N", otherwise: ServerBounds.Usual.JourneysOfPerson, least: 1, most: 1_000_000);
    private readonly Option<int> ofAddress = PlainOptions.Whole("--most-from-address", "With sign-in: requests from one network address in a minute; a whole office may come from one", "N", otherwise: ServerBounds.Usual.RequestsOfAddress, least: 1, most: 10_000_000);

    public ServeVerb() : base("serve", "Serve the board, journeys and the API until stopped: to this machine, or with --sign-in to others")
    {
        foreach (var option in (Option[])[port, .. doors.All, ReadingOptions.Partnership, person, agency, role, noFolding, logFormat, requests, watchers, ofPerson, journeys, ofAddress]) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var listening = doors.Listening(session, session.Get(port));
        var signIn = doors.SignIn(session);
        RefuseTwoWays(session);
        await using var house = await House.OpenAsync(session, cancellation);
        var partnership = signIn is null ? await PartnershipAsync(house, session.Get(ReadingOptions.Partnership), cancellation) : null;
        var options = signIn is null
            ? new WebOptions(new Caller(session.Get(person) ?? Environment.UserName, session.Get(agency)!, "VOLUNTARY", session.Get(role) ?? Role.Coordinator, partnership ?? NoneYet), listening.Port)
            : new WebOptions(listening) { SignIn = signIn };
        await using var server = WebHost.Build(Bounded(session, options), house.Database, TimeProvider.System);
        await StartAsync(server, session.Get(port), cancellation);
        var board = signIn is not null ? "For whoever signs in, the board" : partnership is { } named ? $"The board of {named}" : "An empty board";
        session.Say($"{board} is at {server.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}. Ctrl-C stops it.");
        await RunAsync(server, house, session, awaitPartnership: signIn is null && partnership is null, cancellation);
        session.Answer(new { Served = server.Urls.First() }, output => output.WriteLine("Stopped."));
        return ExitCode.Done;
    }

    /// <summary>Who asks is said by one of them.</summary>
    private void RefuseTwoWays(Session session)
    {
        if (doors.IsSignIn(session) && new Option[] { person, agency, role, ReadingOptions.Partnership }.FirstOrDefault(session.Said) is { } other)
            throw new RefusedException("With sign-in everybody is who they sign in as.", other.Name, "Leave it out, or leave --sign-in out.") { IsWrongUsage = true };
    }

    private WebOptions Bounded(Session session, WebOptions options) => options with
    {
        Outcomes = Stores.FolderOf(session.Choice),
        Log = session.Get(logFormat) ?? LogFormat.Plain,
        Bounds = new ServerBounds
        {
            Requests = session.Get(requests),
            Watchers = session.Get(watchers),
            WatchersOfOne = session.Get(watchers),
            RequestsOfPerson = session.Get(ofPerson),
            JourneysOfPerson = session.Get(journeys),
            RequestsOfAddress = session.Get(ofAddress),
        },
    };

    private async Task RunAsync(WebApplication server, House house, Session session, bool awaitPartnership, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var log = server.Services.GetRequiredService<ILogger<FoldingNode>>();
        Task[] beside =
        [
            session.Get(noFolding) ? Task.CompletedTask : new FoldingNode(house.Database, TimeProvider.System, log).RunAsync(stopping.Token),
            awaitPartnership ? BecomeAsync(house, server.Services.GetRequiredService<Served>(), stopping.Token) : Task.CompletedTask,
        ];
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await server.StopAsync(patience.Token);
            await stopping.CancelAsync();
            await Task.WhenAll(beside).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task StartAsync(WebApplication server, int port, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (IOException busy)
        {
            throw new RefusedException($"Port {port} cannot be used: {(busy.InnerException ?? busy).Message.TrimEnd('.')}.", "--port", "Stop what uses it, or choose another with --port.");
        }
    }

    /// <summary>The one named, or the only one; null while there is none.</summary>
    private static async Task<Partnership?> PartnershipAsync(House house, Partnership? named, CancellationToken ct) =>
        named is null && (await house.Database.Partnerships.ListAsync(ct)).Count == 0 ? null : (await house.CallerAsync(named, ct)).Partnership;

    /// <summary>An empty database gets its first partnership by an import or the simulator; the board then is that one's.</summary>
    private static async Task BecomeAsync(House house, Served served, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(LookAgain, ct);
            if (await house.Database.Partnerships.ListAsync(ct) is not [var first, ..]) continue;
            served.Become(first.Name);
            return;
        }
    }
}
