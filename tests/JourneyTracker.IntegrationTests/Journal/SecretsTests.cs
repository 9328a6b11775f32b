using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.IntegrationTests.Journal;

public sealed class SecretsTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private const string Secret = "she told us something";

    [PostgresFact]
    public async Task Nothing_protected_and_no_reference_stands_readable_in_the_database()
    {
        var person = Samples.Unique("PNC");
        var journey = (await house.House.Vault.FindOrOpenAsync(JournalHouse.North, [new("agency", person)], default))[0];
        await house.House.Vault.PutAsync(JournalHouse.North, journey, new("Ada Example", new DateOnly(1990, 1, 2), Identifiers: [new("pnc", person)]), default);
        var reference = Samples.Unique("REF");
        var fact = new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day, Matter = new MatterReference("MATTER-0001") };
        await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, reference)), default);

        var everything = await house.Database.SuperuserScalarAsync<string>("""
            select concat((select string_agg(e::text, ' ') from journeys.mt_events e), (select string_agg(r::text, ' ') from journeys.source_reference r),
              (select string_agg(p::text, ' ') from journeys.person_key p), (select string_agg(v::text, ' ') from journeys.identity_vault v))
            """);

        everything.Should().Contain(Protected.SealedPrefix).And.Contain(MatterReference.HashedPrefix);
        foreach (var hidden in new[] { Secret, reference, person, "Ada Example", "1990-01-02", "MATTER-0001" }) everything.Should().NotContain(hidden);
    }

    [PostgresFact]
    public async Task Erasing_her_destroys_text_and_identity_and_leaves_the_journey_countable()
    {
        var journey = (await house.House.Vault.FindOrOpenAsync(JournalHouse.North, [new("agency", Samples.Unique("person"))], default))[0];
        await house.House.Vault.PutAsync(JournalHouse.North, journey, new("Ada Example"), default);
        var (fact, reference) = (new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day }, Samples.Unique("r"));
        await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, reference)), default);
        (await OpenedAsync(journey)).Detail!.Value.Should().Be(Secret);

        await house.House.Vault.EraseAsync(JournalHouse.North, journey, default);

        (await OpenedAsync(journey)).Detail!.IsErased.Should().BeTrue();
        (await house.House.Vault.GetAsync(JournalHouse.North, journey, default)).Should().BeNull();
        (await house.Keys.SuperuserScalarAsync<bool>($"select wrapped is null from journey_key where journey = '{journey}'")).Should().BeTrue();
        (await house.Database.SuperuserScalarAsync<long>($"select count(*) from journeys.source_reference where journey = '{journey}' and content_hmac is not null")).Should().Be(0);
    }

    [PostgresFact]
    public async Task After_erasure_repeats_are_still_known_and_nothing_more_is_sealed()
    {
        var (journey, reference) = (Samples.NewJourney(), Samples.Unique("r"));
        var fact = new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day };
        await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, reference)), default);
        await house.House.Vault.EraseAsync(JournalHouse.North, journey, default);

        var again = await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, reference)), default);
        var more = await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact)), default);
        var plain = await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(Samples.Contact("call"))), default);

        again.Should().BeOfType<AppendOutcome.Accepted>().Which.Facts[0].Repeated.Should().BeTrue();
        more.Should().BeOfType<AppendOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.NotPermitted);
        plain.Should().BeOfType<AppendOutcome.Accepted>().Which.Version.Should().Be(2);
    }

    [PostgresFact]
    public async Task Another_node_that_remembers_the_key_seals_nothing_more_after_erasure()
    {
        var journey = Samples.NewJourney();
        var fact = new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day };
        await using var other = await house.OpenAsync();
        await other.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, Samples.Unique("r"))), default);
        await house.House.Vault.EraseAsync(JournalHouse.North, journey, default);

        var late = await other.Journal.AppendAsync(Samples.Append(journey, Samples.New(fact, Samples.Unique("r"))), default);
        late.Should().BeOfType<AppendOutcome.Refused>().Which.Why.Rule.Should().Be(Rule.NotPermitted);
        var put = () => other.Vault.PutAsync(JournalHouse.North, journey, new("Ada Example"), default);
        await put.Should().ThrowAsync<InvalidOperationException>();
    }

    [PostgresFact]
    public async Task A_value_sealed_for_one_woman_does_not_open_as_anothers()
    {
        var (hers, another) = (Samples.NewJourney(), Samples.NewJourney());
        foreach (var journey in new[] { hers, another })
            await house.House.Journal.AppendAsync(Samples.Append(journey, Samples.New(new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day })), default);
        var moved = (await house.House.Journal.ReadAsync(JournalHouse.North, hers, null, default))[0] with { Journey = another };

        (await house.House.Sealing.OpenAsync([moved], default))[0].Unreadable.Should().NotBeNull();
    }

    [PostgresFact]
    public async Task Another_master_key_is_refused_in_one_sentence()
    {
        var elsewhere = Directory.CreateTempSubdirectory("journey-secrets-");
        try
        {
            var file = MasterKeyFile.In(elsewhere.FullName);
            await file.ReadOrMakeAsync(default);
            (await house.Awaiting(h => h.OpenAsync(elsewhere.FullName)).Should().ThrowAsync<SecretsException>()).Which.Message.Should().Contain("is not the one this database was made with");
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [PostgresFact]
    public async Task A_second_node_reads_what_the_first_sealed()
    {
        var journey = Samples.NewJourney();
        await using var second = await house.OpenAsync();
        await second.Journal.AppendAsync(Samples.Append(journey, Samples.New(new Contact("call", Protected.Of(Secret)) { HappenedOn = Samples.Day })), default);

        (await OpenedAsync(journey)).Detail!.Value.Should().Be(Secret);
    }

    private async Task<Contact> OpenedAsync(JourneyId journey)
    {
        var facts = await house.House.Sealing.OpenAsync(await house.House.Journal.ReadAsync(JournalHouse.North, journey, null, default), default);
        return (Contact)facts[0].Fact;
    }
}
