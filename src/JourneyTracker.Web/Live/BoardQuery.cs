using System.Globalization;
using System.Text.Json;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>What of a board is asked for, as it stands in its address.</summary>
/// <param name="Filter">Which women.</param>
/// <param name="Stages">Which columns; none means all.</param>
/// <param name="Whole">The stage of which more cards are wanted than the first.</param>
internal sealed record BoardQuery(BoardFilter Filter, IReadOnlyList<Stage> Stages, Stage? Whole = null)
{
    private const int LongestAgency = 200;

    public static BoardQuery All { get; } = new(BoardFilter.None, []);

    public bool IsAll => Filter == BoardFilter.None && Stages.Count == 0;

    public IEnumerable<Stage> Columns => Stages.Count == 0 ? StageNames.OnBoard : StageNames.OnBoard.Where(Stages.Contains);

    /// <summary>What cannot be understood filters nothing.</summary>
    public static BoardQuery Of(IQueryCollection query)
    {
        var area = Text(query, "area");
        var agency = Text(query, "agency");
        var known = int.TryParse(Text(query, "known"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : (int?)null;
        return new BoardQuery(
            new BoardFilter(area is not null && CodeList.PoliceForceAreas.Has(area) ? area : null, agency?.Length <= LongestAgency && !agency.Any(char.IsControl) ? agency : null, CameOf(Text(query, "came")), known),
            [.. query["stage"].OfType<string>().Select(StageNames.Find).OfType<Stage>().Distinct().Order()],
            StageNames.Find(Text(query, "all") ?? ""));
    }

    /// <summary>As an address says it, without the question mark; empty for the whole board.</summary>
    public override string ToString()
    {
        var parts = new List<(string Name, string? Value)>
        {
            ("area", Filter.Area), ("agency", Filter.Agency), ("came", Filter.Came is { } came ? CodeOf(came) : null), ("known", Filter.KnownYear?.ToString(CultureInfo.InvariantCulture)),
        };
        parts.AddRange(Stages.Select(s => ("stage", (string?)s.Code())));
        return string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    /// <summary>The address of a page of the board with this filter.</summary>
    public string At(string path, string? more = null) =>
        string.Join('&', new[] { ToString(), more }.Where(p => !string.IsNullOrEmpty(p))) is { Length: > 0 } query ? $"{path}?{query}" : path;

    public static string CodeOf(CameToStage came) => JsonNamingPolicy.KebabCaseLower.ConvertName(came.ToString());

    private static CameToStage? CameOf(string? code) => Enum.GetValues<CameToStage>().Cast<CameToStage?>().FirstOrDefault(c => CodeOf(c!.Value) == code);

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
}
