using JourneyTracker.Journal.Measuring;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace JourneyTracker.Cli.Shell;

/// <summary>Sends metrics and traces where OpenTelemetry's own environment variables say; nowhere when they do not.</summary>
public sealed class Telemetry : IDisposable
{
    private readonly MeterProvider meters;
    private readonly TracerProvider traces;

    private Telemetry()
    {
        var resource = ResourceBuilder.CreateDefault().AddService("journey-tracker").AddEnvironmentVariableDetector();
        meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters.Name).AddOtlpExporter().Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Meters.Name).AddOtlpExporter().Build();
    }

    /// <summary>Null unless <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
    public static Telemetry? FromEnvironment() => Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } ? new Telemetry() : null;

    /// <summary>Sends what is left, for at most a few seconds.</summary>
    public void Dispose()
    {
        traces.Dispose();
        meters.Dispose();
    }
}
