using System.Diagnostics;
using System.Text;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Web;
using JourneyTracker.Web.Finding;
using JourneyTracker.Web.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.Hardening;

/// <summary>How long "not found" takes tells nobody whether there is such a journey (safeguards S5): thirty of each, one after the other, compared by rank.</summary>
public sealed class TimingTests(WebServer server, ITestOutputHelper output) : IClassFixture<WebServer>
{
    private const int Each = 30;

    /// <summary>Two that are alike are further apart than this once in ten thousand tries.</summary>
    private const double Alike = 3.9;

    private static readonly Caller Officer = new("pc.example", "North police", "POLICE", Role.Practitioner, JournalHouse.North);

    [PostgresTheory]
    [InlineData("read")]
    [InlineData("page")]
    [InlineData("record")]
    [InlineData("identify")]
    [InlineData("find")]
    public async Task A_woman_who_may_not_be_found_and_one_who_is_not_there_take_as_long(string door)
    {
        var open = await server.OpenAsync(null, ("arrested.v1", new { happenedOn = WebServer.Day(-3) }));
        var limited = await server.OpenAsync(null, ("access-limited.v1", new { happenedOn = WebServer.Day(0), to = new[] { new { agency = "Willow Women's Centre" } } }));
        for (var i = 0; i < 40; i++) await server.SendAsync(new { journey = open, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-2) } });
        var supported = (await server.PostAsync("journey-opened.v1", new { how = "hand", happenedOn = WebServer.Day(-3) })).GetProperty("journey").GetGuid();
        await using var police = await server.AskedByAsync(Officer);
        foreach (var warm in new[] { open, limited, supported, Guid.NewGuid() }) await TimeAsync(police, door, warm);

        var (there, hidden, alone, missing) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Each; i++)
        {
            there.Add(await TimeAsync(police, door, open));
            hidden.Add(await TimeAsync(police, door, limited));
            missing.Add(await TimeAsync(police, door, Guid.NewGuid()));
            alone.Add(await TimeAsync(police, door, supported));
        }

        output.WriteLine($"{door}: there {Words(there)}; limited {Words(hidden)}, z {Apart(hidden, missing):F1}; support alone {Words(alone)}, z {Apart(alone, missing):F1}; missing {Words(missing)}");
        hidden.Concat(alone).Concat(missing).Min().Should().BeGreaterThan(38, "each takes the same fixed time, longer than a read");
        Math.Abs(Apart(hidden, missing)).Should().BeLessThan(Alike);
        Math.Abs(Apart(alone, missing)).Should().BeLessThan(Alike);
    }

    private static async Task<double> TimeAsync(WebServer asked, string door, Guid journey)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = door switch
        {
            "read" => await asked.Client.GetAsync($"/api/journeys/{journey}"),
            "page" => await asked.Client.GetAsync($"/journeys/{journey}"),
            "find" => await asked.Client.GetAsync($"/find?for={Sealed(asked, journey)}"),
            "identify" => await asked.Client.PostAsync($"/api/journeys/{journey}/identity", new StringContent("{\"name\":\"Ada Example\"}", Encoding.UTF8, "application/json")),
            _ => await asked.SendAsync(new { journey, name = "arrested.v1", body = new { happenedOn = WebServer.Day(-1) } }),
        };
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>A search for the reference of her journey, as it stands in an address.</summary>
    private static string Sealed(WebServer asked, Guid journey) =>
        asked.App.Services.GetRequiredService<SealedSearches>().Seal(Officer, new AskedSearch(new JourneyId(journey).Pseudonym, TypedDay.None));

    /// <summary>The rank sum test of Mann and Whitney, in standard deviations.</summary>
    private static double Apart(List<double> one, List<double> other)
    {
        var u = one.Sum(a => other.Sum(b => a > b ? 1.0 : a < b ? 0 : 0.5));
        double n = one.Count, m = other.Count;
        return (u - n * m / 2) / Math.Sqrt(n * m * (n + m + 1) / 12);
    }

    private static string Words(List<double> times)
    {
        var sorted = times.Order().ToList();
        return $"{sorted[0]:F1}/{sorted[sorted.Count / 2]:F1}/{sorted[^1]:F1} ms";
    }
}
