namespace JourneyTracker.IntegrationTests.Journal;

/// <summary>The same promises hold for appends in groups: here append_group answers for lone facts too, which append_one would take otherwise.</summary>
public class PostgresGroupTests(JournalHouse house) : PostgresJournalTests(house), IAsyncLifetime
{
    private readonly JournalHouse house = house;

    public async Task InitializeAsync()
    {
        await using var other = await OtherWriter.BeginAsync(house.Database.SuperuserConnectionString);
        await other.ExecuteAsync("""
            create or replace function journeys.append_one(
              p_partnership varchar, p_stream uuid, p_expected bigint, p_fact uuid, p_type varchar, p_data jsonb, p_headers jsonb, p_recorded timestamptz,
              p_system varchar, p_reference bytea, p_hmac bytea, out status int, out base bigint, out fact uuid, out place bigint) language sql as $$
              select g.status[1], g.base[1], g.fact[1], g.place[1] from journeys.append_group(
                p_partnership, array[p_stream], array[1], array[p_expected], array[1], array[p_fact], array[p_type], array[p_data], array[p_headers],
                array[p_recorded], array[p_system], array[p_reference], array[p_hmac]) as g
            $$
            """);
        await other.CommitAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
