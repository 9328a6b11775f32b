using JourneyTracker.Domain.Time;
using JourneyTracker.Outcomes.Processes.Pathways;
using static JourneyTracker.Outcomes.Processes.Pathways.StepOutcome;

namespace JourneyTracker.Tests.Outcomes.Processes;

/// <summary>Arrest, screening, referral within 24 hours, first contact within 5 working days. 2026-03-05 is a Thursday; Good Friday is 2026-04-03.</summary>
public sealed class ConformanceTests
{
    private static readonly StatedPathway Pathway = new("diversion at the custody suite",
        [new("arrested"), new("screened"), new("referred", new WithinHours(24)), new("first contact", new WithinWorkingDays(5))]);

    [Fact]
    public void A_trace_in_time_conforms_and_what_happens_between_does_not_matter()
    {
        var trace = Conformance.Of(Pathway, Trace("arrested 2026-03-05T09:00", "note 2026-03-05", "screened 2026-03-05T11:00", "referred 2026-03-06T11:00", "first contact 2026-03-13"), Day("2026-06-01"))!;

        trace.Steps.Select(s => s.Outcome).Should().Equal(InTime, InTime, InTime, InTime);
        trace.Conforms.Should().BeTrue();
        trace.Steps[2].At.Should().Be(HappenedOn.Parse("2026-03-06T11:00", null));
    }

    [Theory]
    [InlineData("2026-03-05T11:00", "2026-03-06T11:00:01", Late)]
    [InlineData("2026-03-05T11:00", "2026-03-05", InTime)]
    [InlineData("2026-03-05T11:00", "2026-03-06", CannotTell)]
    [InlineData("2026-03-05T11:00", "2026-03-07", Late)]
    [InlineData("2026-03-05", "2026-03-05", InTime)]
    [InlineData("2026-03-05", "2026-03-06", CannotTell)]
    [InlineData("2026-03-05", "2026-03-07", CannotTell)]
    [InlineData("2026-03-05", "2026-03-08", Late)]
    [InlineData("2026-03", "2026-03-20T10:00", CannotTell)]
    [InlineData("../2026-03-05", "2026-03-05", CannotTell)]
    [InlineData("2026-03-28T12:00", "2026-03-29T12:59:59", InTime)]
    [InlineData("2026-03-28T12:00", "2026-03-29T13:00:01", Late)]
    public void Hours_are_judged_only_as_far_as_what_is_known_can_tell(string screened, string referred, StepOutcome outcome) =>
        Conformance.Of(Pathway, Trace("arrested " + screened, "screened " + screened, "referred " + referred), Day("2026-06-01"))!.Steps[2].Outcome.Should().Be(outcome);

    [Theory]
    [InlineData("2026-03-05", "2026-03-12", InTime)]
    [InlineData("2026-03-05", "2026-03-13", Late)]
    [InlineData("2026-04-01", "2026-04-10", InTime)]
    [InlineData("2026-04-01", "2026-04-11", Late)]
    [InlineData("2026-03-05", "2026-03", CannotTell)]
    [InlineData("2026-03-05", "2026-04", Late)]
    public void Working_days_leave_out_weekends_and_bank_holidays_and_begin_on_the_day_after(string referred, string contact, StepOutcome outcome) =>
        Conformance.Of(Pathway, Trace("arrested " + referred, "screened " + referred, "referred " + referred, "first contact " + contact), Day("2026-06-01"))!.Steps[3].Outcome.Should().Be(outcome);

    [Theory]
    [InlineData("2026-03-05", NotYet)]
    [InlineData("2026-03-11", NotYet)]
    [InlineData("2026-03-12", NotRecorded)]
    public void A_step_that_is_not_recorded_is_missing_only_once_its_time_has_run_out(string followedUntil, StepOutcome outcome)
    {
        var trace = Conformance.Of(Pathway, Trace("arrested 2026-03-05", "screened 2026-03-05", "referred 2026-03-05"), Day(followedUntil))!;

        trace.Steps[3].Outcome.Should().Be(outcome);
        trace.Conforms.Should().Be(outcome == NotRecorded ? false : null);
    }

    [Fact]
    public void A_step_left_out_is_said_and_the_next_one_cannot_be_timed()
    {
        var trace = Conformance.Of(Pathway, Trace("arrested 2026-03-05", "referred 2026-03-05", "first contact 2026-03-06"), Day("2026-06-01"))!;

        trace.Steps.Select(s => s.Outcome).Should().Equal(InTime, NotRecorded, CannotTell, InTime);
    }

    [Fact]
    public void Steps_are_looked_for_in_order_from_the_first()
    {
        var trace = Conformance.Of(Pathway, Trace("referred 2026-03-01", "arrested 2026-03-05", "screened 2026-03-05"), Day("2026-03-05"))!;

        trace.Steps.Select(s => s.Outcome).Should().Equal(InTime, InTime, NotYet, NotYet);
        Conformance.Of(Pathway, Trace("screened 2026-03-05"), Day("2026-06-01")).Should().BeNull("she was never on it");
    }

    [Fact]
    public void Days_run_to_the_end_of_the_last()
    {
        var limit = new WithinDays(2);

        limit.Kept(Day("2026-03-05"), Day("2026-03-07")).Should().BeTrue();
        limit.Kept(Day("2026-03-05"), Day("2026-03-08")).Should().BeFalse();
        limit.HasRunOut(Day("2026-03-05"), Day("2026-03-06")).Should().BeFalse();
        new WithinHours(24).HasRunOut(Day("2026-03-05"), Day("2026-03-06")).Should().BeFalse("it can have been at the very end of that day");
        new WithinHours(24).HasRunOut(Day("2026-03-05"), Day("2026-03-07")).Should().BeTrue();
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static IReadOnlyList<TraceEvent> Trace(params string[] events) =>
        [.. events.Select(e => new TraceEvent(e[..e.LastIndexOf(' ')], HappenedOn.Parse(e[(e.LastIndexOf(' ') + 1)..], null)))];
}
