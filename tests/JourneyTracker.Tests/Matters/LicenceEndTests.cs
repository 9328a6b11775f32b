using JourneyTracker.Domain.Facts;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Tests.Support;
using static JourneyTracker.Tests.Support.Facts;

namespace JourneyTracker.Tests.Matters;

public class LicenceEndTests
{
    private static readonly LicenceEnded End = new() { HappenedOn = default };

    [Fact]
    public void A_report_on_the_first_day_without_licence_agrees_with_the_law() => Released().With(End.On("2024-07-01")).Status
        .Findings.Should().BeEmpty("the licence's last day was 30 June");

    [Fact]
    public void A_report_after_that_is_found() => Released().With(End.On("2024-07-02")).Status
        .Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCode.LicenceEndedNotOnLicence);

    private static A Released() => A.Journey().With(
        Received(CustodyBasis.Sentence).On("2024-01-01"), Facts.Released(ReleaseKind.OnLicence, "2024-06-30").On("2024-04-01"));
}
