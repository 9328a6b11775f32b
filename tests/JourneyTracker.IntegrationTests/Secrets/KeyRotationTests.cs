using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Secrets;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Secrets;

/// <summary>A new master key comes into use while everything goes on.</summary>
public sealed class KeyRotationTests
{
    [PostgresFact]
    public async Task Every_key_is_wrapped_anew_and_both_master_keys_open_it_until_the_former_is_retired()
    {
        await using var house = await KeysHouse.CreateAsync(20);
        await house.Database.Vault.EraseAsync(JournalHouse.North, house.Journeys[0], default);
        var (former, next) = (new MasterKeyFile(house.File), house.Other());
        var before = await house.KeysAsync<string>("select string_agg(encode(wrapped, 'hex'), ' ' order by journey) from journey_key");

        (await house.Database.Keys.RotateAsync(await next.ReadOrMakeAsync(default), null, default)).Should().Be(20);

        (await house.KeysAsync<string>("select string_agg(encode(wrapped, 'hex'), ' ' order by journey) from journey_key")).Split(' ').Should().NotIntersectWith(before.Split(' '));
        (await house.Database.Keys.StatusAsync(default)).Should().ContainSingle().Which.Should().Match<KeyStatus>(s => s.Id == 1 && s.Living == 19 && s.Destroyed == 1);
        foreach (var source in new[] { former, next }) await house.AllOpenAsync(source, j => j == house.Journeys[0]);

        (await house.Database.Keys.Awaiting(k => k.RetireOthersAsync(default)).Should().ThrowAsync<SecretsException>()).Which.Message.Should().Contain("is the former one");
        await using (var node = await house.NodeAsync(next)) await node.Keys.RetireOthersAsync(default);
        await house.AllOpenAsync(next, j => j == house.Journeys[0]);
        (await FluentActions.Awaiting(() => house.NodeAsync(former)).Should().ThrowAsync<SecretsException>()).Which.Message.Should().Contain("is not the one this database was made with or last rotated to");
    }

    [PostgresFact]
    public async Task Repeats_people_and_matters_are_recognised_by_the_same_hashes_afterwards()
    {
        await using var house = await KeysHouse.CreateAsync(0);
        var person = new PersonKey("agency", Samples.Unique("person"));
        var journey = (await house.Database.Vault.FindOrOpenAsync(JournalHouse.North, [person], default))[0];
        var append = Samples.Append(journey, Samples.New(new Contact("call", Protected.Of(KeysHouse.Secret)) { HappenedOn = Samples.Day, Matter = new MatterReference("CASE 1") }, Samples.Unique("r")));
        await house.Database.Journal.AppendAsync(append, default);

        var next = house.Other();
        await house.Database.Keys.RotateAsync(await next.ReadOrMakeAsync(default), null, default);

        await using var node = await house.NodeAsync(next);
        (await node.Vault.FindOrOpenAsync(JournalHouse.North, [person], default)).Should().Equal(journey);
        (await node.Journal.AppendAsync(append, default)).Should().BeOfType<AppendOutcome.Accepted>().Which.Facts[0].Repeated.Should().BeTrue();
        var matters = (await node.Journal.AppendAsync(Samples.Append(journey, Samples.New(new Contact("visit") { HappenedOn = Samples.Day, Matter = new MatterReference("CASE 1") })), default)).Should().BeOfType<AppendOutcome.Accepted>();
        matters.Which.Facts[0].Repeated.Should().BeFalse();
        (await node.Journal.ReadAsync(JournalHouse.North, journey, null, default)).Select(f => f.Fact.Matter).Distinct().Should().ContainSingle();
    }

    [PostgresFact]
    public async Task Nobody_who_records_or_reads_meanwhile_is_refused()
    {
        await using var house = await KeysHouse.CreateAsync(700);
        await using var other = await house.NodeAsync(new MasterKeyFile(house.File));
        using var stop = new CancellationTokenSource();
        var done = 0;
        var working = new[] { house.Database, other }.Select(async node =>
        {
            while (!stop.IsCancellationRequested)
            {
                var journey = await KeysHouse.RecordAsync(node, Samples.NewJourney());
                (await KeysHouse.ReadAsync(node, journey)).Value.Should().Be(KeysHouse.Secret);
                Interlocked.Increment(ref done);
            }
        }).ToList();
        while (done < 20) await Task.Delay(5);

        await house.Database.Keys.RotateAsync(await house.Other().ReadOrMakeAsync(default), null, default);
        var after = done;
        while (done < after + 40 && !working.Exists(w => w.IsCompleted)) await Task.Delay(5);
        await stop.CancelAsync();

        await Task.WhenAll(working);
        (await house.Database.Keys.StatusAsync(default)).Should().ContainSingle().Which.Id.Should().Be(1);
    }

    [PostgresFact]
    public async Task Stopped_in_the_middle_it_goes_on_and_both_keys_open_everything_meanwhile()
    {
        await using var house = await KeysHouse.CreateAsync(1_200);
        var next = house.Other();
        var key = await next.ReadOrMakeAsync(default);
        using var stop = new CancellationTokenSource();
        var stopped = () => house.Database.Keys.RotateAsync(key, _ => stop.Cancel(), stop.Token);
        await stopped.Should().ThrowAsync<OperationCanceledException>();

        var status = await house.Database.Keys.StatusAsync(default);
        (status.Count, status[0].Living, status[1].Living).Should().Be((2, 700, 500));
        foreach (var source in new[] { new MasterKeyFile(house.File), next }) await house.AllOpenAsync(source);
        var another = () => house.Database.Keys.RotateAsync(MasterKey.New(), null, default);
        (await another.Should().ThrowAsync<SecretsException>()).Which.Message.Should().Contain("is not at its end");

        (await house.Database.Keys.RotateAsync(key, null, default)).Should().Be(700);
        (await house.Database.Keys.StatusAsync(default)).Should().ContainSingle().Which.Living.Should().Be(1_200);
    }

    [PostgresFact]
    public async Task The_former_wrapping_key_can_not_be_removed_while_anything_is_under_it()
    {
        await using var house = await KeysHouse.CreateAsync(1);
        await house.Journal.Keys.Awaiting(k => k.ExecuteAsync("delete from wrapping_key")).Should().ThrowAsync<PostgresException>().Where(e => e.SqlState == PostgresErrorCodes.ForeignKeyViolation);
    }

    [PostgresFact]
    public async Task A_database_from_before_there_was_rotation_keeps_its_hashes_and_its_keys()
    {
        await using var house = await KeysHouse.CreateAsync(0);
        var master = (await new MasterKeyFile(house.File).ReadAsync(default))!;
        // As the version before left it: keys wrapped and references hashed with what is derived from the master key.
        await house.Journal.Database.ExecuteSuperAsync("delete from journeys.hashing_secret; delete from journeys.master_key");
        await house.Journal.Database.ExecuteSuperAsync($"insert into journeys.master_key (fingerprint) values ('\\x{Convert.ToHexString(master.Fingerprint)}')");
        var journey = Samples.NewJourney();
        var (key, wrapped) = (new byte[32], Array.Empty<byte>());
        wrapped = Boxes.Close(master.Derive("key-encryption"), key, journey);
        await house.Journal.Keys.ExecuteAsync($"drop table journey_key; drop table wrapping_key cascade; drop table wrapping_key_copy; create table journey_key (journey uuid primary key, wrapped bytea, created timestamptz not null default now(), destroyed timestamptz); insert into journey_key values ('{journey}', '\\x{Convert.ToHexString(wrapped)}')");

        await using var node = await house.NodeAsync(new MasterKeyFile(house.File));

        (await node.Keys.StatusAsync(default)).Should().ContainSingle().Which.Should().Match<KeyStatus>(s => s.Id == 0 && s.Living == 1);
        node.Hashes.Reference(JournalHouse.North, new SourceReference("a", "b")).Should().Equal(KeyedHash.Of(master.Derive("source-reference"), "north\0a\0b"u8));
        await node.Keys.RotateAsync(await house.Other().ReadOrMakeAsync(default), null, default);
        await using var after = await house.NodeAsync(house.Other());
        after.Hashes.Person(JournalHouse.North, new PersonKey("a", "b")).Should().Equal(KeyedHash.Of(master.Derive("person-key"), "north\0a\0b"u8));
    }
}
