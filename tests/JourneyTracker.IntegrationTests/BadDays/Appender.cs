using System.Diagnostics;
using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Records one woman's course after another, each fact once, and sends again what was not acknowledged.</summary>
internal sealed class Appender(string name, Send send, Ledger ledger, TimeSpan pause)
{
    private const int Stays = 5;
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    public string Name => name;

    /// <summary>How often a fact was sent again.</summary>
    public int Again { get; private set; }

    /// <summary>How often the server had no better answer than that something went wrong.</summary>
    public int Unexpected { get; private set; }

    /// <summary>From the first sending of a fact until it was acknowledged, at worst.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>Of that fact's tries in vain, the one that took longest, and what was answered.</summary>
    public string SlowestTry { get; private set; } = "";

    /// <summary>Until told to stop; the fact at hand is brought to its acknowledgement.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var woman = 0; !stop.IsCancellationRequested; woman++)
        {
            Ledger.Entry? last = null;
            foreach (var (number, fact) in Course().Index())
            {
                var source = new SourceReference(name, $"{woman}/{number}");
                last = await SendAsync(last, fact, source);
                ledger.Acknowledge(source, last);
                await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stop.IsCancellationRequested) return;
            }
        }
    }

    private async Task<Ledger.Entry> SendAsync(Ledger.Entry? before, Fact fact, SourceReference source)
    {
        var began = Stopwatch.GetTimestamp();
        var whys = new List<(TimeSpan Took, string Why)>();
        while (true)
        {
            var tried = Stopwatch.GetTimestamp();
            var sent = await send(before?.Journey, fact, source);
            if (Stopwatch.GetElapsedTime(began) is var took && took > LongestWait) (LongestWait, SlowestTry) = (took, whys.DefaultIfEmpty().MaxBy(w => w.Took).Why ?? "");
            if (sent.Entry is { } entry) return entry;
            Again++;
            if (sent.Why!.StartsWith("500 ", StringComparison.Ordinal)) Unexpected++;
            var one = Stopwatch.GetElapsedTime(tried);
            whys.Add((one, string.Create(CultureInfo.InvariantCulture, $"{one.TotalSeconds:0.0} s: {sent.Why}")));
            if (took > Patience) throw new TimeoutException($"{source.System} could not record within {took.TotalSeconds:0} s: {string.Join('\n', whys.TakeLast(20).Select(w => w.Why))}");
            await Task.Delay(BeforeAgain);
        }
    }

    /// <summary>Into custody and out of it: every fact moves her on the board.</summary>
    private static IEnumerable<Fact> Course()
    {
        var day = WebServer.Today.AddDays(-100);
        yield return new JourneyOpened(OpenedBy.Hand, "E23000007") { HappenedOn = day };
        yield return new Cautioned { HappenedOn = day };
        for (var stay = 0; stay < Stays; stay++)
        {
            yield return new Received(CustodyBasis.Remand) { HappenedOn = day = day.AddDays(1) };
            yield return new Released(ReleaseKind.OnBail) { HappenedOn = day = day.AddDays(1) };
        }
    }
}
