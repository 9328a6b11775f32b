using System.Globalization;
using System.Security.Cryptography;
using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Time;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Outcomes.Measures;
using JourneyTracker.Outcomes.Questions;
using JourneyTracker.Outcomes.Store;
using Microsoft.AspNetCore.DataProtection;

namespace JourneyTracker.Web.Outcomes;

/// <summary>
/// Where pages and programs ask which women are behind a figure. The evaluator's store says alone whose records are worth opening; what is said of a woman comes of what the caller may read of her.
/// </summary>
/// <param name="folder">The folder of all stores; null when there are none here.</param>
/// <param name="door">Opens the records, and writes down whose are shown.</param>
/// <param name="protection">Seals where a page ended, so that nobody can count who was looked at.</param>
/// <param name="clock">Says what today is.</param>
internal sealed class WomenDesk(string? folder, WomenBehindDoor door, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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
        if (standing.Tables != OutcomesStore.Tables) throw new QuestionException("The store was built by another version: build it again with ./journey outcomes build.");
        var question = WomenQuestion.Of(said, standing, LondonDay.Of(clock.GetUtcNow()).AddDays(-1));
        var (protector, pseudonyms) = (protection.CreateProtector("women-behind", caller.Partnership.Name, caller.Agency, caller.Person), store.Pseudonyms);
        var after = question.After is { } sealedPlace ? Open(protector, sealedPlace) : (long?)null;
        await places.WaitAsync(ct);
        try
        {
            var (counted, begun) = (new List<WomanCounted>(), clock.GetTimestamp());
            var read = await door.ReadAsync(
                caller, known => Candidates(store, question, pseudonyms, known, after, ct),
                women =>
                {
                    if (clock.GetElapsedTime(begun) > Patience) throw new QuestionException("This takes too long in one piece: say a shorter period.") { Parameter = "from" };
                    var fitting = question.Behind.Among(women, ct).Where(question.Has).ToList();
                    counted.AddRange(fitting);
                    return fitting.Select(w => w.Journey).ToHashSet();
                }, question.Subject, place, ct);
            return read is null ? null : new WomenAnswer(
                question, standing, [.. counted.Join(read.Women, c => c.Journey, w => w.Journey, (c, w) => (w, c))], read.HasMore ? protector.Protect(pseudonyms.Of(read.Women[^1].Journey).ToString(CultureInfo.InvariantCulture)) : null);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private static long Open(IDataProtector protector, string sealedPlace)
    {
        try
        {
            return long.Parse(protector.Unprotect(sealedPlace), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            throw new QuestionException("after is not what the page before said: begin again without it.") { Parameter = "after" };
        }
    }

    private static IReadOnlyList<JourneyId> Candidates(OutcomesStore store, WomenQuestion question, Pseudonyms pseudonyms, IReadOnlyList<JourneyId> known, long? after, CancellationToken ct)
    {
        var byName = known.ToDictionary(pseudonyms.Of);
        using var open = store.Open() ?? throw new NothingBuiltException();
        using var connection = open.Connect();
        return [.. question.Behind.Candidates(connection, ct).Where(p => (after is null || p > after) && byName.ContainsKey(p)).Select(p => byName[p])];
    }
}

/// <summary>Women behind a figure.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Standing">The store that said whose records to open.</param>
/// <param name="Women">A line for each cell in which a woman stands.</param>
/// <param name="Next">What <c>after</c> is for those who come next, sealed for the caller; null when there are none.</param>
internal sealed record WomenAnswer(WomenQuestion Question, Generation Standing, IReadOnlyList<(WomanBehind Woman, WomanCounted Counted)> Women, string? Next);
