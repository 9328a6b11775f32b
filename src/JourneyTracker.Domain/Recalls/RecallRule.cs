using System.Globalization;
using System.Reflection;
using JourneyTracker.Domain.Codes;

namespace JourneyTracker.Domain.Recalls;

/// <summary>One row of <c>recall_law.csv</c>: which recall the law of some days allows or requires.</summary>
/// <param name="Id">The rule's id, for example REC-06.</param>
/// <param name="From">The first day of a recall decision to which it applies.</param>
/// <param name="To">The last such day; null while it is in force.</param>
/// <param name="Who">Whether it is for adult sentences, for section 250 sentences, or for all.</param>
/// <param name="ShorterThanMonths">Only for sentences shorter than so many months; null for all.</param>
/// <param name="StandsAside">The questions that, answered yes, stand against <paramref name="Required"/>.</param>
/// <param name="Required">The kind of recall that must be used when nothing stands against it (list recall_types); null when there is a choice.</param>
/// <param name="Otherwise">The kinds that may be used when something does, or when there is a choice; when it is one, it must be used.</param>
/// <param name="Words">The rule in plain words.</param>
/// <param name="Source">Where it is stated.</param>
/// <param name="Confidence">How sure we are of it.</param>
public sealed record RecallRule(
    string Id, DateOnly From, DateOnly? To, RecallRule.Group Who, int? ShorterThanMonths, IReadOnlyList<RecallQuestion> StandsAside,
    string? Required, IReadOnlyList<string> Otherwise, string Words, string Source, string Confidence)
{
    /// <summary>Whose recalls a rule is about.</summary>
    public enum Group
    {
        All,
        Adult,
        Young,
    }

    /// <summary>Every rule, in the order in which they are looked through: the first that applies counts.</summary>
    public static IReadOnlyList<RecallRule> All { get; } = Load();

    /// <summary>Whether it decides a recall of this case on that day.</summary>
    public bool AppliesTo(RecallCase recall, DateOnly day) =>
        From <= day && (To is null || day <= To)
        && (Who == Group.All || Who == Group.Young == recall.YoungOffender)
        && (ShorterThanMonths is not { } months || recall.IsShorterThan(months));

    private static List<RecallRule> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("recall_law.csv") ?? throw new InvalidOperationException("The law of recalls is not in this assembly.");
        using var reader = new StreamReader(stream);
        return [.. CodeListCsv.Rows(reader.ReadToEnd()).Skip(1).Select(Read)];
    }

    private static RecallRule Read(string[] row) => new(
        row[0], Day(row[1]), row[2].Length == 0 ? null : Day(row[2]), Enum.Parse<Group>(row[3], ignoreCase: true),
        row[4].Length == 0 ? null : int.Parse(row[4], CultureInfo.InvariantCulture), [.. row[5].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(RecallQuestion.Of)],
        row[6].Length == 0 ? null : row[6], row[7].Split('|'), row[8], row[9], row[10]);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
