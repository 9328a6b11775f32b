using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.AccessLog;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.IntegrationTests.AccessLog;

/// <summary>Who asks the access log, what it answers, and what is unusual in it.</summary>
public sealed class AccessLogDoorTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private static readonly Caller Auditor = new("pat", "Oversight", "VOLUNTARY", Role.Auditor, JournalHouse.North);
    private static readonly Caller Officer = new("pc.example", "Northshire Police", "POLICE", Role.Practitioner, JournalHouse.North) { Why = "arrested again", FamilyName = "Łuczak-O’Brien" };
    private static readonly DateOnly Day = new(2024, 3, 1);

    private AccessLogDoor Door => new(house.House, TimeProvider.System);

    private ReadingDoor Reading => new(house.House.Journal, house.House.Sealing, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);

    [PostgresFact]
    public async Task A_search_finds_by_each_filter_newest_first_and_is_written_down_itself()
    {
        var (journey, other) = (await OpenAsync("Agency"), await OpenAsync("Agency"));
        var person = Officer with { Person = Samples.Unique("pc") };
        foreach (var hers in new[] { journey, other, journey }) await Reading.JourneyAsync(person, hers, null, null, "page:journey", default);
        await Reading.ReplayAsync(person with { Why = null }, journey, null, null, "api:replay", default);

        async Task<int> count(AccessQuery query) => (await Door.SearchAsync(Auditor, query, "test", default))!.Count;
        (await count(new(journey, person.Person))).Should().Be(3);
        (await count(new(Person: person.Person))).Should().Be(4);
        (await count(new(Person: person.Person, Door: "page:"))).Should().Be(3);
        (await count(new(Person: person.Person, Door: "pa%"))).Should().Be(0);
        (await count(new(Person: person.Person, Agency: "Other"))).Should().Be(0);
        (await count(new(Person: person.Person, Operation: AccessOperation.Erasure))).Should().Be(0);
        (await count(new(Person: person.Person, From: DateTimeOffset.UtcNow.AddMinutes(1)))).Should().Be(0);
        (await count(new(Person: person.Person, To: DateTimeOffset.UtcNow.AddMinutes(-10)))).Should().Be(0);
        var found = (await Door.SearchAsync(Auditor, new(Person: person.Person, Most: 2), "test", default))!;
        found.Select(f => (f.Entry.Door, f.Entry.Why, f.Entry.By.Role)).Should().Equal(("api:replay", null, Role.Practitioner), ("page:journey", "arrested again", Role.Practitioner));
        (await count(new(Person: Auditor.Person, Door: "test"))).Should().BeGreaterThan(8);
    }

    [PostgresFact]
    public async Task Nobody_but_an_auditor_of_the_partnership_is_answered_and_the_attempt_is_written_down()
    {
        var journey = await OpenAsync("Agency");
        await Reading.JourneyAsync(Officer, journey, null, null, "page:journey", default);
        foreach (var role in Enum.GetValues<Role>().Except([Role.Auditor]))
        {
            var stranger = Auditor with { Person = Samples.Unique("nosy"), Role = role };
            (await Door.SearchAsync(stranger, new(), "test", default)).Should().BeNull();
            (await Door.WhoLookedAsync(stranger, journey, "test", default)).Should().BeNull();
            (await Door.FindingsAsync(stranger, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow, 30, "test", default)).Should().BeNull();
            (await Door.SearchAsync(Auditor, new(Person: stranger.Person), "test", default))!.Select(f => f.Entry.Subject).Should().HaveCount(3).And.OnlyContain(s => s!.StartsWith("refused: access log: "));
        }

        var elsewhere = Auditor with { Partnership = JournalHouse.South };
        (await Door.WhoLookedAsync(elsewhere, journey, "test", default)).Should().BeNull();
        (await Door.SearchAsync(elsewhere, new(Agency: Officer.Agency), "test", default)).Should().BeEmpty();
        (await Door.FindingsAsync(elsewhere, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow, 1, "test", default)).Should().BeEmpty();
    }

    [PostgresFact]
    public async Task She_is_told_of_looks_at_journeys_that_were_merged_with_hers_and_of_attempts()
    {
        var (journey, merged, other) = (await OpenAsync("Agency"), await OpenAsync("Agency"), await OpenAsync("Agency"));
        await Reading.JourneyAsync(Officer, merged, null, null, "page:journey", default);
        await Reading.JourneyAsync(Officer, other, null, null, "page:journey", default);
        await house.House.AccessLog.WriteAsync([AccessEntry.NotFound(DateTimeOffset.UtcNow, Officer with { Role = Role.Evaluator, Why = null }, journey, "page:journey")], default);
        var merging = new MergingDoor(house.House.Journal, house.House.Vault, house.House.AccessLog, house.House.Access, TimeProvider.System);
        (await merging.MergeAsync(Officer with { Role = Role.Coordinator }, journey, merged, MergeReason.SameIdentifier, null, "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

        var told = (await Door.WhoLookedAsync(Auditor, journey, "test", default))!;
        told.Select(t => t.Entry.Journey).Should().NotContain(other).And.Contain(journey).And.Contain(merged);
        told.Should().Contain(t => t.Entry.Subject == AccessSubjects.NotFound && t.Entry.By.Role == Role.Evaluator).And.Contain(t => t.Entry.Journey == merged && t.Entry.Why == "arrested again");
    }

    [PostgresFact]
    public async Task A_name_like_hers_no_concern_with_her_and_many_women_in_an_hour_are_findings()
    {
        await using var own = await JournalHouse.CreateAsync();
        var (door, reading) = (new AccessLogDoor(own.House, TimeProvider.System), new ReadingDoor(own.House.Journal, own.House.Sealing, own.House.Vault, own.House.AccessLog, own.House.Access, TimeProvider.System));
        var (known, named, consenting) = (await OpenAsync(Officer.Agency, own), await OpenAsync(Officer.Agency, own), await OpenAsync("Housing", own));
        var foreign = await OpenAsync("Housing", own);
        await own.House.Vault.PutAsync(JournalHouse.North, named, new PersonIdentity("Ada Luczak Obrien"), default);
        var consent = new ConsentGiven(Protected.Of(new SharingTerms([SharingScope.Attendance], [new(Officer.Agency)])), ConsentPlace.WomensCentre) { HappenedOn = Day };
        (await own.House.Journal.AppendAsync(new Append(JournalHouse.North, consenting, new Recorder("k", "Housing"), [Samples.New(consent)]), default)).Should().BeOfType<AppendOutcome.Accepted>();
        foreach (var journey in new[] { known, named, consenting, foreign }) await reading.JourneyAsync(Officer, journey, null, null, "page:journey", default);
        foreach (var journey in new[] { known, named, consenting, foreign }) await reading.JourneyAsync(Auditor, journey, null, null, "page:journey", default);

        var found = (await door.FindingsAsync(Auditor, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), 3, "test", default))!;

        found.Where(f => f.By.Person == Officer.Person).Select(f => (f.Code, f.Journey, f.Count)).Should().BeEquivalentTo(new[]
        {
            (UnusualAccessRule.OwnName, (JourneyId?)named, 1), (UnusualAccessRule.NoConcern, foreign, 1), (UnusualAccessRule.Many, null, 4),
        });
        found.Where(f => f.By.Person == Auditor.Person).Select(f => f.Code).Should().Equal(UnusualAccessRule.Many);
        (await own.Database.SuperuserScalarAsync<string>("select string_agg(a::text, ' ') from journeys.access_log a")).ToUpperInvariant().Should().NotContain("UCZAK").And.NotContain("OBRIEN").And.NotContain("O’BRIEN");
    }

    [PostgresFact]
    public async Task What_somebody_opened_in_an_emergency_is_reported()
    {
        await using var own = await JournalHouse.CreateAsync();
        var journey = await OpenAsync(Officer.Agency, own);
        var emergency = new OwnAccessDoor(own.House.Journal, own.House.AccessLog, own.House.Access, TimeProvider.System);
        (await emergency.OpenInEmergencyAsync(Officer, journey, "somebody is in danger", "test", default)).Should().BeOfType<SubmissionOutcome.Recorded>();

        var found = (await new AccessLogDoor(own.House, TimeProvider.System).FindingsAsync(Auditor, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), 30, "test", default))!;

        found.Should().ContainSingle().Which.Should().Match<UnusualAccess>(f => f.Code == UnusualAccessRule.Emergency && f.Journey == journey && f.By.Person == Officer.Person && f.Count == 1);
    }

    private Task<JourneyId> OpenAsync(string agency) => OpenAsync(agency, house);

    private static async Task<JourneyId> OpenAsync(string agency, JournalHouse house)
    {
        var journey = Samples.NewJourney();
        (await house.House.Journal.AppendAsync(new Append(JournalHouse.North, journey, new Recorder("k", agency), [Samples.New(new JourneyOpened(OpenedBy.Hand) { HappenedOn = Day }), Samples.New(new Arrested { HappenedOn = Day })]), default)).Should().BeOfType<AppendOutcome.Accepted>();
        return journey;
    }
}
