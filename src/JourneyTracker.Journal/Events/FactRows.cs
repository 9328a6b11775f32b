using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using Npgsql;

namespace JourneyTracker.Journal.Events;

/// <summary>Rows of mt_events as facts.</summary>
internal static class FactRows
{
    public const string TombstoneName = "tombstone";

    /// <summary>The columns <see cref="Read"/> expects, in order.</summary>
    public const string Columns = "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers";

    public static bool IsTombstone(NpgsqlDataReader row) => row.GetString(5) == TombstoneName;

    public static RecordedFact Read(NpgsqlDataReader row)
    {
        var name = row.GetString(5);
        var headers = Headers.None;
        Fact? fact = null;
        string? unreadable = null;
        try
        {
            if (!row.IsDBNull(8)) headers = Headers.Read(row.GetFieldValue<byte[]>(8));
            fact = FactCodec.Read(name, row.GetFieldValue<byte[]>(4));
        }
        catch (UnreadableFactException wrong)
        {
            unreadable = wrong.Message;
        }

        return new RecordedFact(
            new FactId(row.GetGuid(1)), new JourneyId(row.GetGuid(2)), new Partnership(row.GetString(7)), row.GetInt64(3), row.GetInt64(0),
            row.GetFieldValue<DateTimeOffset>(6), headers.RecordedBy, headers.Source, headers.SourceReference, headers.SourceRecordedAt, fact!)
        {
            Unreadable = unreadable,
        };
    }
}
