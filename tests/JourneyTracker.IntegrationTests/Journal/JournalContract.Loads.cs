using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>What loads of many appends must do, alone and beside single ones.</summary>
public abstract partial class JournalContract
{
    [PostgresFact]
    public async Task Many_appends_at_once_are_answered_in_order_by_the_same_rules()
    {
        var (one, two, reference) = (Samples.NewJourney(), Samples.NewJourney(), Samples.Unique("r"));
        Append[] appends =
        [
            Samples.Append(one, Samples.New(Samples.Contact("a"), reference)),
            Samples.Append(one, Samples.New(Samples.Contact("b"))) with { ExpectedVersion = 1 },
            Samples.Append(one, Samples.New(Samples.Contact("c"))) with { ExpectedVersion = 1 },
            Samples.Append(two, Samples.New(Samples.Contact("a"))) with { Partnership = JournalHouse.South },
            Samples.Append(two, Samples.New(Samples.Contact("a"))),
            Samples.Append(one, Samples.New(Samples.Contact("a"), reference)),
            Samples.Append(one, Samples.New(Samples.Contact("x"), reference)),
            Samples.Append(one),
            Samples.Append(one, Samples.New(Samples.Contact("d"))) with { ExpectedVersion = 2 },
        ];

        var outcomes = await Journal.LoadAsync(appends, default);

        outcomes.Select(o => o is AppendOutcome.Accepted a ? $"version {a.Version}" : Refused(o).ToString()).Should().Equal(
            "version 1", "version 2", "VersionConflict", "version 1", "UnknownJourney", "version 2", "OtherContentForReference", "Malformed", "version 3");
        Accepted(outcomes[5]).Facts[0].Should().Be(Accepted(outcomes[0]).Facts[0] with { Repeated = true });
    }

    [PostgresFact]
    public async Task A_load_that_is_sent_again_adds_nothing()
    {
        var appends = Enumerable.Range(0, 5_000).Select(i => Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"), Samples.Unique("r")))).ToList();
        (await Journal.LoadAsync(appends[..3_100], default)).Should().OnlyContain(o => o is AppendOutcome.Accepted);

        var whole = await Journal.LoadAsync(appends, default);

        whole.Count(o => Accepted(o).Facts[0].Repeated).Should().Be(3_100);
        (await Journal.LoadAsync(appends, default)).Should().OnlyContain(o => Accepted(o).Facts[0].Repeated);
    }

    [PostgresFact]
    public async Task Loading_and_appending_at_once_on_the_same_journeys_ends_well()
    {
        var journeys = Enumerable.Range(0, 20).Select(_ => Samples.NewJourney()).ToArray();
        var references = Enumerable.Range(0, 400).Select(_ => Samples.Unique("r")).ToArray();
        Append at(int i) => Samples.Append(journeys[i % 20], Samples.New(Samples.Contact("a"), references[i]));
        var loads = Enumerable.Range(0, 3).Select(n => Journal.LoadAsync([.. Enumerable.Range(0, 400).Select(i => at((i + (n * 130)) % 400))], default));
        var singles = Enumerable.Range(0, 400).Select(i => Journal.AppendAsync(at(399 - i), default));

        var outcomes = (await Task.WhenAll(loads)).SelectMany(o => o).Concat(await Task.WhenAll(singles)).ToList();

        outcomes.Count(o => !Accepted(o).Facts[0].Repeated).Should().Be(400);
        foreach (var journey in journeys)
            (await Journal.ReadAsync(JournalHouse.North, journey, null, default)).Select(f => f.Version).Should().Equal(Enumerable.Range(1, 20).Select(n => (long)n));
    }
}
