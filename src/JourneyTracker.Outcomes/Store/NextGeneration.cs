using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Outcomes.Store;

/// <summary>A generation that is being made. It is there for nobody until it is complete, and gone when it is not.</summary>
public sealed class NextGeneration : IDisposable
{
    private const string Prefix = "new_";
    private const string Replaced = "replaced";

    /// <summary>Facts of one kind stand together, by day: a measure then reads of its own kinds alone, and of its period.</summary>
    private const string Sorted = "fact";
    private const string Order = " order by name, day, person, seq";

    /// <summary>What does not fit waits on the disk, beside the file.</summary>
    private const string Memory = "512MB";
    private readonly OutcomesStore store;
    private readonly string path;
    private readonly int number;
    private readonly FileStream held;
    private readonly DuckDatabase database;
    private readonly DuckConnection connection;
    private readonly StoreWriter writer;
    private readonly Pseudonyms pseudonyms;
    private readonly List<long>? replaced;

    internal NextGeneration(OutcomesStore store, string path, int number, bool takesOver, string? before, FileStream held)
    {
        (this.store, this.path, this.number, this.held, pseudonyms) = (store, path, number, held, store.Pseudonyms);
        database = DuckDatabase.Open(path, DuckAccess.Write, memory: Memory);
        connection = database.Connect();
        if (!takesOver)
        {
            StoreTables.Make(connection);
            if (before is not null) connection.Execute($"attach '{before.Replace("'", "''", StringComparison.Ordinal)}' as before (read_only); insert into attribute select * from before.attribute; detach before");
        }

        // Rows of a journey that is replaced go before the new ones come; and they come in the order in which they are looked for.
        replaced = takesOver ? [] : null;
        connection.Execute($"create temp table {Replaced} (person bigint not null)");
        foreach (var table in StoreWriter.Tables) connection.Execute($"create temp table {Prefix}{table} as select * from {table} limit 0");
        writer = new StoreWriter(connection, pseudonyms, Prefix);
    }

    /// <summary>Women written so far.</summary>
    public long Women => writer.Women;

    /// <summary>Facts written so far.</summary>
    public long Facts => writer.Facts;

    /// <summary>Writes one journey, in the place of what was there of it.</summary>
    public void Put(JourneyId id, EffectiveJourney journey, JourneyStatus status)
    {
        Remove(id);
        writer.Add(id, journey, status);
    }

    /// <summary>Takes a journey out: it was merged into another, or went to another partnership.</summary>
    public void Remove(JourneyId id) => replaced?.Add(pseudonyms.Of(id));

    /// <summary>Writes what an evaluator's file says, in the place of all that the same source said before.</summary>
    /// <param name="source">The system that it comes from.</param>
    /// <param name="values">What it says.</param>
    /// <exception cref="DuckException">It does not fit.</exception>
    public void PutAttributes(string source, IEnumerable<AttributeValue> values)
    {
        connection.Query("delete from attribute where source = $source", new Dictionary<string, object?> { ["source"] = source });
        using var appender = connection.Append("attribute");
        foreach (var value in values) appender.Add(pseudonyms.Of(value.Journey)).Add(source).Add(value.Name).Add(value.Value).End();
        appender.Complete();
    }

    /// <summary>Writes what a rule would have said on past days, in the place of all that was said before.</summary>
    public void PutScores(IEnumerable<ScoreThen> scores)
    {
        connection.Execute("delete from score");
        using var appender = connection.Append("score");
        foreach (var s in scores) appender.Add(pseudonyms.Of(s.Journey)).Add(s.Rule).Add(s.LicenceFrom).Add(s.Day).Add((long)s.Points).Add(s.Needed).Add(s.ByTheSource).End();
        appender.Complete();
    }

    /// <summary>Lets the generation take the place of the current one.</summary>
    /// <param name="position">The position up to which facts are in it.</param>
    /// <param name="now">The instant.</param>
    /// <param name="frozen">How many journeys it has in part.</param>
    /// <param name="published">How long the periods are about which its figures are published; as in the current generation when null.</param>
    /// <exception cref="DuckException">Two women would have the same pseudonym, or the disk is full; the current generation stays.</exception>
    /// <param name="anew">Everything is published again from it, in the place of all editions.</param>
    public Generation Complete(long position, DateTimeOffset now, int frozen, PublishedLength? published = null, bool anew = false)
    {
        var (women, facts) = Close(position);
        return store.Swap(path, number, position, now, women, facts, frozen, published, anew);
    }

    /// <summary>Lets the generation take the place of an edition's file.</summary>
    /// <param name="edition">It, as it was made before.</param>
    /// <param name="frozen">How many journeys it has in part.</param>
    /// <exception cref="DuckException">As for <see cref="Complete"/>.</exception>
    public Generation CompleteAgain(Generation edition, int frozen)
    {
        var (women, facts) = Close(edition.Position);
        return store.SwapAgain(path, edition with { Folds = OutcomesStore.Folds, Tables = OutcomesStore.Tables, Women = women, Facts = facts, Frozen = frozen, Law = LawData.Mark });
    }

    public void Dispose()
    {
        Close();
        OutcomesStore.Remove(path);
        held.Dispose();
    }

    private (long Women, long Facts) Close(long position)
    {
        writer.Complete();
        if (replaced is not null) Delete(replaced);
        if (replaced is not null && store.Standing()?.Position != position) connection.Execute("delete from score");
        foreach (var table in StoreWriter.Tables) connection.Execute($"insert into {table} select * from {Prefix}{table}{(table == Sorted ? Order : "")}; drop table {Prefix}{table}");
        StoreTables.Derive(connection);
        if ((long)One("select count(*) - count(distinct person) from person")! != 0) throw new DuckException("Two women would have the same pseudonym: delete the folder of the store, with its key, and build it again.");
        var (women, facts) = ((long)One("select count(*) from person")!, (long)One("select count(*) from fact")!);
        connection.Execute("checkpoint");
        Close();
        return (women, facts);
    }

    private void Delete(List<long> persons)
    {
        using (var appender = connection.Append(Replaced))
        {
            foreach (var person in persons) appender.Add(person).End();
            appender.Complete();
        }

        foreach (var table in StoreWriter.Tables) connection.Execute($"delete from {table} where person in (select person from {Replaced})");
    }

    private void Close()
    {
        writer.Dispose();
        connection.Dispose();
        database.Dispose();
    }

    private object? One(string sql) => connection.Query(sql).Rows[0][0];
}
