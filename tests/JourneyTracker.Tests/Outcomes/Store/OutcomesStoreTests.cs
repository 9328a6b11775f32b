using FsCheck.Fluent;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.Status;
using JourneyTracker.Tests.Matters;
using JourneyTracker.Tests.StoredFacts;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Outcomes.Store;

public sealed class OutcomesStoreTests : IDisposable
{
    private const int Women = 60;
    private const int Size = 12;
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly string root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_copy_in_which_journeys_are_replaced_is_row_for_row_what_is_built_from_nothing()
    {
        var before = Journeys(seed: 1);
        var after = before.Take(20).Concat(Journeys(seed: 2).Skip(20).Take(20)).ToDictionary();
        var store = new OutcomesStore(root, "north");
        Build(store, before, changed: null);

        Build(store, after, changed: [.. before.Keys.Skip(20)]);
        var replaced = Content(store);
        Build(store, after, changed: null);

        store.Standing()!.Number.Should().Be(3);
        replaced.Should().Equal(Content(store)).And.NotBeEmpty();
        store.Standing()!.Women.Should().Be(40, "twenty are here no longer");
    }

    [Fact]
    public void Who_reads_keeps_what_they_opened_while_the_next_generation_takes_its_place_and_the_older_one_is_deleted()
    {
        var store = new OutcomesStore(root, "north");
        store.Open().Should().BeNull("nothing was built yet");
        Build(store, Journeys(seed: 1), changed: null);
        using var opened = store.Open()!;

        Build(store, Journeys(seed: 1).Take(3).ToDictionary(), changed: null);
        Build(store, Journeys(seed: 1).Take(3).ToDictionary(), changed: null);

        using var connection = opened.Connect();
        connection.Query("select count(*) from person").Rows[0][0].Should().Be((long)Women);
        using var next = store.Open()!;
        using var other = next.Connect();
        other.Query("select count(*) from person").Rows[0][0].Should().Be(3L);
        Directory.GetFiles(Path.Combine(root, "north"), "*.duckdb*").Select(Path.GetFileName).Should().BeEquivalentTo(["generation-1.duckdb", "generation-3.duckdb"], "the first was published");
    }

    [Fact]
    public void What_is_not_completed_leaves_the_current_generation_and_no_file()
    {
        var store = new OutcomesStore(root, "north");
        Build(store, Journeys(seed: 1), changed: null);

        using (var next = store.Begin(takesOver: false))
            foreach (var (id, journey) in Journeys(seed: 2).Take(5)) next.Put(id, journey, JourneyStatus.Of(journey));

        store.Standing()!.Number.Should().Be(1);
        Directory.GetFiles(Path.Combine(root, "north")).Select(Path.GetFileName).Should().BeEquivalentTo("generation-1.duckdb", "current.json", "editions.json", "building.lock", "pseudonyms.key");
    }

    [Fact]
    public void Nothing_sealed_and_no_id_of_a_journey_is_in_it()
    {
        var sealer = new MarkedSealer();
        var hers = A.Journey().With(
            new Arrested(Note: Protected.Of("SECRETWORD")) { HappenedOn = A.Day("2026-01-01") }.Seal(sealer),
            new NeedsAssessed(SensitivePathways: Protected.Of<ValueList<PathwayAnswer>>([new("ABUSE", NeedAnswer.Shared)])) { HappenedOn = A.Day("2026-01-02") }.Seal(sealer),
            new SessionKept(Protected.Of(new SupportFor("DA_SERVICE"))) { HappenedOn = A.Day("2026-01-03") }.Seal(sealer)).Replayed;
        var id = new JourneyId(new Guid(7, 7, 7, new byte[8]));
        var store = new OutcomesStore(root, "north");
        Build(store, new Dictionary<JourneyId, EffectiveJourney> { [id] = hers }, changed: null);

        var all = string.Join('\n', Content(store));

        all.Should().Contain("arrested").And.NotContainAny("SECRETWORD", "ABUSE", "DA_SERVICE", "(not shared)", id.Value.ToString());
        new OutcomesStore(root, "south").Pseudonyms.Of(id).Should().NotBe(store.Pseudonyms.Of(id), "each store has names of its own");
    }

    [Fact]
    public void A_generation_says_by_which_law_it_was_folded_and_is_not_taken_over_by_another()
    {
        var store = new OutcomesStore(root, "north");
        Build(store, Journeys(seed: 1).Take(2).ToDictionary(), changed: null);
        var current = Path.Combine(root, "north", "current.json");
        (store.CanTakeOver, store.Standing()!.Law).Should().Match<(bool Can, string? Law)>(s => s.Can && s.Law!.StartsWith("law "));

        File.WriteAllText(current, File.ReadAllText(current).Replace("\"law ", "\"law of before ", StringComparison.Ordinal));

        store.CanTakeOver.Should().BeFalse();
        store.Outdated.Should().BeEmpty("what was published stays as it was published");
    }

    [Theory]
    [InlineData("delete from person")]
    [InlineData("create table mine (n integer)")]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("copy person to '/tmp/taken.csv'")]
    [InlineData("attach '/tmp/other.duckdb'")]
    [InlineData("set enable_external_access = true")]
    public void A_question_changes_nothing_and_reads_no_file_of_the_machine(string sql)
    {
        var store = new OutcomesStore(root, "north");
        Build(store, Journeys(seed: 1).Take(2).ToDictionary(), changed: null);
        using var open = store.Open()!;
        using var connection = open.Connect();

        connection.Invoking(c => c.Query(sql)).Should().Throw<DuckException>();
    }

    [Fact]
    public void What_an_evaluators_file_says_stands_beside_her_and_stays_when_the_store_is_built_again()
    {
        var store = new OutcomesStore(root, "north");
        var women = Journeys(seed: 1).Take(3).ToDictionary();
        Build(store, women, changed: null);
        using (var next = store.Begin(takesOver: true))
        {
            next.PutAttributes("study/scores.csv", women.Keys.Select(j => new AttributeValue(j, "score", "high")));
            next.Complete(1, Now, 0);
        }

        Build(store, women, changed: null);

        using var open = store.Open()!;
        using var connection = open.Connect();
        connection.Query("select count(*) from attribute join person using (person) where name = 'score' and value = 'high'").Rows[0][0].Should().Be(3L);
    }

    private static void Build(OutcomesStore store, Dictionary<JourneyId, EffectiveJourney> journeys, IReadOnlyList<JourneyId>? changed)
    {
        using var next = store.Begin(takesOver: changed is not null);
        foreach (var id in changed ?? [.. journeys.Keys])
        {
            if (journeys.TryGetValue(id, out var journey)) next.Put(id, journey, JourneyStatus.Of(journey));
            else next.Remove(id);
        }

        if (changed is not null)
            foreach (var (id, journey) in journeys.Where(j => !changed.Contains(j.Key))) next.Put(id, journey, JourneyStatus.Of(journey));
        next.Complete(journeys.Count, Now, 0);
    }

    private static List<string> Content(OutcomesStore store)
    {
        using var open = store.Open()!;
        using var connection = open.Connect();
        return [.. from table in new[] { "person", "fact", "spell", "movement", "custody", "episode", "pathway", "attribute" }
                   from row in connection.Query($"select * from {table} order by all").Rows
                   select $"{table}: {string.Join('|', row)}"];
    }

    private static Dictionary<JourneyId, EffectiveJourney> Journeys(ulong seed) => RandomJourney.Facts
        .Sample(Women, new FsCheck.Rnd(seed), Size)
        .Select((facts, i) => (Id: new JourneyId(new Guid(i + 1, 0, 0, new byte[8])), Journey: Replay.Of(RandomJourney.Numbered(facts.Select((f, n) => (A.Id(n + 1), f))))))
        .ToDictionary(j => j.Id, j => j.Journey);
}
