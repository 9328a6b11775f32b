using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;

namespace JourneyTracker.Tests.Access;

/// <summary>Who sees of what a partnership is made, and who changes it.</summary>
public sealed class MayAdministerTests
{
    private static readonly Partnership North = new("north");

    [Theory]
    [InlineData(Role.Coordinator, true, false)]
    [InlineData(Role.Practitioner, false, false)]
    [InlineData(Role.Auditor, true, false)]
    [InlineData(Role.Evaluator, false, false)]
    [InlineData(Role.Administrator, true, true)]
    public void Each_role_in_its_own_partnership_and_nobody_in_another(Role role, bool sees, bool changes)
    {
        var caller = new Caller("p", "a", "VOLUNTARY", role, North);
        (MaySee.SeeAdministration(caller, North), MaySee.Administer(caller, North)).Should().Be((sees, changes));
        (MaySee.SeeAdministration(caller, new("south")), MaySee.Administer(caller, new("south"))).Should().Be((false, false));
    }
}
