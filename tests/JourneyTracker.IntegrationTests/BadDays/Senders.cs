using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Journal;
using Npgsql;

namespace JourneyTracker.IntegrationTests.BadDays;

/// <summary>Sends one fact.</summary>
/// <param name="journey">Null when the fact opens one and whoever takes it is to name it.</param>
internal delegate Task<Sent> Send(JourneyId? journey, Fact fact, SourceReference source);

/// <summary>What became of a fact that was sent.</summary>
/// <param name="Entry">Null: no answer, or one that says to try again; it may or may not have been recorded.</param>
/// <param name="Why">Why there is none.</param>
internal readonly record struct Sent(Ledger.Entry? Entry, string? Why = null);

/// <summary>The ways in.</summary>
internal static class Senders
{
    public static Send ThroughJournal(IJournal journal) => async (journey, fact, source) =>
    {
        // The opening of a journey that is sent again names the same one.
        var hers = journey ?? NameOf(source);
        try
        {
            var outcome = await journal.AppendAsync(new Append(DurableHouse.North, hers, Samples.Tester, [Samples.New(fact) with { Source = source }]), default);
            return outcome switch
            {
                AppendOutcome.Accepted { Facts: [var placed] } => new Sent(new Ledger.Entry(hers, fact, placed.Id, placed.Position)),
                AppendOutcome.Refused { Why.Rule: Rule.Busy } busy => new Sent(null, busy.Why.What),
                _ => throw new InvalidOperationException($"A good fact was refused: {outcome}"),
            };
        }
        catch (Exception wrong) when (wrong is NpgsqlException or IOException or TimeoutException)
        {
            return new Sent(null, wrong.Message);
        }
    };

    /// <param name="server">The one that runs at present; null when none does.</param>
    public static Send ThroughApi(Func<ServeProcess?> server) => async (journey, fact, source) =>
    {
        try
        {
            if (server() is not { HasEnded: false } here) return new Sent(null, "No server runs.");
            using var answer = await here.Client.PostAsJsonAsync("/api/facts", Wire(journey, fact, source));
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
            {
                var recorded = await answer.Content.ReadFromJsonAsync<JsonElement>();
                return new Sent(new Ledger.Entry(
                    new JourneyId(recorded.GetProperty("journey").GetGuid()), fact, new FactId(recorded.GetProperty("fact").GetGuid()), recorded.GetProperty("position").GetInt64()));
            }

            var said = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            return answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
                ? new Sent(null, said)
                : throw new InvalidOperationException($"A good fact was refused: {said}");
        }
        catch (Exception wrong) when (wrong is HttpRequestException or IOException or TaskCanceledException or ObjectDisposedException)
        {
            return new Sent(null, wrong.Message);
        }
    };

    public static Dictionary<string, object> Wire(JourneyId? journey, Fact fact, SourceReference source)
    {
        var wire = new Dictionary<string, object>
        {
            ["name"] = FactCatalogue.NameOf(fact),
            ["body"] = FactCodec.WritePlain(fact),
            ["source"] = new { source.System, source.Reference },
        };
        if (journey is { } named) wire["journey"] = named.ToString();
        return wire;
    }

    private static JourneyId NameOf(SourceReference source) =>
        new(new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{source.System}/{source.Reference}"))[..16]));
}
