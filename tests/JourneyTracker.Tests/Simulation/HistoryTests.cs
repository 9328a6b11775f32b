using System.Text;
using JourneyTracker.Cli.Simulation;
using JourneyTracker.Domain.Deciding;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Domain.Replaying;
using JourneyTracker.Domain.Time;
using JourneyTracker.Projections.Pathways;
using JourneyTracker.Projections.Status;

namespace JourneyTracker.Tests.Simulation;

public class HistoryTests
{
    private const int Women = 600;
    private const int Years = 5;
    private static readonly DateOnly Until = new(2026, 11, 20);
    private static readonly History Made = Make(seed: 7);
    private static readonly IReadOnlyList<SimulatedWoman> Everyone = [.. Enumerable.Range(0, Women).Select(Made.Woman)];

    [Fact]
    public void The_same_seed_women_years_and_end_day_give_the_same_facts_and_ids()
    {
        var again = Make(seed: 7);

        foreach (var number in new[] { 299, 0, 150 })
            Written(again.Woman(number)).Should().Be(Written(Everyone[number]), "no woman depends on which was made before");
    }

    [Fact]
    public void Another_seed_gives_other_women() => Written(Make(seed: 8).Woman(0)).Should().NotBe(Written(Everyone[0]));

    [Fact]
    public void Every_fact_would_be_accepted_on_the_day_it_was_recorded()
    {
        foreach (var woman in Everyone)
        {
            var before = new List<RecordedFact>();
            foreach (var recorded in Recorded(woman))
            {
                Decide.Check(recorded.Fact, LondonDay.Of(recorded.RecordedAt)).Should().BeNull($"{recorded.Fact} of woman {woman.Number}");
                Decide.OnJourney(recorded.Fact, before).Should().BeNull($"{recorded.Fact} of woman {woman.Number}");
                before.Add(recorded);
            }
        }
    }

    [Fact]
    public void Nothing_was_recorded_before_the_first_day_or_on_the_end_day_or_later()
    {
        var instants = Everyone.SelectMany(w => w.Facts).Select(f => f.RecordedAt).ToList();

        instants.Should().OnlyContain(at => at < LondonDay.StartOf(Until) && at >= LondonDay.StartOf(Made.FirstDay));
        instants.Max().Should().BeAfter(LondonDay.StartOf(Until.AddDays(-3)), "the history reaches up to the end day");
    }

    [Fact]
    public void Ids_are_never_shared_and_have_the_versions_they_should()
    {
        var ids = Everyone.SelectMany(w => w.Facts).Select(f => f.Fact.Id.Value).ToList();

        ids.Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Version == 7);
        Everyone.Select(w => w.Journey.Value).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.Version == 4);
        Everyone.SelectMany(w => w.Facts).Select(f => f.Fact.Source!.Reference).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_kind_of_fact_that_the_simulation_writes_comes_up() =>
        Everyone.SelectMany(w => w.Facts).Select(f => FactCatalogue.NameOf(f.Fact.Fact).Split('.')[0]).Distinct().Should().BeEquivalentTo(
            "journey-opened", "characteristics-recorded", "arrested", "attended-voluntarily", "diversion-considered", "diverted", "diversion-closed", "cautioned",
            "conditionally-cautioned", "prosecution-started", "remanded", "sentenced", "received", "custody-basis-changed", "transferred", "released", "recalled",
            "returned-to-custody", "licence-ended", "needs-assessed", "contact", "corrected", "withdrawn",
            "conditions-explained", "appointment-kept", "appointment-missed", "accommodation-status",
            "safe-contact", "circumstances-recorded", "consent-given", "consent-withdrawn", "referred", "referral-accepted", "referral-declined", "first-contact",
            "session-kept", "session-missed", "support-ended", "release-preparation", "worker-named");

    [Fact]
    public void Help_is_given_at_rates_that_look_like_life_and_its_outcomes_can_be_told()
    {
        var help = Everyone.SelectMany(w => w.Facts).Select(f => f.Fact.Fact).Where(f => FactCatalogue.Of(f).Family is Family.Support or Family.Sharing).ToList();
        var referred = help.OfType<Referred>().Count();
        double Share<T>(int of) => (double)help.OfType<T>().Count() / of;

        Share<Referred>(help.OfType<NeedsAssessed>().Count()).Should().BeInRange(0.3, 0.6);
        Share<ReferralAccepted>(referred).Should().BeInRange(0.75, 0.95);
        Share<FirstContact>(referred).Should().BeInRange(0.5, 0.9);
        Share<ConsentWithdrawn>(help.OfType<ConsentGiven>().Count()).Should().BeInRange(0.03, 0.2);
        Share<SessionMissed>(help.Count(f => f is SessionKept or SessionMissed)).Should().BeInRange(0.15, 0.35);
        var episodes = Everyone.SelectMany(w => PathwayOutcomes.Of(Replay.Of(Recorded(w))).On(Until).Support).ToList();
        episodes.Count(e => e.WasReferred && e.Kept > 0).Should().BeGreaterThan(referred / 3, "sessions find their referral");
    }

    [Fact]
    public void Help_leaves_the_justice_process_as_it_would_have_been()
    {
        foreach (var woman in Everyone.Take(100))
        {
            var help = woman.Facts.Where(f => f.Fact.Source!.Reference.Contains("-help", StringComparison.Ordinal)).ToList();
            help.Should().NotContain(f => FactCatalogue.Of(f.Fact.Fact).Family == Family.Police || FactCatalogue.Of(f.Fact.Fact).Family == Family.Court || FactCatalogue.Of(f.Fact.Fact).Family == Family.Supervision);
            StatusOf(woman).Spells.Should().Equal(StatusOf(woman with { Facts = [.. woman.Facts.Except(help)] }).Spells, (a, b) => (a.Stage, a.From, a.Until) == (b.Stage, b.From, b.Until));
        }
    }

    [Fact]
    public void Women_stand_in_every_stage_that_the_facts_can_lead_to()
    {
        var stages = Everyone.SelectMany(w => StatusOf(w).Spells).Select(s => s.Stage).Distinct();

        stages.Should().BeEquivalentTo(StageNames.OnBoard.Except([Stage.PostSentenceSupervision, Stage.PoliceBail, Stage.ReleasedUnderInvestigation]));
    }

    [Fact]
    public void Records_are_sometimes_late_corrected_withdrawn_or_inconsistent_but_mostly_not()
    {
        var facts = Everyone.SelectMany(w => w.Facts).ToList();

        Share(f => LondonDay.Of(f.RecordedAt).DayNumber - f.Fact.Fact.HappenedOn.Day.DayNumber > 3).Should().BeInRange(0.03, 0.2);
        Share(f => f.Fact.Fact is Corrected).Should().BeInRange(0.003, 0.05);
        Share(f => f.Fact.Fact is Withdrawn).Should().BeInRange(0.002, 0.05);
        Everyone.Count(w => StatusOf(w).Findings.Count > 0).Should().BeInRange(5, Women / 2);
        double Share(Func<SimulatedFact, bool> which) => (double)facts.Count(which) / facts.Count;
    }

    [Fact]
    public void Kinds_of_recall_are_those_in_force_on_the_day()
    {
        var recalls = Everyone.SelectMany(w => w.Facts).Select(f => f.Fact.Fact).OfType<Recalled>().ToList();
        var change = new DateOnly(2026, 3, 31);

        recalls.Where(r => r.HappenedOn.Day < change).Select(r => r.Kind).Distinct().Should().BeSubsetOf(["LR", "FTR_14", "FTR_28"]).And.Contain("FTR_14");
        recalls.Where(r => r.HappenedOn.Day >= change).Select(r => r.Kind).Distinct().Should().BeSubsetOf(["LR", "FTR_56"]).And.Contain("FTR_56");
    }

    [Fact]
    public void No_name_or_number_stands_in_a_fact_and_every_one_is_visibly_made_up()
    {
        foreach (var woman in Everyone)
        {
            var facts = Written(woman);
            woman.Identity.Name.Should().StartWith("Testcase ").And.EndWith("-Fictional");
            facts.Should().NotContain("Testcase").And.NotContain("Fictional");
            woman.Identity.Identifiers!.Should().OnlyContain(i => i.Number.StartsWith("TEST") && !facts.Contains(i.Number));
        }
    }

    [Fact]
    public void Stretches_of_time_hold_every_fact_once_in_the_order_of_recording()
    {
        var small = new History(Rates.Load(), 3, 20, 2, Until);
        var middle = LondonDay.StartOf(new DateOnly(2025, 11, 1));

        var parts = small.Recorded(DateTimeOffset.MinValue, middle).Concat(small.Recorded(middle, small.End)).Select(f => f.Fact.Fact.Id).ToList();

        parts.Should().Equal(small.Recorded(DateTimeOffset.MinValue, small.End).Select(f => f.Fact.Fact.Id));
        parts.Should().HaveCount(Enumerable.Range(0, 20).Sum(n => small.Woman(n).Facts.Count));
    }

    private static History Make(int seed) => new(Rates.Load(), seed, Women, Years, Until);

    private static JourneyStatus StatusOf(SimulatedWoman woman) => JourneyStatus.Of(Replay.Of(Recorded(woman)));

    private static RecordedFact[] Recorded(SimulatedWoman woman) => [.. woman.Facts.Select((f, i) => new RecordedFact(
        f.Fact.Id, woman.Journey, new Partnership("simulated"), i + 1, i + 1, f.RecordedAt, f.By, f.Fact.Source!.System, "hashed", null, f.Fact.Fact))];

    private static string Written(SimulatedWoman woman) => string.Join('\n', woman.Facts.Select(f =>
        $"{woman.Journey} {f.Fact.Id} {f.RecordedAt:O} {f.By} {f.Fact.Source!.Reference} {Encoding.UTF8.GetString(FactCodec.PlainContent(f.Fact.Fact))}"));
}
