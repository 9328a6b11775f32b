using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using JourneyTracker.Domain.Facts;
using Npgsql;
using NpgsqlTypes;

namespace JourneyTracker.Benchmarks.Appending;

/// <summary>
/// The bare work that is equal to one append: upsert of the stream, the fact, its reference and the NOTIFY in one prepared batch, one round trip, one
/// commit; on a connection of its own, as a superuser (no row-level security). The bytes are the ones ours writes, made before the clock runs.
/// </summary>
internal sealed class RawAppender : IAppender
{
    private static readonly (string Name, byte[] Body)[] Facts = [.. AppendMix.Facts.Select(f => (FactCatalogue.NameOf(f), FactCodec.Write(f)))];
    private readonly AppendMix mix = new();
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly NpgsqlParameter<Guid>[] journey = [Of(Guid.Empty), Of(Guid.Empty), Of(Guid.Empty)];
    private readonly NpgsqlParameter<Guid>[] fact = [Of(Guid.Empty), Of(Guid.Empty)];
    private readonly NpgsqlParameter<byte[]> body = new() { NpgsqlDbType = NpgsqlDbType.Jsonb, TypedValue = [] };
    private readonly NpgsqlParameter<string> name = Of("");
    private readonly NpgsqlParameter<string> headers = new() { NpgsqlDbType = NpgsqlDbType.Jsonb, TypedValue = "{}" };
    private readonly NpgsqlParameter<byte[]> reference = Of(Array.Empty<byte>());
    private readonly NpgsqlParameter<byte[]> content = Of(Array.Empty<byte>());

    private RawAppender(NpgsqlConnection connection, RawWork work)
    {
        this.connection = connection;
        batch = new NpgsqlBatch(connection);
        Add(Sql("raw_stream.sql"), Of(AppendMix.Partnership.Name), journey[0]);
        Add(Sql("raw_fact.sql"), Of(AppendMix.Partnership.Name), journey[1], fact[0], body, name, headers);
        if (work >= RawWork.WithReference) Add(Sql("raw_reference.sql"), Of(AppendMix.Partnership.Name), reference, fact[1], journey[2], content);
        if (work >= RawWork.Whole) Add("select pg_notify('mt_events_appended', '')");
    }

    /// <param name="connectionString">Of a superuser.</param>
    /// <param name="work">How much of it.</param>
    /// <param name="ct">Stops the opening.</param>
    public static async Task<RawAppender> OpenAsync(string connectionString, RawWork work, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Enlist=false");
        await connection.OpenAsync(ct);
        var appender = new RawAppender(connection, work);
        await appender.batch.PrepareAsync(ct);
        return appender;
    }

    public async Task AppendAsync(CancellationToken ct)
    {
        var (on, which) = mix.Next();
        var id = Guid.CreateVersion7();
        foreach (var parameter in journey) parameter.TypedValue = on.Value;
        foreach (var parameter in fact) parameter.TypedValue = id;
        (name.TypedValue, body.TypedValue) = Facts[which];
        reference.TypedValue = RandomNumberGenerator.GetBytes(16);
        content.TypedValue = RandomNumberGenerator.GetBytes(16);
        headers.TypedValue =
            $$"""{"person":"{{AppendMix.Recorder.Person}}","agency":"{{AppendMix.Recorder.Agency}}","source":"agency","sourceReference":"{{Base64Url.EncodeToString(reference.TypedValue)}}"}""";
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await batch.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Add(string text, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static string Sql(string file)
    {
        using var reader = new StreamReader(typeof(RawAppender).Assembly.GetManifestResourceStream(file)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
