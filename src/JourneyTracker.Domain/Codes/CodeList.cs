using System.Collections.Frozen;
using System.Reflection;

namespace JourneyTracker.Domain.Codes;

/// <summary>One code of a list: what it means, where it comes from and how sure we are of it.</summary>
/// <param name="Value">The code as it stands in facts.</param>
/// <param name="Label">What people read.</param>
/// <param name="Source">Where the row comes from.</param>
/// <param name="Confidence">For example verified, partly_verified or unverified.</param>
/// <param name="Group">A coarser group, where the list has one: the stage of a disposal, the group of an ethnicity; else empty.</param>
public sealed record Code(string Value, string Label, string Source, string Confidence, string Group);

/// <summary>A closed list of codes that stands in this assembly as data.</summary>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, Code> codes;

    private CodeList(string name, IReadOnlyList<Code> all)
    {
        Name = name;
        All = all;
        codes = all.ToFrozenDictionary(c => c.Value, StringComparer.Ordinal);
    }

    public static CodeList AgencyTypes { get; } = Load("agency_types", "code", "name");

    public static CodeList AlternativesToRecall { get; } = Load("alternatives_to_recall", "code", "label");

    public static CodeList Disposals { get; } = Load("disposals", "code", "name", "stage");

    public static CodeList EarlyReleaseExclusions { get; } = Load("early_release_exclusions", "code", "label", "kind");

    public static CodeList Ethnicity { get; } = Load("ethnicity", "code", "label", "group_5_plus_1");

    public static CodeList LicenceConditions { get; } = Load("licence_conditions", "code", "label", "kind");

    public static CodeList Needs { get; } = Load("needs", "code", "name");

    public static CodeList OffenceGroups { get; } = Load("offence_groups", "code", "name");

    public static CodeList Pathways { get; } = Load("pathways", "code", "name");

    public static CodeList PoliceForceAreas { get; } = Load("police_force_areas", "gss_code", "ons_name");

    public static CodeList RecallReasons { get; } = Load("recall_reasons", "code", "label");

    public static CodeList RecallRules { get; } = Load("recall_rules", "code", "label", "kind");

    public static CodeList RecallTypes { get; } = Load("recall_types", "code", "name");

    public static CodeList RequirementTypes { get; } = Load("requirement_types", "code", "name");

    public static CodeList WomensPrisons { get; } = Load("womens_prisons", "nomis_agency_id", "name");

    /// <summary>Every list, by name.</summary>
    public static IReadOnlyList<CodeList> Everything { get; } =
    [
        AgencyTypes, AlternativesToRecall, Disposals, EarlyReleaseExclusions, Ethnicity, LicenceConditions, Needs, OffenceGroups, Pathways, PoliceForceAreas, RecallReasons, RecallRules,
        RecallTypes, RequirementTypes, WomensPrisons,
    ];

    public string Name { get; }

    public IReadOnlyList<Code> All { get; }

    public bool Has(string code) => codes.ContainsKey(code);

    /// <summary>What people read for the code; the code itself when the list does not know it.</summary>
    public string LabelOf(string code) => codes.TryGetValue(code, out var found) ? found.Label : code;

    public Code? Find(string code) => codes.GetValueOrDefault(code);

    private static CodeList Load(string name, string codeColumn, string labelColumn, string groupColumn = "")
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".csv")
            ?? throw new InvalidOperationException($"The code list {name} is not in this assembly.");
        using var reader = new StreamReader(stream);
        var rows = CodeListCsv.Rows(reader.ReadToEnd()).ToList();
        var header = rows[0];
        int Column(string column) => Array.IndexOf(header, column);
        string Cell(string[] row, int column) => column >= 0 && column < row.Length ? row[column] : "";
        var (code, label, source, group) = (Column(codeColumn), Column(labelColumn), Column("source"), Column(groupColumn));
        var confidence = Array.FindIndex(header, c => c.StartsWith("confidence", StringComparison.Ordinal));
        return new CodeList(name, [.. rows.Skip(1).Select(r => new Code(Cell(r, code), Cell(r, label), Cell(r, source), Cell(r, confidence), Cell(r, group)))]);
    }
}
