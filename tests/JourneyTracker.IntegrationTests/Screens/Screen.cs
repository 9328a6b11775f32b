using Microsoft.Playwright;

namespace JourneyTracker.IntegrationTests.Screens;

/// <summary>A page in one of its states, as somebody sees it.</summary>
/// <param name="Page">The page's pattern, as the running server lists it.</param>
/// <param name="State">What is special, in a few words; no two screens of a page have the same.</param>
/// <param name="Shows">What stands there in that state and in no other.</param>
internal sealed record Screen(string Page, string State, string Shows)
{
    /// <summary>Who looks: one of <see cref="People"/>.</summary>
    public string As { get; init; } = "ada";

    /// <summary>Where it is; the pattern itself when nothing is to be put into it.</summary>
    public Func<ScreenWomen, string>? At { get; init; }

    /// <summary>What goes on before it is opened.</summary>
    public Func<ScreenWomen, Task>? Before { get; init; }

    /// <summary>What somebody does on the page to come to this state.</summary>
    public Func<IPage, Task>? Reach { get; init; }

    public Place On { get; init; }

    public string Name => $"{Page}: {State}";

    public override string ToString() => Name;
}

/// <summary>Which server a screen is of.</summary>
internal enum Place
{
    /// <summary>A partnership that works.</summary>
    Partnership,

    /// <summary>One of which nothing is on record yet.</summary>
    Empty,

    /// <summary>One that people sign in to; nobody has.</summary>
    SignIn,
}
