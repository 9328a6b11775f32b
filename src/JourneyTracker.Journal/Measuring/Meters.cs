using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace JourneyTracker.Journal.Measuring;

/// <summary>
/// What the program measures about itself, for whoever listens; docs/running.md says what each means. No tag ever says anything about a woman. While nobody
/// listens a recording is one branch.
/// </summary>
public static class Meters
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "JourneyTracker";

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] Counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

    public static Meter Meter { get; } = new(Name);

    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Facts that went into the journal in one transaction.</summary>
    public static Histogram<int> AppendGroup { get; } = Sizes("journey.append.group", "{fact}", "Facts in one transaction");

    /// <summary>From the arrival of an append to its answer.</summary>
    public static Histogram<double> AppendDuration { get; } = Times("journey.append.duration", "From the arrival of an append to its answer");

    /// <summary>Appends that wait to be written.</summary>
    public static UpDownCounter<int> AppendsWaiting { get; } = Meter.CreateUpDownCounter<int>("journey.append.waiting", "{append}", "Appends that wait to be written");

    /// <summary>Appends that were turned away because too many waited, or for too long.</summary>
    public static Counter<long> AppendsTurnedAway { get; } = Meter.CreateCounter<long>("journey.append.turned_away", "{append}", "Appends turned away because too many waited, or for too long");

    /// <summary>From the sight of a hole until it was filled or closed.</summary>
    public static Histogram<double> HoleWait { get; } = Times("journey.hole.wait", "From the sight of a hole until it was filled or closed");

    /// <summary>Positions that were closed because nobody can fill them any more.</summary>
    public static Counter<long> HolesClosed { get; } = Meter.CreateCounter<long>("journey.hole.closed", "{position}", "Positions closed because nobody can fill them any more");

    /// <summary>One chunk of a load, in the database.</summary>
    public static Histogram<double> LoadChunk { get; } = Times("journey.load.chunk", "One chunk of a load, in the database");

    /// <summary>Facts that an import brought; its rate is the import's.</summary>
    public static Counter<long> ImportedFacts { get; } = Meter.CreateCounter<long>("journey.import.facts", "{fact}", "Facts that imports brought");

    /// <summary>Positions that the folds took in one transaction.</summary>
    public static Histogram<long> FoldBatch { get; } =
        Meter.CreateHistogram("journey.fold.batch", "{position}", "Positions that the folds took in one transaction", null, new InstrumentAdvice<long> { HistogramBucketBoundaries = [.. Counts.Select(c => (long)c)] });

    /// <summary>One transaction of the folds.</summary>
    public static Histogram<double> FoldDuration { get; } = Times("journey.fold.duration", "One transaction of the folds");

    /// <summary>Positions of the log that a fold has not taken yet.</summary>
    public static Gauge<long> FoldLag { get; } = Meter.CreateGauge<long>("journey.fold.lag", "{position}", "Positions of the log that a fold has not taken yet");

    /// <summary>How long the oldest of them has waited.</summary>
    public static Gauge<double> FoldLagTime { get; } = Meter.CreateGauge<double>("journey.fold.lag.time", "s", "How long the oldest position has waited that a fold has not taken");

    /// <summary>Journeys that cannot be folded, counted up to 100.</summary>
    public static Gauge<int> FrozenJourneys { get; } = Meter.CreateGauge<int>("journey.fold.frozen", "{journey}", "Journeys that cannot be folded, counted up to 100");

    /// <summary>Movements of the feed that this server has not handed out yet.</summary>
    public static Gauge<long> FeedLag { get; } = Meter.CreateGauge<long>("journey.feed.lag", "{movement}", "Movements of the feed that this server has not handed out yet");

    /// <summary>Boards that are watched through this server.</summary>
    public static UpDownCounter<int> HubClients { get; } = Meter.CreateUpDownCounter<int>("journey.hub.clients", "{client}", "Boards that are watched through this server");

    /// <summary>Movements given to watchers, each counted once for each watcher.</summary>
    public static Counter<long> MovementsSent { get; } = Meter.CreateCounter<long>("journey.hub.movements", "{movement}", "Movements given to watchers, once for each");

    /// <summary>Requests that were turned away because a bound was reached; the tag says which.</summary>
    public static Counter<long> RequestsRefused { get; } = Meter.CreateCounter<long>("journey.request.refused", "{request}", "Requests turned away because a bound was reached");

    /// <summary>Seconds since an instant of <see cref="Stopwatch"/>.</summary>
    public static void RecordSince(this Histogram<double> histogram, long start)
    {
        if (histogram.Enabled) histogram.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static Histogram<double> Times(string name, string what) =>
        Meter.CreateHistogram(name, "s", what, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    private static Histogram<int> Sizes(string name, string unit, string what) =>
        Meter.CreateHistogram(name, unit, what, null, new InstrumentAdvice<int> { HistogramBucketBoundaries = [.. Counts.Select(c => (int)c)] });
}
