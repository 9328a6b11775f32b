using System.Text.RegularExpressions;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.BadDays;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.IntegrationTests.Simulation;
using JourneyTracker.IntegrationTests.Web;
using Xunit.Abstractions;

namespace JourneyTracker.IntegrationTests.Walk;

/// <summary>The person at the keyboard is not named where a journey is limited: every verb answers as if there were none (safeguards S5).</summary>
public sealed partial class VerbWalkTests(SimulatedHouse house, ITestOutputHelper output) : IClassFixture<SimulatedHouse>
{
    private static readonly Partnership Here = new("walked");
    private static readonly string[] OfTheirOwn = ["show", "replay", "support", "identify", "limit", "merge", "erase", "restrict", "who-could-see", "access-log"];

    [PostgresFact]
    public async Task Every_verb_that_names_a_journey_says_of_a_limited_one_what_it_says_of_none()
    {
        await PartnershipsAsync();
        var (limited, open, missing) = (await OpenAsync(isLimited: true), await OpenAsync(isLimited: false), new JourneyId(Guid.NewGuid()));
        var wrong = new List<string>();
        (string Hidden, string Missing)[] names = [(limited.ToString(), missing.ToString()), (limited.Pseudonym, missing.Pseudonym)];
        // Each verb by its id and its pseudonym in the long run; else those by id that have doors of their own, and one by pseudonym: all of them read it in the same way.
        var tries = names.SelectMany((n, i) => Tries(n).Where(t => BadDay.Full || (i == 0 ? OfTheirOwn.Contains(t.Hidden[0]) : t.Hidden[0] == "show"))).ToList();
        IEnumerable<((string Hidden, string Missing) n, string[] Hidden, string[] None)> Tries((string Hidden, string Missing) n) => VerbWords.Naming(n.Hidden, open.ToString()).Zip(VerbWords.Naming(n.Missing, open.ToString()), (hidden, none) => (n, hidden, none));
        // The access log is asked last, when each verb has left its line for both.
        await Parallel.ForEachAsync(tries.Where(t => t.Hidden[0] != "access-log"), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (one, _) =>
            await CompareAsync(one.Hidden, one.None, one.n));
        foreach (var one in tries.Where(t => t.Hidden[0] == "access-log")) await CompareAsync(one.Hidden, one.None, one.n);
        tries.Count.Should().BeGreaterThan(BadDay.Full ? 30 : 7);
        wrong.Should().BeEmpty();
        (await house.TryAsync("show", open.ToString(), "--partnership", Here.Name)).ExitCode.Should().Be(0, "one that is not limited is there");

        async Task CompareAsync(string[] ofHidden, string[] ofNone, (string Hidden, string Missing) names)
        {
            var (hidden, none) = (await AskAsync(ofHidden, names.Hidden), await AskAsync(ofNone, names.Missing));
            lock (wrong)
            {
                var asked = string.Join(' ', ofHidden).Replace(names.Hidden, "HERS", StringComparison.Ordinal);
                output.WriteLine($"{asked}: {hidden}");
                if (hidden != none) wrong.Add($"{asked}: {hidden} where there is none: {none}");
                else if (!hidden.Contains("no journey", StringComparison.OrdinalIgnoreCase) && !hidden.Contains("no such journey", StringComparison.OrdinalIgnoreCase) && ofHidden[0] != "access-log") wrong.Add($"{asked}: {hidden}");
            }
        }
    }

    [PostgresFact]
    public async Task No_verb_that_answers_about_many_tells_of_a_limited_one()
    {
        await PartnershipsAsync();
        var (limited, open) = (await OpenAsync(isLimited: true), await OpenAsync(isLimited: false));
        var told = new List<string>();
        foreach (var words in VerbWords.OfAll())
        {
            var said = await house.TryAsync([.. words, "--partnership", Here.Name, "--json"]);
            output.WriteLine($"{string.Join(' ', words)}: {said.ExitCode}");
            said.ExitCode.Should().Be(0, string.Join(' ', words) + said.Messages);
            if (said.Output.Contains(limited.ToString(), StringComparison.Ordinal) || said.Output.Contains(limited.Pseudonym, StringComparison.Ordinal)) told.Add(words[0]);
        }

        told.Should().BeEmpty();
        (await house.TryAsync("find", "Zenobia", "--partnership", Here.Name)).Output.Should().Contain(open.Pseudonym);
    }

    /// <summary>What is answered, with one name for whichever journey was named, and of a log its lines without the time.</summary>
    private async Task<string> AskAsync(string[] words, string name)
    {
        var said = await house.TryAsync([.. words, "--partnership", Here.Name]);
        var text = $"{said.Output}{said.Messages}".Replace(name, "HERS", StringComparison.Ordinal).Replace(new JourneyId(Guid.TryParse(name, out var id) ? id : Guid.NewGuid()).Pseudonym, "HERS", StringComparison.Ordinal);
        return $"{said.ExitCode} {string.Join('\n', Instant().Replace(text, "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("Waiting for", StringComparison.Ordinal)).Order(StringComparer.Ordinal))}";
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")]
    private static partial Regex Instant();

    private async Task PartnershipsAsync()
    {
        foreach (var name in new[] { Here, new Partnership("elsewhere") }) await house.Database.Partnerships.AddAsync(name, name.Name, simulated: false, default);
    }

    private async Task<JourneyId> OpenAsync(bool isLimited)
    {
        var journey = new JourneyId(Guid.NewGuid());
        var today = WebServer.Today;
        Fact[] facts = [new JourneyOpened(OpenedBy.Hand) { HappenedOn = today }, new Arrested { HappenedOn = today }];
        if (isLimited) facts = [.. facts, new ProcessingRestricted(RestrictionGround.Ordered) { HappenedOn = today }, new AccessLimited(Protected.Of<ValueList<Recipient>>([new Recipient(Walkers.Willow)])) { HappenedOn = today }];
        (await house.Database.Journal.AppendAsync(new Append(Here, journey, Samples.Tester, [.. facts.Select(f => Samples.New(f))]), default)).Should().BeOfType<AppendOutcome.Accepted>();
        await house.Database.Vault.PutAsync(Here, journey, new PersonIdentity($"Zenobia {Guid.NewGuid():N}"), default);
        return journey;
    }
}
