using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;
using JourneyTracker.Projections.Board;

namespace JourneyTracker.Web.Live;

/// <summary>A board as one caller sees it.</summary>
/// <param name="Board">The partnership's name.</param>
/// <param name="Position">The feed position it stands at.</param>
/// <param name="Epoch">What that position holds for.</param>
/// <param name="Moment">When it was read.</param>
/// <param name="Day">The London day it is for.</param>
/// <param name="Query">What of it was asked for.</param>
/// <param name="Women">How many women are on it.</param>
/// <param name="Columns">A column for each stage.</param>
/// <param name="Movements">The last movements before it, newest first.</param>
/// <param name="Areas">The areas that are on record for this partnership's women.</param>
/// <param name="Agencies">The agencies whose records began the stages of this partnership's women.</param>
/// <param name="News">What changed since the caller looked; null when that is not known.</param>
/// <param name="ToGo">How many records are still to be folded before the board is whole; 0 when it is.</param>
internal sealed record BoardView(
    string Board,
    long Position,
    string Epoch,
    DateTimeOffset Moment,
    DateOnly Day,
    BoardQuery Query,
    int Women,
    IReadOnlyList<BoardColumn> Columns,
    IReadOnlyList<BoardStep> Movements,
    IReadOnlySet<string> Areas,
    IReadOnlyList<string> Agencies,
    BoardNews? News,
    long ToGo);

/// <summary>The women in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">How many there are; the cards may be fewer.</param>
/// <param name="Cards">Those who came last first.</param>
/// <param name="Yesterday">How many there were on the day before, as known now.</param>
internal sealed record BoardColumn(Stage Stage, int Count, IReadOnlyList<BoardCard> Cards, int Yesterday);

/// <summary>What changed since somebody looked.</summary>
/// <param name="Since">When that was.</param>
/// <param name="Changes">Every woman shown who is elsewhere than she was then, the last first.</param>
/// <param name="IsAll">Whether there are no more.</param>
internal sealed record BoardNews(DateTimeOffset Since, IReadOnlyList<BoardChange> Changes, bool IsAll)
{
    public int CameTo(Stage stage) => Changes.Count(c => c.To == stage);

    public int LeftFrom(Stage stage) => Changes.Count(c => c.From == stage);
}

/// <summary>One woman's card. Never why she is where she is.</summary>
/// <param name="Journey">Her journey.</param>
/// <param name="Name">Her name, when the caller may know it.</param>
/// <param name="Stage">Her stage.</param>
/// <param name="Since">The first day of it.</param>
/// <param name="Day">The board's day.</param>
internal sealed record BoardCard(JourneyId Journey, string? Name, Stage Stage, DateOnly Since, DateOnly Day);

/// <summary>A movement that a board tells of.</summary>
/// <param name="Journey">Whose journey.</param>
/// <param name="Name">Her name, when the caller may know it.</param>
/// <param name="From">Her stage before.</param>
/// <param name="To">Her stage after it.</param>
/// <param name="At">When it was recorded; null when only the day brought it.</param>
internal sealed record BoardStep(JourneyId Journey, string? Name, Stage From, Stage To, DateTimeOffset? At);
