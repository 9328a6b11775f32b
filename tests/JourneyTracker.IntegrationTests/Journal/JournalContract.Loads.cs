using JourneyTracker.Domain.Facts;
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
    public async Task A_load_keeps_each_journeys_order_and_answers_in_the_order_of_the_appends()
    {
        const int Of = 500;
        var journeys = Enumerable.Range(0, 7).Select(_ => Samples.NewJourney()).ToArray();
        var appends = Enumerable.Range(0, 7 * Of).Select(i => Samples.Append(journeys[i % 7], Samples.New(Samples.Contact($"{i / 7}"), Samples.Unique("r")))).ToList();

        var outcomes = (await Journal.LoadAsync(appends, default)).Select(Accepted).ToList();

        outcomes.Select(o => o.Facts[0].Id).Should().Equal(appends.Select(a => a.Facts[0].Id));
        outcomes.Select(o => o.Version).Should().Equal(Enumerable.Range(0, 7 * Of).Select(i => (long)(i / 7) + 1));
        foreach (var journey in journeys)
        {
            var facts = await Journal.ReadAsync(JournalHouse.North, journey, null, default);
            facts.Select(f => ((Contact)f.Fact).Type).Should().Equal(Enumerable.Range(0, Of).Select(n => $"{n}"));
            facts.Select(f => f.Position).Should().BeInAscendingOrder();
        }
    }

    [PostgresFact]
    public async Task A_reference_that_comes_twice_in_a_load_is_the_first_appends_whichever_journey_that_is()
    {
        var journeys = Enumerable.Range(0, 40).Select(_ => Samples.NewJourney()).ToArray();
        var references = Enumerable.Range(0, 20).Select(_ => Samples.Unique("r")).ToArray();
        Append at(int journey, int reference) => Samples.Append(journeys[journey], Samples.New(Samples.Contact("a"), references[reference]));
        Append[] appends = [.. Enumerable.Range(0, 20).Select(i => at(i, i)), .. Enumerable.Range(0, 20).Select(i => at(i, i)), .. Enumerable.Range(0, 20).Select(i => at(20 + i, i))];

        var outcomes = await Journal.LoadAsync(appends, default);

        outcomes.Take(20).Should().OnlyContain(o => !Accepted(o).Facts[0].Repeated);
        outcomes.Skip(20).Take(20).Select(o => Accepted(o).Facts[0]).Should().Equal(outcomes.Take(20).Select(o => Accepted(o).Facts[0] with { Repeated = true }));
        outcomes.Skip(40).Should().OnlyContain(o => Refused(o) == Rule.OtherContentForReference);
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
