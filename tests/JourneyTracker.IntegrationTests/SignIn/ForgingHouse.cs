using System.Collections.Concurrent;
using System.Net;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web;
using JourneyTracker.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JourneyTracker.IntegrationTests.SignIn;

/// <summary>A server whose provider forges, and what it logged about that.</summary>
public sealed class ForgingHouse : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> reasons = new();

    public JournalHouse Journal { get; private set; } = null!;

    public ForgingProvider Provider { get; private set; } = null!;

    public WebServer Server { get; private set; } = null!;

    public SettableClock Clock { get; } = new(DateTimeOffset.UtcNow);

    public async Task InitializeAsync()
    {
        Journal = await JournalHouse.CreateAsync();
        Provider = await ForgingProvider.StartAsync();
        Server = await NodeAsync();
    }

    public Task<WebServer> NodeAsync(ServerBounds? bounds = null) => WebServer.CreateAsync(
        Journal, services => services.AddSingleton<ILoggerProvider>(new Reasons(reasons)),
        options: new WebOptions(new Listening(0)) { SignIn = SignInHouse.Settings(Provider.Address), Bounds = bounds ?? new ServerBounds { SignInsOfAddress = 10_000 } }, clock: Clock);

    /// <summary>A sign-in with a forged token fails, for that reason and no other, and begins no session.</summary>
    internal async Task RefusedAsync(Func<ForgedToken, string> forge, string reason, string start = "/sign-in/start?return=/board")
    {
        reasons.Clear();
        using var visitor = new Visitor(Server.Address);
        Provider.Forge = forge;
        try
        {
            var answer = await visitor.SignInAsync(start);
            await RefusedAsync(answer, reason);
            visitor.Session.Should().BeNull();
            (await visitor.CountAsync()).Should().Be(HttpStatusCode.Unauthorized);
        }
        finally
        {
            Provider.Forge = token => token.Signed();
        }
    }

    public async Task RefusedAsync(HttpResponseMessage answer, string reason)
    {
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, page);
        page.Should().Contain("You could not be signed in").And.Contain("0161 496 0000");
        LastReason.Should().Be(reason);
    }

    public string? LastReason => reasons.LastOrDefault();

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Provider.DisposeAsync();
        await Journal.DisposeAsync();
    }

    private sealed class Reasons(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> values && values.FirstOrDefault(v => v.Key == "Reason").Value is string reason) seen.Enqueue(reason);
        }

        public void Dispose()
        {
        }
    }
}
