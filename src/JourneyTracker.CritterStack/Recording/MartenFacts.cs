using System.Text.Json;
using JasperFx.Events;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.Events;

namespace JourneyTracker.CritterStack.Recording;

/// <summary>Marten's events as facts.</summary>
internal static class MartenFacts
{
    public static RecordedFact Read(IEvent told)
    {
        var headers = told.Headers is { } given ? Headers.Read(JsonSerializer.SerializeToUtf8Bytes(given)) : Headers.None;
        return new RecordedFact(
            new FactId(told.Id), new JourneyId(told.StreamId), new Partnership(told.TenantId), told.Version, told.Sequence, told.Timestamp.ToUniversalTime(),
            headers.RecordedBy, headers.Source, headers.SourceReference, headers.SourceRecordedAt, (Fact)told.Data);
    }
}
