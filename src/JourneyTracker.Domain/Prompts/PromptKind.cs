using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Domain.Prompts;

/// <summary>A reason why somebody is needed (safeguards S12: it goes to whoever can help, names the help, and expires). Data: <c>prompt_kinds.csv</c>.</summary>
/// <param name="Code">For example <c>release-address</c>.</param>
/// <param name="Group">What it is about.</param>
/// <param name="For">Whom it is for: codes of the list agency_types, and WORKER, COORDINATOR and OWN.</param>
/// <param name="Before">How many days before the day that matters it is first shown; where it begins with a record, how many days later it is due.</param>
/// <param name="After">For how many days after that day it is still shown.</param>
/// <param name="Words">What is needed, with {day} for the day.</param>
/// <param name="Help">What could be done.</param>
/// <param name="Rule">The rule or measure behind it; JT-TODAY where it is our own choice alone.</param>
/// <param name="Source">Where the rule stands.</param>
/// <param name="Confidence">How sure we are of it.</param>
/// <param name="DaysBasis">Where the numbers of days come from.</param>
public sealed record PromptKind(
    string Code, PromptGroup Group, IReadOnlySet<string> For, int Before, int After, string Words, string Help, string Rule, string Source, string Confidence, string DaysBasis)
{
    /// <summary>Her own keyworker or responsible officer.</summary>
    public const string Worker = "WORKER";

    /// <summary>The partnership's coordinator.</summary>
    public const string Coordinator = "COORDINATOR";

    /// <summary>Only who may read what support would help her (safeguards S1).</summary>
    public const string Own = "OWN";

    public static IReadOnlyList<PromptKind> All { get; } = Load();

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static PromptKind Of(string code) => All.FirstOrDefault(k => k.Code == code) ?? throw new ArgumentException($"There is no kind of prompt '{code}'.", nameof(code));

    /// <summary>Whether it is for the caller. What it rests on the caller must be able to see besides.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="isHerWorker">Whether she is one of the women the caller works with.</param>
    /// <param name="maySeeSupport">Whether the caller may read what support would help her.</param>
    public bool IsFor(Caller caller, bool isHerWorker, bool maySeeSupport)
    {
        if (For.Contains(Own)) return maySeeSupport;
        return caller.Role switch
        {
            Role.Auditor => true,
            Role.Coordinator => For.Contains(Coordinator),
            Role.Practitioner => (isHerWorker && For.Contains(Worker)) || For.Contains(caller.AgencyType),
            _ => false,
        };
    }

    private static List<PromptKind> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("prompt_kinds.csv") ?? throw new InvalidOperationException("The kinds of prompts are not in this assembly.");
        using var reader = new StreamReader(stream);
        return [.. CodeListCsv.Rows(reader.ReadToEnd()).Skip(1).Select(r => new PromptKind(
            r[0], Enum.Parse<PromptGroup>(r[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), r[2].Split(';').ToFrozenSet(StringComparer.Ordinal),
            int.Parse(r[3], CultureInfo.InvariantCulture), int.Parse(r[4], CultureInfo.InvariantCulture), r[5], r[6], r[7], r[8], r[9], r[10]))];
    }
}
