using System.CommandLine;
using JourneyTracker.Cli.Dates;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Law;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>What the law of a day says of release, licence, curfew, recall and orders: for one woman, or for a file of cases.</summary>
internal sealed class DatesVerb : Verb
{
    private readonly Option<string?> cases = new("--cases") { Description = "A file of release-date cases (CSV): count how often the law gives the dates they state", HelpName = "FILE" };
    private readonly Option<string?> output = new("--out") { Description = "With --cases: write the file again, with the dates that the law gives", HelpName = "FILE" };
    private readonly Option<string?> explain = new("--explain") { Description = "With --cases: show every step for one case", HelpName = "CASE" };
    private readonly Option<string?> journey = JourneyArgument.Option("--journey", "The journey, its id or its short name: work out one woman's dates from her recorded facts");
    private readonly Option<DateOnly?> lawOn = ReadingOptions.Day("--law-on", "With --journey: the day whose law applies, as 2024-03-01; today when not said");
    private readonly Option<string[]> with = new("--with") { Description = "With --journey: also apply a part of the law that is not confirmed", HelpName = "PART", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> without = new("--without") { Description = "With --journey: leave a part of the law out", HelpName = "PART", AllowMultipleArgumentsPerToken = true };

    public DatesVerb() : base("dates", "Work out release and other dates under the law of a day, with every step")
    {
        foreach (var option in new Option[] { cases, output, explain, journey, lawOn, with, without, ReadingOptions.AsAt, ReadingOptions.KnownAt, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        var file = session.Get(cases);
        if ((file is null) == (session.Get(journey) is null))
            throw new RefusedException("Say either --cases FILE or --journey ID.", how: "See ./journey dates --help.") { IsWrongUsage = true };
        if (file is not null) return AnswerCases(session, file);
        await AnswerJourneyAsync(session, session.Get(journey)!, cancellation);
        return ExitCode.Done;
    }

    private int AnswerCases(Session session, string file)
    {
        var read = CaseFile.Read(file);
        var report = new CaseReport([.. read.Rows.Select(CaseResult.Of)], read.Faults);
        CaseResult? explained = null;
        if (session.Get(explain) is { } name)
            explained = report.Results.FirstOrDefault(r => r.Case.Name == name) ?? throw new RefusedException($"There is no case {name}.", file, "Write it as it stands in the column case.");
        if (session.Get(output) is { } path) CaseFile.Write(path, report.Results);
        session.Answer(report.Document(explained), words =>
        {
            if (explained is null) report.Write(words);
            else AnswerWords.Write(explained.Answer, words);
        });
        session.SayIfAny(read.FaultsInWords);
        return read.Faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private async Task AnswerJourneyAsync(Session session, string named, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var id = await house.JourneyAsync(caller, named, cancellation);
        var reading = await house.Reading.JourneyAsync(caller, id, session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), "journey dates", cancellation)
            ?? throw JourneyArgument.NotHere(named);
        session.SayIfAny(reading.FrozenFrom is null ? null : JourneyReading.FrozenInWords);
        var law = LawFor(session.Get(lawOn) ?? LondonDay.Of(House.Now), session.Get(with) ?? [], session.Get(without) ?? []);
        var dates = JourneyDates.Of(reading, law);
        session.Answer(dates.Document(), dates.Write);
    }

    private static LawOfDay LawFor(DateOnly day, string[] on, string[] off)
    {
        try
        {
            return LawOfDay.Of(day).With(on).Without(off);
        }
        catch (ArgumentException unknown)
        {
            throw new RefusedException(unknown.Message.Split('\n')[0].Split(" (Parameter")[0], "--with or --without", "Name one of these.") { IsWrongUsage = true };
        }
    }
}
