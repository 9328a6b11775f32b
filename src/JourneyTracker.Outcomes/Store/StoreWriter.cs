using System.Globalization;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Duck;
using JourneyTracker.Projections.Movements;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Outcomes.Store;

/// <summary>Writes journeys into a generation, row by row.</summary>
public sealed class StoreWriter : IDisposable
{
    private readonly Pseudonyms pseudonyms;
    private readonly Dictionary<string, DuckAppender> tables;

    internal StoreWriter(DuckConnection connection, Pseudonyms pseudonyms, string prefix)
    {
        this.pseudonyms = pseudonyms;
        tables = Tables.ToDictionary(t => t, t => connection.Append(prefix + t));
    }

    /// <summary>The tables that are made from a journey.</summary>
    internal static IReadOnlyList<string> Tables { get; } = ["person", "fact", "spell", "movement", "custody", "episode", "pathway"];

    public long Women { get; private set; }

    public long Facts { get; private set; }

    /// <param name="id">Whose it is.</param>
    /// <param name="journey">What counts of it; what is sealed is left out.</param>
    /// <param name="status">What follows from it.</param>
    public void Add(JourneyId id, EffectiveJourney journey, JourneyStatus status)
    {
        if (journey.KnownFrom is not { } from) return;
        var person = pseudonyms.Of(id);
        AddPerson(person, from, journey, status);
        for (var i = 0; i < journey.Facts.Count; i++) AddFact(person, i + 1, journey.Facts[i], status);
        AddSpells(person, status);
        AddCustody(person, status);
        AddEpisodes(person, journey);
        AddPathways(person, journey);
        Women++;
        Facts += journey.Facts.Count;
    }

    /// <summary>Writes what is left.</summary>
    public void Complete()
    {
        foreach (var table in tables.Values) table.Complete();
    }

    public void Dispose()
    {
        foreach (var table in tables.Values) table.Dispose();
    }

    private void AddPerson(long person, DateOnly from, EffectiveJourney journey, JourneyStatus status)
    {
        var ethnicity = journey.Facts.Select(f => (f.Fact as CharacteristicsRecorded)?.Ethnicity).LastOrDefault(e => e is not null);
        tables["person"].Add(person).Add(ethnicity).Add(status.Areas.Count == 0 ? null : status.Areas[^1].Area).Add(from)
            .Add(journey.Facts.LastOrDefault(f => f.Fact is Died)?.Day).Add(journey.Facts.LastOrDefault(f => f.Fact is LeftArea)?.Day).End();
    }

    private void AddFact(long person, int seq, EffectiveFact fact, JourneyStatus status)
    {
        var kind = FactCatalogue.Of(fact.Fact);
        tables["fact"].Add(person).Add(seq).Add(fact.Day).Add(Codes<Precision>.Of(fact.Fact.HappenedOn.Precision)).Add(kind.Name[..kind.Name.LastIndexOf('.')]).Add(Codes<Family>.Of(kind.Family))
            .Add(fact.Latest.RecordedBy.Agency).Add(status.AreaOn(fact.Day)).Add(fact.Fact.Matter?.Value).Add(LondonDay.Of(fact.Latest.RecordedAt))
            .Add(fact.Latest.SourceRecordedAt is { } learnt ? LondonDay.Of(learnt) : null).Add(OpenBody.Of(fact.Fact))
            .Add(fact.Fact.HappenedOn.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture)).End();
    }

    private void AddSpells(long person, JourneyStatus status)
    {
        for (var i = 0; i < status.Spells.Count; i++)
            tables["spell"].Add(person).Add(i + 1).Add(status.Spells[i].Stage.Code()).Add(status.Spells[i].From).Add(status.Spells[i].Until).End();
        var movements = Movement.Of(status);
        for (var i = 0; i < movements.Count; i++)
            tables["movement"].Add(person).Add(i + 1).Add(movements[i].Day).Add(movements[i].From.Code()).Add(movements[i].To.Code()).Add(movements[i].By is null).End();
    }

    private void AddCustody(long person, JourneyStatus status)
    {
        var stays = status.Matters.Where(m => m.Kind == MatterKind.Custody).OrderBy(m => m.From).ToList();
        for (var stay = 0; stay < stays.Count; stay++)
            for (var i = 0; i < stays[stay].Phases.Count; i++)
            {
                var (phase, next) = (stays[stay].Phases[i], i + 1 < stays[stay].Phases.Count ? stays[stay].Phases[i + 1].From : stays[stay].Until);
                if (phase.Basis is { } basis) tables["custody"].Add(person).Add(stay + 1).Add(Codes<CustodyBasis>.Of(basis)).Add(phase.From).Add(next).End();
            }
    }

    /// <summary>What happened later than her last fact changes nothing in an episode but how long she has waited, which is not written.</summary>
    private void AddEpisodes(long person, EffectiveJourney journey)
    {
        var episodes = PathwayOutcomes.Of(journey).On(journey.Facts[^1].Day).Support;
        for (var i = 0; i < episodes.Count; i++)
        {
            var e = episodes[i];
            tables["episode"].Add(person).Add(i + 1).Add(e.From).Add(e.WasReferred).Add(Codes<ReferralRoute>.Of(e.Route)).Add(e.AcceptedOn).Add(e.DeclinedOn).Add(e.DeclinedBy is { } by ? Codes<DeclinedBy>.Of(by) : null)
                .Add(e.FirstContactOn).Add(e.Wait is { State: WaitingState.Over } wait ? wait.WorkingDays : null).Add(e.Kept).Add(e.Missed).Add(e.EndedOn).Add(e.EndReason is { } why ? Codes<SupportEndReason>.Of(why) : null).End();
        }
    }

    private void AddPathways(long person, EffectiveJourney journey)
    {
        for (var i = 0; i < journey.Facts.Count; i++)
        {
            if (journey.Facts[i].Fact is not NeedsAssessed { Pathways: { } answers } needs) continue;
            foreach (var answer in answers.Where(a => !NeedsAssessed.Disclosures.Contains(a.Pathway)))
                tables["pathway"].Add(person).Add(i + 1).Add(journey.Facts[i].Day).Add(answer.Pathway).Add(Codes<NeedAnswer>.Of(answer.Answer)).Add(answer.Score).Add(needs.Tool is { IsOpen: true } tool ? tool.Value : null).End();
        }
    }
}
