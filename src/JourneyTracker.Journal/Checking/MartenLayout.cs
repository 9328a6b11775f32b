namespace JourneyTracker.Journal.Checking;

/// <summary>Marten's tables as 0002_marten_tables.sql makes them, in the words of <c>checking_layout.sql</c>.</summary>
internal static class MartenLayout
{
    public static IReadOnlyList<string> Lines { get; } =
    [
        "mt_event_progression pk_mt_event_progression PRIMARY KEY (name)",
        "mt_event_progression.last_seq_id bigint",
        "mt_event_progression.last_updated timestamp with time zone",
        "mt_event_progression.name character varying not null",
        "mt_events fkey_mt_events_stream_id_tenant_id FOREIGN KEY (tenant_id, stream_id) REFERENCES journeys.mt_streams(tenant_id, id)",
        "mt_events pk_mt_events_stream_and_version UNIQUE (tenant_id, stream_id, version)",
        "mt_events pkey_mt_events_seq_id PRIMARY KEY (seq_id)",
        "mt_events.bdata bytea",
        "mt_events.causation_id character varying",
        "mt_events.correlation_id character varying",
        "mt_events.data jsonb not null",
        "mt_events.headers jsonb",
        "mt_events.id uuid not null",
        "mt_events.is_archived boolean",
        "mt_events.mt_dotnet_type character varying",
        "mt_events.seq_id bigint not null",
        "mt_events.stream_id uuid",
        "mt_events.tenant_id character varying",
        "mt_events.timestamp timestamp with time zone not null",
        "mt_events.type character varying(500) not null",
        "mt_events.version bigint not null",
        "mt_streams pkey_mt_streams_tenant_id_id PRIMARY KEY (tenant_id, id)",
        "mt_streams.created timestamp with time zone not null",
        "mt_streams.id uuid not null",
        "mt_streams.is_archived boolean",
        "mt_streams.tenant_id character varying not null",
        "mt_streams.timestamp timestamp with time zone not null",
        "mt_streams.type character varying",
        "mt_streams.version bigint",
    ];
}
