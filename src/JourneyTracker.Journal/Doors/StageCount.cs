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

    public void Add(JourneyStatus status)
    {
        if (status.SpellOn(day) is not { } spell)
        {
            notYetKnown++;
            return;
        }

        stages[spell.Stage]++;
        if (by is null) return;
        var group = by == CensusBy.Area ? status.AreaOn(day) ?? NotKnown : spell.Agency;
        if (!groups.TryGetValue(group, out var counts)) groups[group] = counts = Empty();
        counts[spell.Stage]++;
    }

    public StageCensus ToCensus(DateTimeOffset knownAt, JourneysRead read) => new(
        day, knownAt, read.Position, read.Frozen, notYetKnown, stages, by is null ? null : [.. groups.Select(g => new StageGroup(g.Key, NameOf(g.Key), g.Value))]);

    private string NameOf(string group) => group == NotKnown ? "Not known"
        : by == CensusBy.Area ? CodeList.PoliceForceAreas.LabelOf(group) : group;

    private static Dictionary<Stage, int> Empty() => StageNames.OnBoard.ToDictionary(s => s, _ => 0);
}
