using JourneyTracker.Cli.Access;
using JourneyTracker.Cli.Facts;

namespace JourneyTracker.Cli.Verbs;

/// <summary>Writes docs/facts.md, docs/stages.md and docs/access.md from the code.</summary>
internal sealed class FactsVerb() : PagesVerb(
    "facts", "Write docs/facts.md, docs/stages.md and docs/access.md, the pages of all kinds of facts, of what they do and of who may see them, from the code",
    ("facts.md", FactsPage.Write), ("stages.md", StagesPage.Write), ("access.md", AccessPage.Write), ("access.csv", AccessPage.WriteCases));
