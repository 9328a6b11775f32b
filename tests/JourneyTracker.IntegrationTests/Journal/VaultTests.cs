using JourneyTracker.Domain.Identity;
using JourneyTracker.IntegrationTests.Fixtures;

namespace JourneyTracker.IntegrationTests.Journal;

public sealed class VaultTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private IIdentityVault Vault => house.House.Vault;

    [PostgresFact]
    public async Task A_person_key_always_finds_the_same_journey()
    {
        PersonKey[] keys = [new("a", Samples.Unique("1")), new("a", Samples.Unique("2")), new("b", Samples.Unique("1"))];
        var first = await Vault.FindOrOpenAsync(JournalHouse.North, [.. keys, keys[0]], default);

        first.Distinct().Should().HaveCount(3);
        first[3].Should().Be(first[0]);
        (await Vault.FindOrOpenAsync(JournalHouse.North, keys, default)).Should().Equal(first.Take(3));
        (await Vault.FindOrOpenAsync(JournalHouse.South, [keys[0]], default))[0].Should().NotBe(first[0], "partnerships share no identities");
    }

    [PostgresFact]
    public async Task Callers_at_once_open_one_journey_for_one_person()
    {
        PersonKey[] keys = [.. Enumerable.Range(0, 50).Select(n => new PersonKey("a", Samples.Unique($"{n}")))];
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Vault.FindOrOpenAsync(JournalHouse.North, n % 2 == 0 ? keys : [.. keys.Reverse()], default)));

        all.Select((found, n) => n % 2 == 0 ? found : [.. found.Reverse()]).Should().AllSatisfy(found => found.Should().Equal(all[0]));
    }

    [PostgresFact]
    public async Task Opening_waits_its_turn_while_another_program_opens_many()
    {
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.ExecuteAsync("lock table journeys.person_key in share mode");
        var opening = Vault.FindOrOpenAsync(JournalHouse.North, [new("a", Samples.Unique("1"))], default);
        (await Task.WhenAny(opening, Task.Delay(600))).Should().NotBe(opening);
        await other.CommitAsync();

        (await opening).Should().ContainSingle();
    }

    [PostgresFact]
    public async Task Who_she_is_comes_back_as_it_was_put()
    {
        var journey = (await Vault.FindOrOpenAsync(JournalHouse.North, [new("a", Samples.Unique("1"))], default))[0];
        (await Vault.GetAsync(JournalHouse.North, journey, default)).Should().BeNull();
        var identity = new PersonIdentity("Ada Example", new DateOnly(1990, 1, 2), ["Adie"], [new("pnc", "00/0000000A")]);

        await Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity("Wrong"), default);
        await Vault.PutAsync(JournalHouse.North, journey, identity, default);

        (await Vault.GetAsync(JournalHouse.North, journey, default)).Should().BeEquivalentTo(identity);
        (await Vault.GetAsync(JournalHouse.South, journey, default)).Should().BeNull();
    }

    [PostgresFact]
    public async Task What_another_node_writes_and_erases_shows_in_the_next_list()
    {
        await using var other = await house.OpenAsync();
        var journey = await NamedAsync("Ann One");
        (await ListedAsync(journey)).Should().Be("Ann One");

        await other.Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity("Ann Two"), default);
        (await ListedAsync(journey)).Should().Be("Ann Two");
        await other.Vault.EraseAsync(JournalHouse.North, journey, default);
        (await ListedAsync(journey)).Should().BeNull("nobody who was erased may be found because she was remembered");
        (await Vault.ListAsync(JournalHouse.South, default)).Should().NotContainKey(journey);
    }

    [PostgresFact]
    public async Task A_row_that_was_written_before_a_list_and_committed_after_it_is_in_the_next()
    {
        var (slowly, quickly) = (await NamedAsync("Ann Before"), await NamedAsync("Ann Other"));
        var sealedNew = await SealedAsync(slowly, "Ann After");
        (await ListedAsync(slowly)).Should().Be("Ann Before");
        await using var slow = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await slow.ExecuteAsync($"update journeys.identity_vault set sealed = '{sealedNew}', changed = pg_current_xact_id() where journey = '{slowly}'");
        await Vault.PutAsync(JournalHouse.North, quickly, new PersonIdentity("Ann Quick"), default);
        (await ListedAsync(quickly)).Should().Be("Ann Quick", "a later transaction that ended earlier");
        await slow.CommitAsync();

        (await ListedAsync(slowly)).Should().Be("Ann After");
    }

    [PostgresFact]
    public async Task Possible_doubles_follow_what_another_node_writes_and_erases()
    {
        await using var other = await house.OpenAsync();
        var name = $"Double {Samples.Unique("a")}";
        var (one, two) = (await NamedAsync(name), await NamedAsync("Somebody Else"));
        var born = new PersonIdentity(name, new DateOnly(1991, 2, 3));
        await Vault.PutAsync(JournalHouse.North, one, born, default);
        (await DoublesAsync(one)).Should().Be(0);

        await other.Vault.PutAsync(JournalHouse.North, two, born, default);
        (await DoublesAsync(one)).Should().Be(1);
        await other.Vault.EraseAsync(JournalHouse.North, two, default);
        (await DoublesAsync(one)).Should().Be(0, "nobody who was erased may be shown beside another");
    }

    /// <summary>How her row would stand with another name; it is left as it was.</summary>
    private async Task<string> SealedAsync(JourneyId journey, string name)
    {
        var before = (await Vault.GetAsync(JournalHouse.North, journey, default))!;
        await Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name), default);
        var text = await house.Database.ScalarAsync<string>($"set journeys.partnership = 'north'; select sealed from journeys.identity_vault where journey = '{journey}'");
        await Vault.PutAsync(JournalHouse.North, journey, before, default);
        return text;
    }

    private async Task<JourneyId> NamedAsync(string name)
    {
        var journey = (await Vault.FindOrOpenAsync(JournalHouse.North, [new("a", Samples.Unique("1"))], default))[0];
        await Vault.PutAsync(JournalHouse.North, journey, new PersonIdentity(name), default);
        return journey;
    }

    private async Task<int> DoublesAsync(JourneyId journey) => (await Vault.DoublesAsync(JournalHouse.North, default)).Count(d => d.First == journey || d.Second == journey);

    private async Task<string?> ListedAsync(JourneyId journey) => (await Vault.ListAsync(JournalHouse.North, default)).GetValueOrDefault(journey)?.Identity.Name;
}
