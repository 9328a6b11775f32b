using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Matters;

namespace JourneyTracker.Web.Live;

/// <summary>A board as one caller sees it.</summary>
/// <param name="Board">The partnership's name.</param>
/// <param name="Position">The feed position it stands at.</param>
/// <param name="Epoch">What that position holds for.</param>
/// <param name="Moment">When it was read.</param>
/// <param name="Day">The London day it is for.</param>
/// <param name="Area">The police force area that is shown; null for all.</param>
/// <param name="Women">How many women are on it.</param>
/// <param name="Whole">The stage of which more cards than the first were asked for.</param>
/// <param name="Columns">A column for each stage.</param>
/// <param name="Movements">The last movements before it, newest first.</param>
/// <param name="Areas">The areas that are on record for this partnership's women.</param>
/// <param name="ToGo">How many records are still to be folded before the board is whole; 0 when it is.</param>
internal sealed record BoardView(
    string Board,
    long Position,
    string Epoch,
    DateTimeOffset Moment,
    DateOnly Day,
    string? Area,
    int Women,
    Stage? Whole,
    IReadOnlyList<BoardColumn> Columns,
    IReadOnlyList<BoardStep> Movements,
    IReadOnlySet<string> Areas,
    long ToGo);

/// <summary>The women in one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">How many there are; the cards may be fewer.</param>
/// <param name="Cards">Those who came last first.</param>
internal sealed record BoardColumn(Stage Stage, int Count, IReadOnlyList<BoardCard> Cards);

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
