using System.CommandLine;
using JourneyTracker.Cli.Shell;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Journal.Doors;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Women by stage, as at any day and as known at any instant.</summary>
internal sealed class StagesVerb : Verb
{
    private readonly Option<CensusBy?> by = PlainOptions.OneOf<CensusBy>("--by", "Also by police force area, or by the agency whose record began the stage: area or agency");

    public StagesVerb() : base("stages", "Count women by stage, as at any day and as known at any instant")
    {
        foreach (var option in new Option[] { ReadingOptions.AsAt, ReadingOptions.KnownAt, by, ReadingOptions.Partnership, ReadingOptions.Why }) Options.Add(option);
    }

    protected override async Task<int> RunAsync(Session session, CancellationToken cancellation)
    {
        await using var house = await House.OpenAsync(session, cancellation);
        var caller = await house.CallerAsync(session.Get(ReadingOptions.Partnership), cancellation);
        var census = await house.Reading.StagesAsync(
            caller, session.Get(ReadingOptions.AsAt), session.Get(ReadingOptions.KnownAt), session.Get(by), "journey stages", cancellation)
            ?? throw new RefusedException("You may not count women of this partnership.");
        session.SayIfAny(JourneysRead.InWords(census.Frozen));
        session.Answer(Document(census, session.Get(by)), output => Write(census, output));
        return ExitCode.Done;
    }

    private static object Document(StageCensus census, CensusBy? by) => new
    {
        census.AsAt,
        census.KnownAt,
        census.Position,
        census.Frozen,
        census.NotYetKnown,
        Stages = ByCode(census.Stages),
        By = by,
        Groups = census.Groups?.Select(g => new { g.Code, g.Name, Stages = ByCode(g.Stages) }),
    };

    private static Dictionary<string, int> ByCode(IReadOnlyDictionary<Stage, int> stages) =>
        StageNames.OnBoard.ToDictionary(s => s.Code(), s => stages[s]);

    private static void Write(StageCensus census, TextWriter output)
    {
        output.WriteLine($"Women by stage as at {census.AsAt:yyyy-MM-dd}, as known at {census.KnownAt:yyyy-MM-dd HH:mm} UTC (position {census.Position})");
        WriteCounts(census.Stages, output, "  ");
        output.WriteLine($"  {census.NotYetKnown,7}  not yet known on that day");
        foreach (var group in census.Groups ?? [])
        {
            output.WriteLine($"{group.Name}");
            WriteCounts(group.Stages, output, "  ");
        }
    }

    private static void WriteCounts(IReadOnlyDictionary<Stage, int> stages, TextWriter output, string indent)
    {
        foreach (var stage in StageNames.OnBoard.Where(s => stages[s] > 0)) output.WriteLine($"{indent}{stages[stage],7}  {stage.Words()}");
    }
}
