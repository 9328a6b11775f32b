using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.A;

namespace JourneyTracker.Tests.Access;

/// <summary>Support on licence is for her own keyworker and responsible officer (safeguards S1).</summary>
public sealed class SupportSightTests
{
    private const string Agency = "Agency";
    private static readonly JourneyId Hers = new(new Guid(7, 7, 7, new byte[8]));

    public static TheoryData<string> Agencies => [.. CodeList.AgencyTypes.All.Select(c => c.Value)];

    [Theory]
    [MemberData(nameof(Agencies))]
    public void Only_her_own_worker_reads_it_and_only_of_probation_or_of_her_services(string type)
    {
        var named = Journey().With(Named("ada", "2024-02-01"));

        See(named, Worker(type), "2024-03-01").Should().Be(type is "PROBATION" or "WOMENS_CENTRE" or "VOLUNTARY");
        See(named, Worker(type) with { Person = "bea" }, "2024-03-01").Should().BeFalse("her colleague is not her worker");
        See(named, Worker(type) with { Agency = "Elsewhere" }, "2024-03-01").Should().BeFalse();
    }

    [Fact]
    public void Who_was_her_worker_on_the_day_counts()
    {
        var named = Journey().With(Named("ada", "2024-02-01"), Named("bea", "2024-04-01"));

        See(named, Worker(), "2024-01-31").Should().BeFalse();
        See(named, Worker(), "2024-03-31").Should().BeTrue();
        See(named, Worker(), "2024-04-01").Should().BeFalse("somebody else is");
        See(Journey().With(Named("ada", "2024-02-01"), Named(null, "2024-04-01")), Worker(), "2024-04-01").Should().BeFalse("nobody is");
    }

    [Fact]
    public void Sign_in_can_name_the_women_somebody_works_with() =>
        See(Journey(), Worker() with { Women = new HashSet<JourneyId> { Hers } }, "2024-03-01").Should().BeTrue();

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public void Nobody_reads_it_for_a_role(Role role) =>
        See(Journey().With(Named("ada", "2024-02-01")), Worker() with { Role = role }, "2024-03-01").Should().BeFalse();

    private static bool See(A journey, Caller caller, string day) => MaySee.Support(caller, Hers, JourneyAccess.Of(journey.Replayed), Day(day));

    private static Caller Worker(string type = "PROBATION") => new("ada", Agency, type, Role.Practitioner, Northshire);

    private static WorkerNamed Named(string? person, string day) => new(Protected.Of(new Worker(WorkerRole.Keyworker, Agency, person))) { HappenedOn = Day(day) };
}
