using System.Reflection;
using JourneyTracker.Journal.Partnerships;

namespace JourneyTracker.Journal.Events;

/// <summary>Which journal a program records through. The tables are the same, so programs that chose differently work side by side on one database.</summary>
/// <param name="Name">What was set.</param>
public sealed record JournalChoice(string Name)
{
    /// <summary>The environment variable that sets it.</summary>
    public const string Variable = "JOURNEY_JOURNAL";

    private const string OtherMakes = "JourneyTracker.CritterStack";

    /// <summary>The journal of our own.</summary>
    public static JournalChoice Own { get; } = new("own");

    /// <summary>What the environment says; our own when it says nothing.</summary>
    public static JournalChoice Here => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? new(named) : Own;

    /// <summary>Whether this program was built with Marten.</summary>
    public static bool MartenIsHere => OtherMaker() is not null;

    /// <exception cref="JournalChoiceException">There is no such journal, or this program was built without it.</exception>
    internal async Task<TableJournal> MakeAsync(JournalParts parts, CancellationToken ct)
    {
        if (this == Own) return new PostgresJournal(parts.Sources, parts.Preparation, parts.Bell, AppendBounds.Usual, parts.LoadsYield);
        var maker = OtherMaker() ?? throw new JournalChoiceException(
            $"The journal \"{Name}\" is not in this program: it was built without Marten. Build it with -p:CritterStack=true (docs/marten.md), or set {Variable} to \"{Own.Name}\".");
        return await maker.MakeAsync(Name, parts, ct) ?? throw new JournalChoiceException(
            $"There is no journal called \"{Name}\". Set {Variable} to one of: {string.Join(", ", maker.Names.Prepend(Own.Name))}.");
    }

    private static IJournalMaker? OtherMaker()
    {
        try
        {
            return Assembly.Load(OtherMakes).GetCustomAttribute<JournalMakerAttribute>()?.Make();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>The journal that was chosen is not there. The message is fit for the person who started the program.</summary>
public sealed class JournalChoiceException(string message) : Exception(message);

/// <summary>What a journal is made from.</summary>
internal sealed record JournalParts(DataSources Sources, PartnershipRegister Partnerships, Preparation Preparation, Bell Bell, bool LoadsYield);

/// <summary>Makes journals of another make than ours.</summary>
internal interface IJournalMaker
{
    IReadOnlyList<string> Names { get; }

    /// <summary>Null when it makes none of that name.</summary>
    Task<TableJournal?> MakeAsync(string name, JournalParts parts, CancellationToken ct);
}

/// <summary>Says which type of an assembly makes journals.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class JournalMakerAttribute(Type maker) : Attribute
{
    public Type Maker => maker;

    public IJournalMaker Make() => (IJournalMaker)Activator.CreateInstance(maker)!;
}
