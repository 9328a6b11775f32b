namespace JourneyTracker.Web.Hosting;

/// <summary>How much a server takes on at once. What is more is turned away in words, and may come again; nothing waits without end.</summary>
public sealed record ServerBounds
{
    public static ServerBounds Usual { get; } = new();

    /// <summary>Pages and API requests that are being answered.</summary>
    public int Requests { get; init; } = 512;

    /// <summary>Uploads of many facts that are being recorded: each may hold 16 MiB.</summary>
    public int Uploads { get; init; } = 8;

    /// <summary>Connections that watch boards, on this server.</summary>
    public int Watchers { get; init; } = 2_000;

    /// <summary>The same for one person.</summary>
    public int WatchersOfOne { get; init; } = 1_000;

    /// <summary>Requests for each address of sign-in that come from one network address in a minute; a whole office may come from one.</summary>
    public int SignInsOfAddress { get; init; } = 240;

    /// <summary>With sign-in: requests of one person or program in a minute.</summary>
    public int RequestsOfPerson { get; init; } = 3_600;

    /// <summary>With sign-in: the same for requests that open a journey. Nobody reads faster; somebody who copies does.</summary>
    public int JourneysOfPerson { get; init; } = 300;

    /// <summary>With sign-in: requests from one network address in a minute, before anybody asks who sends them.</summary>
    public int RequestsOfAddress { get; init; } = 36_000;

    /// <summary>Boards that one connection watches.</summary>
    public int BoardsOfWatcher { get; init; } = 4;
}
