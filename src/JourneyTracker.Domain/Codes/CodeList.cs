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

    public static CodeList Needs { get; } = Load("needs", "code", "name");
