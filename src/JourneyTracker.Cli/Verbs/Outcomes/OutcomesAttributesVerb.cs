using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Cli.Verbs.Outcomes;

/// <summary>Puts what an evaluator's own file says of women beside them in the store. Nothing of it goes into the journal.</summary>
internal sealed class OutcomesAttributesVerb : Verb
{
    private const int AtOnce = 1_000;
    private readonly Argument<string> file = new("FILE") { Description = "A CSV file with a header, one row per woman" };
    private readonly Option<string> person = new("--person") { Description = "The column that names her, as the import's mapping did", HelpName = "COLUMN", Required = true };
    private readonly Option<string> source = new("--source") { Description = "The system that her name comes from: the mapping's source", HelpName = "NAME", Required = true };

    public OutcomesAttributesVerb() : base("attributes", "Put the columns of a file beside the women of the store: scores, cohorts, follow-up that nobody records here")
    {
        Arguments.Add(file);
        foreach (var option in new Option[] { person, source, ReadingOptions.Partnership }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var (path, column, from) = (session.Get(file)!, session.Get(person)!, session.Get(source)!);
        if (!File.Exists(path)) throw new RefusedException($"There is no file {path}.", how: "Name a CSV file.");
        await using var stores = await Stores.OpenAsync(session, cancellation);
        var standing = stores.Store.Standing() ?? throw Stores.NothingBuilt;
        if (!stores.Store.CanTakeOver) throw new RefusedException("The store was built by another version.", how: "Build it again with ./journey outcomes build.");
        var rows = Read(path, column);
        var (values, unknown) = await FindAsync(stores, from, rows, cancellation);
        using var next = stores.Store.Begin(takesOver: true);
        if (stores.Store.Standing()?.Number != standing.Number) throw new RefusedException("The store was built again meanwhile.", how: "Say it once more.");
        next.PutAttributes($"{from}/{Path.GetFileName(path)}", values);
        var generation = next.Complete(standing.Position, standing.BuiltAt, standing.Frozen);
        session.Answer(new { generation, Rows = rows.Count, Values = values.Count, NotHere = unknown }, output =>
        {
            output.WriteLine($"{values.Count:n0} values of {rows.Count - unknown:n0} women stand beside them as {from}/{Path.GetFileName(path)}.");
            if (unknown > 0) output.WriteLine($"{unknown:n0} rows name nobody who is here.");
        });
        return ExitCode.Done;
    }

    private static IReadOnlyList<(string Person, IReadOnlyList<(string Name, string Value)> Values)> Read(string path, string person)
    {
        try
        {
            return AttributeFile.Read(path, person);
        }
        catch (Exception wrong) when (wrong is DuckException or ArgumentException)
        {
            throw new RefusedException($"{path} cannot be read: {wrong.Message}", how: "Give a CSV file in UTF-8 with a header, and name the column that names her with --person.");
        }
    }

    private static async Task<(List<AttributeValue> Values, int Unknown)> FindAsync(
        Stores stores, string source, IReadOnlyList<(string Person, IReadOnlyList<(string Name, string Value)> Values)> rows, CancellationToken ct)
    {
        var (values, unknown) = (new List<AttributeValue>(), 0);
        foreach (var chunk in rows.Chunk(AtOnce))
        {
            var found = await stores.House.Database.Vault.FindAsync(stores.Caller.Partnership, [.. chunk.Select(r => new PersonKey(source, r.Person))], ct);
            foreach (var (row, journey) in chunk.Zip(found))
            {
                if (journey is { } id) values.AddRange(row.Values.Select(v => new AttributeValue(id, v.Name, v.Value)));
                else unknown++;
            }
        }

        return (values, unknown);
    }
}
