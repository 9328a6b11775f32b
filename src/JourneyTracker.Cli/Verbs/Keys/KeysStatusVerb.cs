using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Secrets;

namespace JourneyTracker.Cli.Verbs.Keys;

/// <summary>Which master keys open the database, and how many journeys' keys are under which wrapping key.</summary>
internal sealed class KeysStatusVerb : Verb
{
    public KeysStatusVerb() : base("status", "Say where the master key comes from, which master keys may open the database, and whether a rotation is at its end")
    {
    }

    protected override Task<int> RunAsync(Session session, CancellationToken cancellation) => AnswerAsync(session, cancellation);

    public static async Task<int> AnswerAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var keys = house.Database.Keys;
        var masters = await keys.MastersAsync(cancellation);
        var wrapping = await keys.StatusAsync(cancellation);
        var toDo = ToDo(keys.Master, masters, wrapping);
        session.Answer(
            new
            {
                From = session.Choice.MasterKey.Place,
                keys.Master,
                MayOpen = masters,
                Wrapping = wrapping.Select(w => new { w.Id, w.Master, w.Created, w.Living, w.Destroyed }),
                ToDo = toDo,
            },
            output =>
            {
                output.WriteLine($"Master key: {keys.Master}, {session.Choice.MasterKey.Place}");
                output.WriteLine($"May open this database: {string.Join(", ", masters)}");
                foreach (var one in wrapping) output.WriteLine($"Wrapping key {one.Id}, made for {one.Master}: {one.Living} journeys' keys, {one.Destroyed} destroyed");
                output.WriteLine(toDo ?? "There is nothing to do.");
            });
        return ExitCode.Done;
    }

    private static string? ToDo(string master, IReadOnlyList<string> masters, IReadOnlyList<KeyStatus> wrapping) => (wrapping.Count, masters.Count) switch
    {
        ( > 1, _) => "A rotation is not at its end: run ./journey keys rotate again, with the same new key.",
        (_, > 1) when wrapping[^1].Master != master => $"Everything is wrapped for {wrapping[^1].Master}, and this program runs with a former key: start every program with the new one.",
        (_, > 1) => "A former master key still opens this database: when every program runs with the new one, run ./journey keys rotate --retire.",
        _ => null,
    };
}
