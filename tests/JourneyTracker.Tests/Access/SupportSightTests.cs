using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Codes;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Tests.Access;

/// <summary>Support on licence is for those who work with her (safeguards S1).</summary>
public sealed class SupportSightTests
{
    private static readonly Partnership Hers = new("northshire");

    public static TheoryData<string> Agencies => [.. CodeList.AgencyTypes.All.Select(c => c.Value)];

    [Theory]
    [MemberData(nameof(Agencies))]
    public void Only_practitioners_of_probation_and_of_her_services_read_it(string agency) =>
        MaySee.Support(new Caller("p.example", "Agency", agency, Role.Practitioner, Hers), Hers).Should().Be(agency is "PROBATION" or "WOMENS_CENTRE" or "VOLUNTARY");

    [Theory]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Evaluator, false)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.Auditor, true)]
    public void Nobody_reads_it_for_a_role_but_the_auditor(Role role, bool may)
    {
        MaySee.Support(new Caller("p.example", "Agency", "PROBATION", role, Hers), Hers).Should().Be(may);
        MaySee.Support(new Caller("p.example", "Agency", "PROBATION", role, new Partnership("elsewhere")), Hers).Should().BeFalse();
    }
}
