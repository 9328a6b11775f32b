namespace JourneyTracker.IntegrationTests.Fixtures;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [PostgresFact]
    public async Task The_login_of_the_tests_is_no_superuser_and_owns_its_database()
    {
        (await database.ScalarAsync<string>("select current_setting('is_superuser')")).Should().Be("off");
        (await database.ScalarAsync<bool>("select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()")).Should().BeTrue();
    }

    [PostgresFact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        await database.ExecuteAsync("create table if not exists mine (n int)");
        await using var other = await TestDatabase.CreateAsync();
        (await other.ScalarAsync<bool>("select to_regclass('mine') is null")).Should().BeTrue();
    }
}
