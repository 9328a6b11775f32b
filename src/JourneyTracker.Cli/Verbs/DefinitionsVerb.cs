using JourneyTracker.Cli.Dates;
using JourneyTracker.Cli.Verbs.Outcomes;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/definitions.md and docs/measures.md from the code and its data.</summary>
internal sealed class DefinitionsVerb() : PagesVerb(
    "definitions", "Write docs/definitions.md and docs/measures.md, the pages of the rules on dates and of the measures, from the code and its data",
    ("definitions.md", DefinitionsPage.Write), ("measures.md", MeasuresPage.Write));
