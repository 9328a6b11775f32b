namespace JourneyTracker.Web;

/// <summary>
/// What people read on the pages. The English sentence is its own key; Texts.resx lists them all, so that Texts.cy.resx can be made beside it. Names of codes,
/// stages and facts are the Domain's.
/// </summary>
public sealed class Texts;
