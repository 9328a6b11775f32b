using JourneyTracker.Cli.Dates;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/definitions.md from the code and its data.</summary>
internal sealed class DefinitionsVerb() : PagesVerb(
    "definitions", "Write docs/definitions.md, the page of the rules on dates, from the code and its data", ("definitions.md", DefinitionsPage.Write));
