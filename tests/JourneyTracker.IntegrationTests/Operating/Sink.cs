using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using JourneyTracker.Journal.Measuring;
using JourneyTracker.Web.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace JourneyTracker.IntegrationTests.Operating;

/// <summary>Everything the program would write to its log, measure and trace while it is there, at every level, as text.</summary>
internal sealed class Sink : ILoggerProvider
{
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public Sink()
    {
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meters.Name) listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<int>((i, v, tags, _) => Measured(i, v, tags));
        meters.SetMeasurementEventCallback<long>((i, v, tags, _) => Measured(i, v, tags));
        meters.SetMeasurementEventCallback<double>((i, v, tags, _) => Measured(i, v, tags));
        meters.Start();
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Meters.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => Traces.Add($"{a.OperationName} {a.DisplayName} {a.StatusDescription} {string.Join(' ', a.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(traces);
    }

    public ConcurrentBag<string> Log { get; } = [];

    public ConcurrentBag<string> Traces { get; } = [];

    public ConcurrentDictionary<string, ConcurrentBag<string>> Measurements { get; } = new();

    public IEnumerable<string> Everything => [.. Log, .. Traces, .. Measurements.SelectMany(m => m.Value)];

    public ILogger CreateLogger(string categoryName) => new Lines(categoryName, Log);

    public void Dispose()
    {
        meters.Dispose();
        traces.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Measurements
        .GetOrAdd(instrument.Name, _ => []).Add(string.Create(CultureInfo.InvariantCulture, $"{value} {string.Join(' ', tags.ToArray())}"));

    private sealed class Lines(string category, ConcurrentBag<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            log.Add(LogLine.Of(entry, DateTimeOffset.UtcNow).AsJson());
            log.Add(LogLine.Of(entry, DateTimeOffset.UtcNow).AsWords());
        }
    }
}
