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

    /// <summary>
    /// Whether the row is a fact of a partnership. A tombstone is none, nor is what another program wrote in no partnership's name: it has a position, and there is
    /// nobody to fold it for or to show it to.
    /// </summary>
    public static bool IsOfPartnership(NpgsqlDataReader row, int stream = 2, int type = 5, int tenant = 7) =>
        row.GetString(type) != TombstoneName && !row.IsDBNull(stream) && !row.IsDBNull(tenant) && Partnership.IsName(row.GetString(tenant));

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
