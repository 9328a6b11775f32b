using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>What any journal must do, whoever implements it.</summary>
public abstract partial class JournalContract
{
    protected abstract IJournal Journal { get; }

    /// <summary>Opens the protected values of what was read.</summary>
    protected abstract Task<IReadOnlyList<RecordedFact>> OpenAsync(IReadOnlyList<RecordedFact> facts);

    /// <summary>Closes the numbers that appends left which were rolled back: nothing is read past one. Where folds are kept, their node does it.</summary>
    protected abstract Task CloseHolesAsync();

    /// <summary>Appends in the way the derived suite is about.</summary>
    protected abstract Task<AppendOutcome> RecordAsync(Append append);

    [PostgresFact]
    public async Task Every_kind_of_fact_comes_back_as_it_was_recorded()
    {
        Samples.EveryKind.Select(FactCatalogue.NameOf).Should().BeEquivalentTo(FactCatalogue.All.Select(k => k.Name), "a sample of each kind is written and read");
        var journey = Samples.NewJourney();
        foreach (var fact in Samples.EveryKind) Accepted(await RecordAsync(Samples.Append(journey, Samples.New(fact, Samples.Unique("r")))));

        var read = await OpenAsync(await Journal.ReadAsync(JournalHouse.North, journey, null, default));

        read.Select(r => FactCodec.WritePlain(WithoutMatter(r.Fact)).GetRawText())
            .Should().Equal(Samples.EveryKind.Select(f => FactCodec.WritePlain(WithoutMatter(f)).GetRawText()));
        read.Select(r => r.Version).Should().Equal(Enumerable.Range(1, Samples.EveryKind.Count).Select(n => (long)n));
        read.Should().OnlyContain(r => r.RecordedBy == Samples.Tester && r.Source == "agency" && r.SourceReference != null && r.Partnership == JournalHouse.North);
    }

    [PostgresFact]
    public async Task A_matter_reference_is_kept_only_as_a_hash_that_pairs_up_within_a_journey()
    {
        var (hers, another) = (Samples.NewJourney(), Samples.NewJourney());
        var remanded = new Remanded { HappenedOn = Samples.Day, Matter = new MatterReference("CASE 7") };
        var received = new Received(CustodyBasis.Remand) { HappenedOn = Samples.Day, Matter = new MatterReference("CASE 7") };
        Accepted(await RecordAsync(Samples.Append(hers, Samples.New(remanded), Samples.New(received))));
        Accepted(await RecordAsync(Samples.Append(another, Samples.New(remanded))));

        var matters = (await Journal.ReadAsync(JournalHouse.North, hers, null, default)).Select(r => r.Fact.Matter!.Value).ToList();

        matters.Should().OnlyContain(m => m.IsHashed).And.HaveCount(2);
        matters[0].Should().Be(matters[1]);
        (await Journal.ReadAsync(JournalHouse.North, another, null, default))[0].Fact.Matter.Should().NotBe(matters[0]);
    }

    [PostgresFact]
    public async Task An_expected_version_that_is_not_the_journeys_is_refused_and_leaves_no_row()
    {
        var journey = Samples.NewJourney();
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"))) with { ExpectedVersion = 0 })).Version.Should().Be(1);

        Refused(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("b"))) with { ExpectedVersion = 0 })).Should().Be(Rule.VersionConflict);
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("b"))) with { ExpectedVersion = 1 })).Version.Should().Be(2);
        Refused(await RecordAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("c"))) with { ExpectedVersion = 3 })).Should().Be(Rule.VersionConflict);
        Refused(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("d"), Samples.Unique("r"))) with { ExpectedVersion = 1 })).Should().Be(Rule.VersionConflict);

        (await Journal.ReadAsync(JournalHouse.North, journey, null, default)).Should().HaveCount(2);
    }

    [PostgresFact]
    public async Task The_same_reference_with_the_same_content_is_one_fact()
    {
        var (journey, reference) = (Samples.NewJourney(), Samples.Unique("r"));
        var fact = new Contact("call", Protected.Of("said")) { HappenedOn = Samples.Day, Matter = new MatterReference("CASE 1") };
        var first = Accepted(await RecordAsync(Samples.Append(journey, Samples.New(fact, reference))));

        var again = Accepted(await RecordAsync(Samples.Append(journey, Samples.New(fact, reference)) with { ExpectedVersion = 0 }));

        again.Should().BeEquivalentTo(new AppendOutcome.Accepted([first.Facts[0] with { Repeated = true }], 1), "an append that is sent again finds itself, though the version has moved");
        (await Journal.ReadAsync(JournalHouse.North, journey, null, default)).Should().ContainSingle();
    }

    [PostgresFact]
    public async Task The_same_reference_with_other_content_is_refused()
    {
        var (journey, reference) = (Samples.NewJourney(), Samples.Unique("r"));
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(new Contact("call", Protected.Of("said")) { HappenedOn = Samples.Day }, reference))));

        Refused(await RecordAsync(Samples.Append(journey, Samples.New(new Contact("call", Protected.Of("not said")) { HappenedOn = Samples.Day }, reference))))
            .Should().Be(Rule.OtherContentForReference);
        Refused(await RecordAsync(Samples.Append(Samples.NewJourney(), Samples.New(new Contact("call", Protected.Of("said")) { HappenedOn = Samples.Day }, reference))))
            .Should().Be(Rule.OtherContentForReference, "another journey is other content");
    }

    [PostgresFact]
    public async Task A_reference_twice_in_one_append_is_one_fact_or_refused()
    {
        var (journey, reference) = (Samples.NewJourney(), Samples.Unique("r"));
        var twice = Accepted(await RecordAsync(Samples.Append(
            journey, Samples.New(Samples.Contact("a"), reference), Samples.New(Samples.Contact("a"), reference), Samples.New(Samples.Contact("b")))));

        twice.Facts[1].Should().Be(twice.Facts[0] with { Repeated = true });
        twice.Version.Should().Be(2);
        var other = Samples.Unique("r");
        Refused(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"), other), Samples.New(Samples.Contact("b"), other))))
            .Should().Be(Rule.OtherContentForReference);
    }

    [PostgresFact]
    public async Task An_append_is_recorded_whole_or_not_at_all()
    {
        var (journey, reference) = (Samples.NewJourney(), Samples.Unique("r"));
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"), reference))));

        Refused(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("b")), Samples.New(Samples.Contact("c"), reference), Samples.New(Samples.Contact("d")))))
            .Should().Be(Rule.OtherContentForReference);

        (await Journal.ReadAsync(JournalHouse.North, journey, null, default)).Should().ContainSingle();
        var mixed = Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("b")), Samples.New(Samples.Contact("a"), reference))));
        mixed.Facts.Select(f => f.Repeated).Should().Equal(false, true);
        mixed.Version.Should().Be(2);
    }

    [PostgresFact]
    public async Task Nothing_is_recorded_for_a_partnership_that_is_not_known() =>
        Refused(await RecordAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact("a"))) with { Partnership = new Partnership("nowhere") }))
            .Should().Be(Rule.UnknownPartnership);

    [PostgresFact]
    public async Task A_journey_of_another_partnership_is_refused_as_if_it_did_not_exist()
    {
        var journey = Samples.NewJourney();
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a")))));

        Refused(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"))) with { Partnership = JournalHouse.South })).Should().Be(Rule.UnknownJourney);

        (await Journal.ReadAsync(JournalHouse.South, journey, null, default)).Should().BeEmpty();
    }

    [PostgresFact]
    public async Task Only_a_simulated_partnership_may_say_when_a_fact_was_recorded()
    {
        var at = new DateTimeOffset(2021, 5, 4, 12, 0, 0, TimeSpan.Zero);
        var dated = Samples.New(Samples.Contact("a")) with { RecordedAt = at };
        Refused(await RecordAsync(Samples.Append(Samples.NewJourney(), dated))).Should().Be(Rule.RecordedAtNotAllowed);

        var journey = Samples.NewJourney();
        Accepted(await RecordAsync(Samples.Append(journey, dated, dated with { RecordedAt = at.AddHours(-1) }) with { Partnership = JournalHouse.Simulated }));
        (await Journal.ReadAsync(JournalHouse.Simulated, journey, null, default)).Select(r => r.RecordedAt)
            .Should().Equal([at, at], "within a journey time never runs backwards");
        Accepted(await RecordAsync(Samples.Append(journey, dated with { RecordedAt = at.AddDays(1) }) with { Partnership = JournalHouse.Simulated }));
        (await Journal.ReadAsync(JournalHouse.Simulated, journey, null, default))[^1].RecordedAt.Should().Be(at.AddDays(1), "a back history is told in several appends");
    }

    [PostgresFact]
    public async Task What_cannot_be_kept_is_refused_alone()
    {
        var (good, bad) = (Samples.NewJourney(), Samples.NewJourney());
        var outcomes = await Task.WhenAll(
            RecordAsync(Samples.Append(good, Samples.New(Samples.Contact("a")))),
            RecordAsync(Samples.Append(bad, Samples.New(new Contact("zero\0character") { HappenedOn = Samples.Day }))),
            RecordAsync(Samples.Append(good, Samples.New(Samples.Contact("b")))));

        Accepted(outcomes[0]);
        Refused(outcomes[1]).Should().Be(Rule.Malformed);
        Accepted(outcomes[2]);
        (await Journal.ReadAsync(JournalHouse.North, bad, null, default)).Should().BeEmpty();
    }

    [PostgresFact]
    public async Task Sixteen_callers_at_once_lose_nothing_and_leave_no_hole_in_any_journey()
    {
        var journeys = Enumerable.Range(0, 5).Select(_ => Samples.NewJourney()).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async caller =>
        {
            for (var i = 0; i < 25; i++)
            {
                var first = Samples.New(Samples.Contact($"c{caller}"), Samples.Unique("r"));
                Accepted(await RecordAsync(Samples.Append(journeys[(caller + i) % 5], first, Samples.New(Samples.Contact($"d{i}")))));
            }
        }));

        foreach (var journey in journeys)
        {
            var facts = await Journal.ReadAsync(JournalHouse.North, journey, null, default);
            facts.Should().HaveCount(160);
            facts.Select(f => f.Version).Should().Equal(Enumerable.Range(1, 160).Select(n => (long)n));
            facts.Select(f => f.Position).Should().BeInAscendingOrder();
            facts.Select(f => f.RecordedAt).Should().BeInAscendingOrder();
        }
    }

    [PostgresFact]
    public async Task Of_callers_that_race_on_one_version_one_wins()
    {
        var journey = Samples.NewJourney();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact($"n{n}"))) with { ExpectedVersion = 0 })));

        outcomes.OfType<AppendOutcome.Accepted>().Should().ContainSingle();
        outcomes.OfType<AppendOutcome.Refused>().Should().OnlyContain(r => r.Why.Rule == Rule.VersionConflict);
    }

    [PostgresFact]
    public async Task Of_callers_that_send_one_reference_at_once_one_records_and_the_others_find_it()
    {
        var (journey, reference) = (Samples.NewJourney(), Samples.Unique("r"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a"), reference)))));

        var placed = outcomes.Select(o => Accepted(o).Facts.Single()).ToList();
        placed.Should().ContainSingle(p => !p.Repeated);
        placed.Select(p => (p.Id, p.Position)).Distinct().Should().ContainSingle();
    }

    [PostgresFact]
    public async Task The_position_at_an_instant_holds_what_had_been_recorded_then_and_nothing_later()
    {
        var journey = Samples.NewJourney();
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("a")))));
        Accepted(await RecordAsync(Samples.Append(journey, Samples.New(Samples.Contact("b")))));
        var facts = await Journal.ReadAsync(JournalHouse.North, journey, null, default);
        await CloseHolesAsync();

        var at = await Journal.PositionAtAsync(JournalHouse.North, facts[0].RecordedAt, default);
        var before = await Journal.PositionAtAsync(JournalHouse.North, facts[0].RecordedAt.AddMicroseconds(-1), default);

        (await Journal.ReadAsync(JournalHouse.North, journey, at, default)).Should().ContainSingle();
        (await Journal.ReadAsync(JournalHouse.North, journey, before, default)).Should().BeEmpty();
        (await Journal.PositionAtAsync(DateTimeOffset.UtcNow.AddDays(1), default)).Should().BeGreaterThanOrEqualTo(facts[1].Position);
    }

    [PostgresFact]
    public async Task Journeys_are_read_whole_up_to_a_position()
    {
        var (one, two) = (Samples.NewJourney(), Samples.NewJourney());
        Accepted(await RecordAsync(Samples.Append(one, Samples.New(Samples.Contact("a")), Samples.New(Samples.Contact("b")))));
        Accepted(await RecordAsync(Samples.Append(two, Samples.New(Samples.Contact("c")))));
        var last = Accepted(await RecordAsync(Samples.Append(one, Samples.New(Samples.Contact("d")))));
        Accepted(await RecordAsync(Samples.Append(two, Samples.New(Samples.Contact("e")))));

        foreach (var partnership in new Partnership?[] { JournalHouse.North, null })
        {
            var read = new Dictionary<JourneyId, IReadOnlyList<RecordedFact>>();
            await foreach (var journey in Journal.ReadJourneysAsync(partnership, last.Facts[0].Position, default))
            {
                if (journey[0].Journey == one || journey[0].Journey == two) read.Add(journey[0].Journey, journey);
            }

            read[one].Select(f => ((Contact)f.Fact).Type).Should().Equal("a", "b", "d");
            read[two].Select(f => ((Contact)f.Fact).Type).Should().Equal("c");
        }
    }

    [PostgresFact]
    public async Task The_tail_delivers_every_fact_once_and_in_order_while_others_record()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await CloseHolesAsync();
        var start = await Journal.PositionAsync(default);
        var recording = Task.WhenAll(Enumerable.Range(0, 8).Select(async caller =>
        {
            for (var i = 0; i < 20; i++) Accepted(await RecordAsync(Samples.Append(Samples.NewJourney(), Samples.New(Samples.Contact($"c{caller}")), Samples.New(Samples.Contact($"d{i}")))));
        }));

        var seen = new List<RecordedFact>();
        await foreach (var batch in Journal.TailAsync(start, enough.Token))
        {
            seen.AddRange(batch);
            if (seen.Count >= 320) break;
        }

        await recording;
        seen.Select(f => f.Position).Should().Equal(Enumerable.Range(1, 320).Select(n => start + n), "no refusal here burns a number");
        var again = new List<long>();
        await foreach (var fact in Journal.ReadAllAsync(start, default)) again.Add(fact.Position);
        again.Should().Equal(seen.Select(f => f.Position));
    }

    private static Fact WithoutMatter(Fact fact) =>
        (fact is Corrected corrected ? corrected with { With = WithoutMatter(corrected.With) } : fact) with { Matter = null };

    protected static AppendOutcome.Accepted Accepted(AppendOutcome outcome) => outcome.Should().BeOfType<AppendOutcome.Accepted>(outcome.ToString()).Subject;

    protected static Rule Refused(AppendOutcome outcome) => outcome.Should().BeOfType<AppendOutcome.Refused>().Subject.Why.Rule;
}
