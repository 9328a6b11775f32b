using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.IntegrationTests.Secrets;

/// <summary>A master key that is lost, wrong or no key at all is told at once, with what to do, wherever it comes from; and nothing of it is told.</summary>
public sealed class MasterKeySourceTests(JournalHouse house) : IClassFixture<JournalHouse>
{
    private string File => Path.Combine(house.SecretsFolder, MasterKeyFile.FileName);

    [PostgresTheory]
    [InlineData("JOURNEY_MASTER_KEY", "base64")]
    [InlineData("JOURNEY_MASTER_KEY", "hexadecimal")]
    [InlineData("JOURNEY_MASTER_KEY_FILE", "bytes")]
    [InlineData("JOURNEY_MASTER_KEY_FILE", "base64")]
    [InlineData("JOURNEY_MASTER_KEY_COMMAND", "bytes")]
    [InlineData("JOURNEY_MASTER_KEY_COMMAND", "base64")]
    public async Task The_right_key_opens_the_database_from_each_place_in_each_form(string variable, string form)
    {
        await using var node = await OpenAsync(Named(variable, await FormAsync(System.IO.File.ReadAllBytes(File), form)));
        node.Keys.Master.Should().Be(house.House.Keys.Master);
    }

    [PostgresTheory]
    [InlineData("JOURNEY_MASTER_KEY", "Set that variable to the key")]
    [InlineData("JOURNEY_MASTER_KEY_FILE", "into that file")]
    [InlineData("JOURNEY_MASTER_KEY_COMMAND", "Make JOURNEY_MASTER_KEY_COMMAND name a program")]
    public async Task A_wrong_key_and_a_short_one_are_told_with_the_place_and_what_to_do(string variable, string mend)
    {
        var (wrong, tooShort) = (MasterKey.New(), Convert.ToBase64String(new byte[31]));
        var told = await RefusedAsync(Named(variable, await FormAsync(wrong.Secret.ToArray(), "base64")));
        told.Should().Contain("is not the one this database was made with or last rotated to").And.Contain(wrong.Name).And.Contain(house.House.Keys.Master).And.Contain(mend);
        told.Should().NotContain(Convert.ToBase64String(wrong.Secret));
        (await RefusedAsync(Named(variable, await FormAsync(Convert.FromBase64String(tooShort), "base64")))).Should().Contain("is not a master key").And.Contain(mend).And.NotContain(tooShort);
    }

    [PostgresFact]
    public async Task A_lost_file_is_told_and_no_new_key_is_made_in_its_place()
    {
        var folder = Directory.CreateTempSubdirectory("journey-secrets-");
        (await RefusedAsync(MasterKeyFile.In(folder.FullName))).Should().Contain("The master key is missing").And.Contain(folder.FullName).And.Contain("Put the key");
        folder.GetFiles().Should().BeEmpty();
        folder.Delete();
    }

    [PostgresFact]
    public async Task A_program_that_fails_hangs_or_is_not_there_is_told_without_what_it_said()
    {
        async Task<string> told(string command, double patience = 10) =>
            await RefusedAsync(new MasterKeyCommand("JOURNEY_MASTER_KEY_COMMAND", command) { Patience = TimeSpan.FromSeconds(patience) });
        (await told("""["sh","-c","echo sesame; echo sesame >&2; exit 3"]""")).Should().Contain("sh ").And.Contain("exit code 3").And.NotContain("sesame");
        (await told("sleep 60", 0.3)).Should().Contain("had not ended after 0.3 seconds");
        (await told("/nowhere/vault-client get")).Should().Contain("vault-client").And.Contain("cannot be run").And.NotContain(" get");
        (await told("""["sh","-c","head -c 100000 /dev/zero"]""")).Should().Contain("is not a master key");
        (await told("echo sesame $(cat /etc/hostname)")).Should().NotContain("sesame");
    }

    [PostgresFact]
    public async Task Two_places_at_once_are_refused_and_a_keys_database_of_another_master_key_too()
    {
        var both = () => MasterKeySource.From(name => name is "JOURNEY_MASTER_KEY" or "JOURNEY_MASTER_KEY_FILE" ? "x" : null, File);
        both.Should().Throw<SecretsException>().Which.Message.Should().Contain("JOURNEY_MASTER_KEY and JOURNEY_MASTER_KEY_FILE");
        await using var stranger = await JournalHouse.CreateAsync();
        var mixed = () => JourneyTracker.Journal.JourneyDatabase.OpenAsync(house.Database.ConnectionString, stranger.Keys.ConnectionString, house.SecretsFolder, TimeProvider.System, default);
        (await mixed.Should().ThrowAsync<SecretsException>()).Which.Message.Should().Contain("The keys database was made with, or last rotated to, another master key").And.Contain("JOURNEY_KEYS");
    }

    private static MasterKeySource Named(string variable, string value) => MasterKeySource.From(name => name == variable ? Value(variable, value) : null, null)!;

    private static string Value(string variable, string value) => variable switch
    {
        "JOURNEY_MASTER_KEY" => System.IO.File.ReadAllText(value).Trim(),
        "JOURNEY_MASTER_KEY_FILE" => value,
        _ => $"cat {value}",
    };

    private async Task<string> FormAsync(byte[] key, string form)
    {
        var file = Path.Combine(house.SecretsFolder, Guid.NewGuid().ToString("N"));
        if (form == "bytes") await System.IO.File.WriteAllBytesAsync(file, key);
        else await System.IO.File.WriteAllTextAsync(file, (form == "base64" ? Convert.ToBase64String(key) : Convert.ToHexString(key)) + "\n");
        return file;
    }

    private Task<JourneyTracker.Journal.JourneyDatabase> OpenAsync(MasterKeySource source) =>
        JourneyTracker.Journal.JourneyDatabase.OpenAsync(house.Database.ConnectionString, house.Keys.ConnectionString, source, TimeProvider.System, default);

    private async Task<string> RefusedAsync(MasterKeySource source) => (await FluentActions.Awaiting(() => OpenAsync(source)).Should().ThrowAsync<SecretsException>()).Which.Message;
}
