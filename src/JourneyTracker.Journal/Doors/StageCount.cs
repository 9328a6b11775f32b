using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Journal.Doors;

/// <summary>Counts women by stage on one day.</summary>
internal sealed class StageCount(DateOnly day, CensusBy? by)
{
    private const string NotKnown = "";
    private readonly Dictionary<Stage, int> stages = Empty();
    private readonly SortedDictionary<string, Dictionary<Stage, int>> groups = new(StringComparer.Ordinal);
    private int notYetKnown;

    public void Add(JourneyStatus status) => Add(status, 1);

    /// <summary>Takes one woman out again.</summary>
    public void Remove(JourneyStatus status) => Add(status, -1);

    private void Add(JourneyStatus status, int women)
    {
        if (status.SpellOn(day) is { } spell) Add(spell.Stage, by == CensusBy.Area ? status.AreaOn(day) : spell.Agency, women);
        else notYetKnown += women;
    }

    /// <param name="stage">The stage.</param>
    /// <param name="group">The area or the agency; null when not known.</param>
    /// <param name="women">How many are in both.</param>
    public void Add(Stage stage, string? group, int women)
    {
        stages[stage] += women;
        if (by is null) return;
        if (!groups.TryGetValue(group ?? NotKnown, out var counts)) groups[group ?? NotKnown] = counts = Empty();
        counts[stage] += women;
    }

    /// <summary>Whoever is in none of the stages that were added was not yet known.</summary>
    public void AllAre(long journeys) => notYetKnown = (int)(journeys - stages.Values.Sum());

    public StageCensus ToCensus(DateTimeOffset knownAt, JourneysRead read) => new(
        day, knownAt, read.Position, read.Frozen, notYetKnown, stages, by is null ? null : [.. groups.Where(g => g.Value.Values.Any(women => women > 0)).Select(g => new StageGroup(g.Key, NameOf(g.Key), g.Value))]);

    private string NameOf(string group) => group == NotKnown ? "Not known"
        : by == CensusBy.Area ? CodeList.PoliceForceAreas.LabelOf(group) : group;

    private static Dictionary<Stage, int> Empty() => StageNames.OnBoard.ToDictionary(s => s, _ => 0);
}
