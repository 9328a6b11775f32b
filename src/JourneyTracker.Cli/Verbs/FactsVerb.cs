using JourneyTracker.Cli.Facts;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/facts.md and docs/stages.md from the code.</summary>
internal sealed class FactsVerb() : PagesVerb(
    "facts", "Write docs/facts.md and docs/stages.md, the pages of all kinds of facts and of what they do, from the code", ("facts.md", FactsPage.Write), ("stages.md", StagesPage.Write));
