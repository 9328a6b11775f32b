using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.IntegrationTests.Secrets;

/// <summary>The journeys' keys are kept apart from the journal, and what was erased does not come back with them.</summary>
public sealed class KeyBackupTests
{
    [PostgresFact]
    public async Task Lost_keys_come_back_and_erased_ones_do_not_whenever_they_were_erased()
    {
        await using var house = await KeysHouse.CreateAsync(6);
        var file = Path.Combine(house.Journal.SecretsFolder, "keys.backup");
        await house.Database.Vault.EraseAsync(JournalHouse.North, house.Journeys[0], default);
        (await house.Database.Keys.BackupAsync(file, default)).Should().Be(6);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await house.Database.Vault.EraseAsync(JournalHouse.North, house.Journeys[1], default);
        await house.Database.Keys.RestoreAsync(file, default);
        await house.AllOpenAsync(new MasterKeyFile(house.File), house.Journeys.Take(2).Contains);

        await house.Journal.Keys.ExecuteAsync("delete from journey_key");
        (await house.Database.Keys.RestoreAsync(file, default)).Should().Be(new KeysRestored(4, 0, 2));

        await house.AllOpenAsync(new MasterKeyFile(house.File), house.Journeys.Take(2).Contains);
        (await house.KeysAsync<long>("select count(*) from journey_key where wrapped is null and destroyed is not null")).Should().Be(2);
        await house.Database.Keys.RotateAsync(await house.Other().ReadOrMakeAsync(default), null, default);
        await house.AllOpenAsync(house.Other(), house.Journeys.Take(2).Contains);
    }

    [PostgresFact]
    public async Task A_newer_backup_destroys_what_an_older_database_still_has()
    {
        await using var house = await KeysHouse.CreateAsync(2);
        var file = Path.Combine(house.Journal.SecretsFolder, "keys.backup");
        await house.Journal.Keys.ExecuteAsync("create table older as select * from journey_key");
        await house.Database.Vault.EraseAsync(JournalHouse.North, house.Journeys[0], default);
        await house.Database.Keys.BackupAsync(file, default);
        await house.Journal.Keys.ExecuteAsync("delete from journey_key; insert into journey_key select * from older");

        await house.Database.Keys.RestoreAsync(file, default);
        await house.AllOpenAsync(new MasterKeyFile(house.File), j => j == house.Journeys[0]);
    }

    [PostgresFact]
    public async Task Keys_of_another_master_key_and_a_damaged_backup_are_refused_whole()
    {
        await using var house = await KeysHouse.CreateAsync(3);
        await using var stranger = await KeysHouse.CreateAsync(1);
        var (file, others) = (Path.Combine(house.Journal.SecretsFolder, "keys.backup"), Path.Combine(house.Journal.SecretsFolder, "others.backup"));
        await house.Database.Keys.BackupAsync(file, default);
        await stranger.Database.Keys.BackupAsync(others, default);
        await house.Journal.Keys.ExecuteAsync("delete from journey_key");

        (await RefusedAsync(house, others)).Should().Contain("is of another master key");
        var lines = await File.ReadAllLinesAsync(file);
        foreach (var damaged in new[] { lines[..^1], lines[..^2], [lines[0], .. lines[2..]], [lines[0], lines[2], lines[1], .. lines[3..]], [.. lines, lines[^1]] })
        {
            await File.WriteAllLinesAsync(others, damaged);
            (await RefusedAsync(house, others)).Should().Contain("is not a whole backup");
        }

        await File.WriteAllTextAsync(others, "something else");
        (await RefusedAsync(house, others)).Should().Contain("is no backup");
        (await house.KeysAsync<long>("select count(*) from journey_key")).Should().Be(0);
    }

    [PostgresFact]
    public async Task A_backup_holds_no_key_in_the_clear_and_replaces_no_file()
    {
        await using var house = await KeysHouse.CreateAsync(1);
        var file = Path.Combine(house.Journal.SecretsFolder, "keys.backup");
        await house.Database.Keys.BackupAsync(file, default);
        var plain = JourneyKeys.Unwrapped((await new MasterKeyFile(house.File).ReadAsync(default))!.Derive("key-encryption"), house.Journeys[0], await house.KeysAsync<byte[]>("select wrapped from journey_key"));
        (await File.ReadAllTextAsync(file)).Should().NotContain(Convert.ToBase64String(plain)).And.NotContain(Convert.ToBase64String(await File.ReadAllBytesAsync(house.File)));
        await house.Database.Keys.Awaiting(k => k.BackupAsync(file, default)).Should().ThrowAsync<IOException>();
    }

    private static async Task<string> RefusedAsync(KeysHouse house, string file) =>
        (await house.Database.Keys.Awaiting(k => k.RestoreAsync(file, default)).Should().ThrowAsync<SecretsException>()).Which.Message;
}
