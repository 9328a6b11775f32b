using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;

namespace JourneyTracker.Web.Outcomes;

/// <summary>
/// Where pages and programs ask which women are behind a figure. The evaluator's store says alone whose records are worth opening; what is said of a woman comes of what the caller may read of her.
/// </summary>
/// <param name="folder">The folder of all stores; null when there are none here.</param>
/// <param name="door">Opens the records, and writes down whose are shown.</param>
/// <param name="clock">Says what today is.</param>
internal sealed class WomenDesk(string? folder, WomenBehindDoor door, TimeProvider clock) : IDisposable
{
    /// <summary>Each answer opens many records.</summary>
    private readonly SemaphoreSlim places = new(1);

    /// <param name="said">Values by the names of <see cref="WomenQuestion.Parameters"/>.</param>
    /// <param name="place">Which page or endpoint.</param>
    /// <returns>Null when the caller knows of no journey here.</returns>
    /// <exception cref="QuestionException">A value cannot be used, or the question cannot be asked.</exception>
    /// <exception cref="NothingBuiltException">There is nothing to ask.</exception>
    public async Task<WomenAnswer?> AskAsync(Caller caller, IReadOnlyDictionary<string, string> said, string place, CancellationToken ct)
    {
        var store = folder is null ? null : new OutcomesStore(folder, caller.Partnership.Name);
        if (store?.Standing() is not { } standing) throw new NothingBuiltException();
        var question = WomenQuestion.Of(said, standing, LondonDay.Of(clock.GetUtcNow()).AddDays(-1));
        await places.WaitAsync(ct);
        try
        {
            var counted = new List<WomanCounted>();
            var read = await door.ReadAsync(
                caller, known => Candidates(store, question, known, ct), question.From,
                women =>
                {
                    var fitting = question.Behind.Among(women, ct).Where(question.Has).ToList();
                    counted.AddRange(fitting);
                    return fitting.Select(w => w.Journey).ToHashSet();
                }, question.Subject, place, ct);
            return read is null ? null : new WomenAnswer(question, standing, [.. counted.Join(read.Women, c => c.Journey, w => w.Journey, (c, w) => (w, c))], read.Next);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private static IReadOnlyList<Domain.Identity.JourneyId> Candidates(OutcomesStore store, WomenQuestion question, IReadOnlyList<Domain.Identity.JourneyId> known, CancellationToken ct)
    {
        var pseudonyms = store.Pseudonyms;
        var byName = known.ToDictionary(pseudonyms.Of);
        using var open = store.Open() ?? throw new NothingBuiltException();
        using var connection = open.Connect();
        return [.. question.Behind.Candidates(connection, ct).Where(byName.ContainsKey).Select(p => byName[p])];
    }
}

/// <summary>Women behind a figure.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Standing">The store that said whose records to open.</param>
/// <param name="Women">A line for each cell in which a woman stands.</param>
/// <param name="Next">What <c>after</c> is for those that were not looked at yet; null when there are none.</param>
internal sealed record WomenAnswer(WomenQuestion Question, Generation Standing, IReadOnlyList<(WomanBehind Woman, WomanCounted Counted)> Women, int? Next);
