using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wolverine;
using Wolverine.Postgresql;
using Wolverine.Runtime;

namespace JourneyTracker.CritterStack.Commands;

/// <summary>Wolverine, with its messages in a schema of their own in the journal's database.</summary>
internal sealed class CommandBus : IAsyncDisposable
{
    private const string Schema = "journeys_outbox";

    /// <summary>The journal itself says when it is busy; Wolverine's own limit is beyond that.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly IHost host;

    private CommandBus(IHost host) => this.host = host;

    public IWolverineRuntime Runtime => host.Services.GetRequiredService<IWolverineRuntime>();

    public static async Task<CommandBus> StartAsync(DataSources sources, IRecorder recorder, IFolds folds, CancellationToken ct)
    {
        // The login may make a schema; the tables in it are Wolverine's to make, as the owner of the journal's.
        await using (var login = NpgsqlDataSource.Create(sources.ConnectionString)) await ExecuteAsync(login, "outbox_schema.sql", ct);
        var host = new HostBuilder()
            .ConfigureLogging(log => log.SetMinimumLevel(LogLevel.Warning))
            .UseWolverine(options =>
            {
                options.ApplicationAssembly = typeof(CommandBus).Assembly;
                options.Discovery.DisableConventionalDiscovery().IncludeType<RecordFactsHandler>().IncludeType<FactsRecordedHandler>();
                options.PersistMessagesWithPostgresql(sources.Owner, Schema);
                options.Policies.UseDurableLocalQueues();
                options.Services.AddSingleton(recorder);
                options.Services.AddSingleton(folds);
            })
            .Build();
        try
        {
            await host.StartAsync(ct);
            await ExecuteAsync(sources.Owner, "outbox_grants.sql", ct);
            return new CommandBus(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async Task<AppendOutcome> RecordAsync(Append append, CancellationToken ct)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<AppendOutcome>(new RecordFacts(append), ct, Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string file, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql.Text(file));
        await command.ExecuteNonQueryAsync(ct);
    }
}
