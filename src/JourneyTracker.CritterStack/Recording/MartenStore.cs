using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Journal;
using Marten;
using Marten.Services.Json.Transformations;
using Npgsql;
using Weasel.Core;
using SystemTextJson = Marten.Services.Json.Transformations.SystemTextJson.JsonTransformations;

namespace JourneyTracker.CritterStack.Recording;

/// <summary>Marten set up for the tables that are there: the partnership is the tenant, facts have our names and our JSON, and all metadata is kept.</summary>
public static class MartenStore
{
    private const string Schema = "journeys";

    /// <summary>Everything but the connection.</summary>
    public static void Configure(StoreOptions options, EventAppendMode mode)
    {
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(new JsonSerializerOptions(FactJson.Stored), EnumStorage.AsString, Casing.CamelCase, AsStored);
        options.Events.DatabaseSchemaName = Schema;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.MetadataConfig.EnableAll();
        options.Events.AppendMode = mode;
        options.Events.UseListenNotifyForEventAppends = true;
        foreach (var kind in FactCatalogue.All) options.Events.MapEventType(kind.Type, kind.Name);
        foreach (var former in FactCatalogue.Former) options.Events.Upcast(FactCatalogue.Newest(former).Type, former.Name, Lifting(former));
    }

    internal static DocumentStore Open(NpgsqlDataSource source, EventAppendMode mode, Action<StoreOptions>? more = null) => DocumentStore.For(options =>
    {
        Configure(options, mode);
        options.Connection(source);
        more?.Invoke(options);
    });

    /// <summary>For sessions in transactions of ours: what failed in one cannot be tried again there, and whoever began it tries anew.</summary>
    internal static void TryOnce(StoreOptions options)
    {
        options.ConfigurePolly(_ => { });
        options.ConfigureWritePolly(_ => { });
    }

    /// <summary>
    /// Makes what Marten has beside the event tables (functions, and tables for the bookkeeping of its daemon), as their owner. Nothing that stands there is changed.
    /// </summary>
    internal static async Task PrepareAsync(DataSources sources)
    {
        await using var store = Open(sources.Owner, EventAppendMode.QuickWithServerTimestamps);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOnly);
        await using var guard = sources.Owner.CreateCommand(Sql.Text("marten_guard.sql"));
        await guard.ExecuteNonQueryAsync();
    }

    /// <summary>Marten puts a casing and enums of its own into whatever options it is given: ours go before them again, or codes would be stored under other names.</summary>
    private static void AsStored(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = FactJson.Stored.PropertyNamingPolicy;
        foreach (var converter in FactJson.Stored.Converters.Reverse()) options.Converters.Insert(0, converter);
    }

    /// <summary>A fact stored under a former name, in the newest shape.</summary>
    private static JsonTransformation Lifting(FactKind former) => SystemTextJson.Upcast<Fact>(body => FactCodec.Read(former.Name, JsonSerializer.SerializeToUtf8Bytes(body)));
}
