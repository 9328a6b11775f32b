using JourneyTracker.IntegrationTests.Journal;
using JourneyTracker.Journal;
using JourneyTracker.Journal.Import.Loading;
using JourneyTracker.Journal.Import.Mapping;
using Npgsql;

namespace JourneyTracker.IntegrationTests.Import;

/// <summary>Short ways to import into a journal and to compare journals.</summary>
internal static class ImportHouse
{
    public static Task<ImportResult> ImportAsync(
        this JourneyDatabase house, string file, MappingFile? mapping = null, string? rejects = null, ImportMeter? meter = null, CancellationToken stop = default) =>
        new ImportRun(house.Journal, house.Vault, TimeProvider.System).RunAsync(
            new ImportRequest(file, mapping ?? ImportFolder.Mapping(), JournalHouse.North, Rejects: rejects), meter ?? new ImportMeter(), stop);

    public static Task<ImportResult> ImportExampleAsync(this JourneyDatabase house, string file, string example) =>
        house.ImportAsync(RealData.Data(file), MappingFileJson.Read(RealData.Example(example)));

    /// <summary>
    /// What stands in a journal without what differs between two journals of the same facts (ids, positions, instants, hashes): each journey as its
    /// facts in order, and all journeys sorted.
    /// </summary>
    public static async Task<List<string>> ContentAsync(string superuserConnectionString)
    {
        const string Query = """
            select string_agg(version || ' ' || type || ' ' || (data - 'matter')::text, '; ' order by version) as journey
            from journeys.mt_events where type <> 'tombstone' group by stream_id order by journey
            """;
        await using var connection = new NpgsqlConnection(superuserConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Query, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var journeys = new List<string>();
        while (await rows.ReadAsync()) journeys.Add(rows.GetString(0));
        return journeys;
    }

    public static Task<List<string>> ContentAsync(this JournalHouse house) => ContentAsync(house.Database.SuperuserConnectionString);

    /// <summary>A file for the small mapping: so many women, each received and released in turn, her rows apart from each other.</summary>
    public static string WriteStays(this ImportFolder folder, string name, int women, int rowsEach)
    {
        using var file = new StreamWriter(folder.PathOf(name));
        file.WriteLine("id,who,day,kind");
        var first = new DateOnly(2020, 1, 1);
        for (var row = 0; row < rowsEach; row++)
        {
            for (var woman = 0; woman < women; woman++)
                file.WriteLine($"{woman}-{row},w{woman},{first.AddDays(row + (woman % 97)):yyyy-MM-dd},{(row % 2 == 0 ? "in" : "out")}");
        }

        return folder.PathOf(name);
    }
}
