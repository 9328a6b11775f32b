using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Journal.Checking;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Examines the database, changes nothing, and says what to do.</summary>
internal sealed class DoctorVerb : Verb
{
    private readonly Option<int> sample = PlainOptions.Whole("--sample", "How many journeys, taken at random, are folded anew and compared", "N", otherwise: 100, least: 0, most: 1_000_000);

    public DoctorVerb() : base("doctor", "Examine the database without changing anything, and say what is wrong and what to do") => Options.Add(sample);

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        if (!session.Choice.IsThere)
            throw new RefusedException($"There is no private cluster in {session.Choice.DataFolder}.", "--data", "Name the data folder, or a server with --database.");
        await using var opened = session.Choice.ConnectionString is null ? await session.OpenDatabaseAsync(cancellation) : null;
        var checks = await Doctor.ExamineAsync(session.Choice.ToExamine(opened, session.Get(sample)), cancellation);
        var worst = checks.Max(c => c.Verdict);
        session.Answer(new { Verdict = worst, Checks = checks }, output => Write(checks, worst, output));
        return worst == Verdict.Broken ? ExitCode.Refused : ExitCode.Done;
    }

    private static void Write(IReadOnlyList<Check> checks, Verdict worst, TextWriter output)
    {
        var widest = checks.Max(c => c.Name.Length);
        foreach (var check in checks)
        {
            output.WriteLine($"{Word(check.Verdict),-7}  {check.Name.PadRight(widest)}  {check.Found}");
            if (check.ToDo is not null) output.WriteLine($"{new string(' ', widest + 11)}To do: {check.ToDo}");
        }

        output.WriteLine(worst switch
        {
            Verdict.Ok => "Everything is as it should be.",
            Verdict.Warning => "It works. Look at what has a warning.",
            _ => "Something is broken. Begin with the first.",
        });
    }

    private static string Word(Verdict verdict) => verdict switch { Verdict.Ok => "ok", Verdict.Warning => "warning", _ => "BROKEN" };
}
