using System.Security.Cryptography;
using System.Text.RegularExpressions;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Outcomes.Measures;

/// <summary>
/// Which women are behind the figures of a measure, for somebody who may read their records. The measure is asked anew of what they may read, so that nothing is said of a woman that her record does not say to them: what is sealed, spent
/// or another agency's changes no answer (safeguards S5, S10, S15).
/// </summary>
/// <param name="measure">One that has an answer.</param>
/// <param name="period">The days that it is about.</param>
/// <param name="by">A breakdown of it; null for none.</param>
public sealed partial class WomenBehind(MeasureDefinition measure, MeasurePeriod period, string? by)
{
    private static readonly string[] Stays = ["spell", "custody"];
    private static readonly HashSet<string> Facts = [.. FactCatalogue.All.Select(k => k.Name[..k.Name.LastIndexOf('.')])];

    /// <summary>
    /// The women of whom something could be counted, because facts of a kind that it looks at are on record. It says nothing of what is counted: more facts only make more women of it, so that nothing that a caller
    /// may not read takes one out.
    /// </summary>
    /// <returns>Their pseudonyms, in one order for good.</returns>
    public IReadOnlyList<long> Candidates(DuckConnection store, CancellationToken ct)
    {
        var own = measure.Own!.Value.Sql;
        var names = measure.RestsOn.SelectMany(g => g).Concat(Quoted().Matches(own).Select(m => m.Groups[1].Value).Where(Facts.Contains)).Distinct();
        // Whoever stays somewhere came there earlier.
        var since = Stays.Any(t => own.Contains(t, StringComparison.Ordinal)) ? DateOnly.MinValue : period.From;
        var found = store.Query(
            "select distinct person from fact where list_contains(string_split($names, ','), name) and (day >= $since::date or accuracy = 'unknown') order by person",
            new Dictionary<string, object?> { ["names"] = string.Join(',', names), ["since"] = MeasurePeriod.Text(since) }, ct);
        return [.. found.Rows.Select(r => (long)r[0]!)];
    }

    /// <summary>Asks the measure of some women.</summary>
    /// <param name="women">Each with what counts of her.</param>
    /// <returns>A line for each cell of the measure in which a woman stands.</returns>
    /// <exception cref="QuestionException">The measure is not broken down by that.</exception>
    public IReadOnlyList<WomanCounted> Among(IEnumerable<(JourneyId Id, EffectiveJourney Journey)> women, CancellationToken ct)
    {
        using var database = DuckDatabase.Open(null, DuckAccess.Write);
        using var connection = database.Connect();
        var (names, byName) = (new Pseudonyms(RandomNumberGenerator.GetBytes(Pseudonyms.KeySize)), new Dictionary<long, JourneyId>());
        StoreTables.Make(connection);
        using (var writer = new StoreWriter(connection, names, prefix: ""))
        {
            foreach (var (id, journey) in women)
            {
                byName[names.Of(id)] = id;
                writer.Add(id, journey, JourneyStatus.Of(journey));
            }

            writer.Complete();
        }

        StoreTables.Derive(connection);
        return [.. measure.WomenQuestion(period, by).Ask(connection, ct).Rows.Select(r => new WomanCounted(byName[(long)r[0]!], (string)r[1]!, (string)r[2]!, Words((string)r[3]!), (long)r[4]!))];
    }

    /// <summary>A thing of so many things, or of a time in which it came about, is as any that counts.</summary>
    private static string Words(string answer) => answer is "of" or "event" ? "counted" : answer;

    [GeneratedRegex("'([a-z-]+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}

/// <summary>A woman in one cell of a measure.</summary>
/// <param name="Journey">Hers.</param>
/// <param name="Kind">What is counted, as in the measure's own rows.</param>
/// <param name="Part">Of which group of the breakdown; <c>all</c> when there is none.</param>
/// <param name="Answer">counted, yes, no, missing, not-asked, not-run or left-out.</param>
/// <param name="Times">How many things of hers stand in it.</param>
public sealed record WomanCounted(JourneyId Journey, string Kind, string Part, string Answer, long Times)
{
    /// <summary>Every answer, as <see cref="Answer"/>.</summary>
    public static IReadOnlyList<string> Answers { get; } = ["counted", "yes", "no", "missing", "not-asked", "not-run", "left-out"];

    /// <summary>An answer, for people.</summary>
    public static string InWords(string answer) => answer switch
    {
        "counted" => "Counted",
        "yes" => "Yes",
        "no" => "No",
        "missing" => "Not known",
        "not-asked" => "Not asked",
        "not-run" => "Follow-up has not run",
        _ => "Left out",
    };
}
