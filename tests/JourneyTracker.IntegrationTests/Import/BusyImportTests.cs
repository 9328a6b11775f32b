using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.IntegrationTests.Journal;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>A row whose journey is locked when its turn comes is offered again, and the rows behind it wait for it.</summary>
public sealed class BusyImportTests(JournalHouse house) : IClassFixture<JournalHouse>, IDisposable
{
    private readonly ImportFolder folder = new();

    /// <summary>More tries than one offer makes: in a group, and by itself.</summary>
    [PostgresTheory]
    [InlineData("journey-opened.v1", "2024-01-01", "open")]
    [InlineData("received.v1", "2024-01-02", "row")]
    public async Task A_journeys_rows_are_recorded_in_the_order_of_the_file_when_one_is_turned_away(string type, string day, string woman)
    {
        await LockAsync(type, day, tries: 12);
        // The reference that comes twice ends a group, so that her last rows are in another one.
        var file = folder.Write("a.csv", $"""
            id,who,day,kind
            {woman}1,{woman},{day},in
            {woman}2,{woman},2024-02-01,out
            {woman}8,other,2024-03-01,in
            {woman}8,other,2024-03-01,in
            {woman}3,{woman},2024-02-03,in
            {woman}9,another,2024-03-02,in

            """);

        var result = await house.House.ImportAsync(file);

        result.Main.Refused.Should().Be(0, string.Join("; ", result.Main.FirstRefusals.Select(r => r.What)));
        (await house.Database.SuperuserScalarAsync<long>("select last_value from journeys.tries")).Should().BeGreaterThan(12, "it was turned away");
        (await house.ContentAsync()).Should().ContainSingle(j => j.Contains(day, StringComparison.Ordinal))
            .Which.Should().MatchRegex($"^1 journey-opened.v1 .*{day}.*; 2 received.v1 .*{day}.*; 3 released.v1 .*2024-02-01.*; 4 received.v1 .*2024-02-03");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>As if somebody held a lock that such a fact needs, for so many tries.</summary>
    private async Task LockAsync(string type, string day, int tries) => await house.Database.SuperuserScalarAsync<int>($$"""
        drop sequence if exists journeys.tries;
        create sequence journeys.tries;
        create or replace function journeys.held() returns trigger language plpgsql security definer as $held$
        begin
          if new.type = '{{type}}' and new.data::text like '%{{day}}%' and nextval('journeys.tries') <= {{tries}} then
            raise exception 'held' using errcode = '55P03';
          end if;
          return new;
        end $held$;
        drop trigger if exists held on journeys.mt_events;
        create trigger held before insert on journeys.mt_events for each row execute function journeys.held();
        select 1
        """);
}
