using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Prompts;
using JourneyTracker.Projections.Prompts;
using JourneyTracker.Tests.Support;

namespace JourneyTracker.Tests.Prompts;

public sealed class PromptKindTests
{
    [Fact]
    public void Each_names_its_rule_and_help_and_goes_to_somebody_who_can_help()
    {
        PromptKind.All.Should().OnlyContain(k => k.Words.Length > 0 && k.Help.Length > 0 && k.Rule.Length > 0 && k.Source.Length > 0 && k.After < 100 && k.Before < 100);
        PromptKind.All.SelectMany(k => k.For).Except([PromptKind.Worker, PromptKind.Coordinator, PromptKind.Own]).Should().OnlyContain(a => CodeList.AgencyTypes.Has(a));
        PromptKind.All.Should().OnlyContain(k => k.Confidence == "verified" || k.Confidence == "partly_verified" || k.Confidence == "unverified");
    }

    [Fact]
    public void Support_on_licence_goes_to_who_may_read_it_and_to_no_coordinator()
    {
        var support = PromptKind.Of("support-needed");
        foreach (var role in Enum.GetValues<Role>())
        {
            support.IsFor(Somebody(role, "PROBATION"), isHerWorker: true, maySeeSupport: false).Should().BeFalse($"{role}");
            support.IsFor(Somebody(role, "PROBATION"), isHerWorker: false, maySeeSupport: true).Should().BeTrue($"{role}");
        }
    }

    [Fact]
    public void What_she_told_of_her_children_goes_to_no_justice_agency_and_no_childrens_service_by_itself()
    {
        foreach (var kind in PromptKind.All.Where(k => k.Code is "children-plan" or "children-recall" or "carer-in-custody"))
        {
            foreach (var agency in new[] { "POLICE", "CPS", "COURT", "PROBATION", "PRISON", "CHILDRENS_SERVICES" }) kind.IsFor(Somebody(Role.Practitioner, agency), false, false).Should().BeFalse();
            kind.IsFor(Somebody(Role.Practitioner, "WOMENS_CENTRE"), isHerWorker: true, false).Should().BeTrue();
        }
    }

    [Fact]
    public void Who_counts_women_or_runs_the_house_is_not_called()
    {
        foreach (var role in new[] { Role.Evaluator, Role.Administrator }) PromptKind.All.Should().OnlyContain(k => !k.IsFor(Somebody(role, "VOLUNTARY"), true, false));
    }

    [Fact]
    public void No_prompt_rests_on_a_disclosure()
    {
        foreach (var told in new[] { new SupportFor("DA_SERVICE"), new SupportFor(null, ["ABUSE"]), new SupportFor("WOMENS_CENTRE", ["SEX_WORK"]) })
            HerPrompts.On(A.Journey().With(new Referred(Protected.Of(told)) { HappenedOn = A.Day("2026-03-02") }).Replayed, A.Day("2026-03-20")).Should().BeEmpty();
        HerPrompts.On(A.Journey().With(PromptCase.Agrees(SharingScope.Abuse)).Replayed, A.Day("2026-04-20")).Should().BeEmpty();
        HerPrompts.On(A.Journey().With(PromptCase.Agrees(SharingScope.Needs)).Replayed, A.Day("2026-04-20")).Should().ContainSingle();
    }

    [Fact]
    public void A_mark_that_puts_off_ends_on_its_day_and_needs_a_day_that_is_near()
    {
        var today = A.Day("2026-03-02");
        var mark = new PromptMark("any", PromptMarkKind.Snoozed, today.AddDays(3), SnoozeReason.SheAskedForLater, new("kw.example", "Willow"), default);
        mark.On(today.AddDays(2)).Should().Be(PromptState.Snoozed);
        mark.On(today.AddDays(3)).Should().Be(PromptState.Open, "it comes back on its day");
        PromptMark.WrongUntil(today, today).Should().NotBeNull();
        PromptMark.WrongUntil(today.AddDays(1), today).Should().BeNull();
        PromptMark.WrongUntil(today.AddDays(90), today).Should().BeNull();
        PromptMark.WrongUntil(today.AddDays(91), today).Should().NotBeNull();
    }

    private static Caller Somebody(Role role, string agency) => new("somebody", "Agency", agency, role, A.Northshire);
}
