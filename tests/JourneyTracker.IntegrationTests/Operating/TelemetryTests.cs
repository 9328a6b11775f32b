using System.Collections.Concurrent;
using System.Text;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Measuring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace JourneyTracker.IntegrationTests.Operating;

public sealed class TelemetryTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    [PostgresFact]
    public async Task Loads_groups_and_holes_are_measured()
    {
        using var sink = new Sink();
        var appends = Enumerable.Range(0, 30).Select(_ => Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("visit")))).ToList();
        await Task.WhenAll(appends.Select(a => house.House.Journal.AppendAsync(a, CancellationToken.None)));
        await house.House.Journal.LoadAsync([.. appends.Select(a => a with { Journey = Samples.NewJourney(), Facts = [Samples.New(Samples.Contact("call"))] })], CancellationToken.None);
        await using (var burn = house.House.Sources.Writer.CreateCommand("select nextval('journeys.mt_events_sequence')")) await burn.ExecuteNonQueryAsync();
        await house.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("visit"))), CancellationToken.None);
        (await house.House.HoleCloser.CloseAsync(CancellationToken.None)).Should().Be(1);

        sink.Measurements["journey.append.group"].Should().NotBeEmpty();
        sink.Measurements["journey.append.duration"].Count.Should().BeGreaterThanOrEqualTo(30);
        sink.Measurements["journey.load.chunk"].Should().NotBeEmpty();
        sink.Measurements["journey.hole.wait"].Should().NotBeEmpty();
        sink.Measurements["journey.hole.closed"].Should().Contain("1 ");
        sink.Measurements["journey.append.waiting"].Select(v => int.Parse(v.Trim(), System.Globalization.CultureInfo.InvariantCulture)).Should().Contain(1).And.Contain(-1);
    }

    [PostgresFact]
    public async Task They_are_sent_to_a_collector_when_the_usual_variable_names_one()
    {
        var received = new ConcurrentDictionary<string, StringBuilder>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            lock (received) received.GetOrAdd(context.Request.Path, _ => new StringBuilder()).Append(Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();
        Telemetry.FromEnvironment().Should().BeNull("nobody asked for it");
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single());
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        try
        {
            using (Telemetry.FromEnvironment())
            {
                var outcome = await house.House.Journal.AppendAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("visit"))), CancellationToken.None);
                outcome.Should().BeOfType<AppendOutcome.Accepted>();
                Meters.Traces.StartActivity("a trace")!.Dispose();
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
            Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", null);
        }

        received["/v1/metrics"].ToString().Should().Contain("journey.append.duration").And.Contain("journey-tracker");
        received["/v1/traces"].ToString().Should().Contain("a trace");
    }
}
