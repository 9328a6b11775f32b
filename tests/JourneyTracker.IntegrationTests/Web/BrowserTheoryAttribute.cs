namespace JourneyTracker.IntegrationTests.Web;

/// <summary>A theory in a real browser, see <see cref="BrowserFactAttribute"/>.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Fixtures.PostgresIsHere.ReasonToSkip ?? Browser.ReasonToSkip;
}
