namespace JourneyTracker.Outcomes.National;

/// <summary>A series that somebody else published. It stands beside a measure of ours and is never mixed with it.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Measure">The id of the measure beside which it stands.</param>
/// <param name="Unit">In what its values are.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">Of the publication and its table.</param>
/// <param name="Address">Where it can be read.</param>
/// <param name="PublishedOn">The day.</param>
/// <param name="Licence">Under which it may be shown.</param>
/// <param name="IsProvisional">Whether its publisher says that it may be revised.</param>
/// <param name="Differs">In what its definition differs from ours, in words.</param>
/// <param name="TakenInOn">The day it was taken in here.</param>
/// <param name="Figures">Its values.</param>
public sealed record NationalSeries(
    string Name, string Measure, string Unit, string Publisher, string Title, string Address, DateOnly PublishedOn, string Licence, bool IsProvisional, string Differs, DateOnly TakenInOn, IReadOnlyList<NationalFigure> Figures);

/// <summary>One published value.</summary>
/// <param name="Covers">Whom it is about: a GSS code of an area, or words.</param>
/// <param name="Group">A part of them; empty for all.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day.</param>
/// <param name="Value">Null when it was not published; the note says why.</param>
/// <param name="Lower">The lower end of a published interval.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="Note">What else is to be known.</param>
public sealed record NationalFigure(string Covers, string Group, DateOnly From, DateOnly To, double? Value, double? Lower, double? Upper, string Note);
