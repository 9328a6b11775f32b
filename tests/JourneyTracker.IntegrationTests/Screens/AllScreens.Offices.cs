namespace JourneyTracker.IntegrationTests.Screens;

/// <content>Imports and administration.</content>
internal static partial class AllScreens
{
    private static IEnumerable<Screen> Offices =>
    [
        new("/imports", "some", "Imports, newest first"),
        new("/imports", "none", "Nothing was imported yet.") { On = Place.Empty },
        new("/imports", "forbidden", Forbidden) { As = "kit" },
        new("/imports/add", "asked", "Rows that were recorded before are recognised"),
        new("/imports/add", "nothing chosen", Wrong) { Reach = SendAsync },
        new("/imports/{run}", "running", "of the file is done") { Before = w => w.GoOnImportingAsync(), At = w => $"/imports/{w.Imports.Running}" },
        new("/imports/{run}", "failed", "its third row has no end") { At = w => $"/imports/{w.Imports.Failed}" },
        new("/imports/{run}", "with refused rows", "Download the refused rows") { At = w => $"/imports/{w.Imports.Refusing}" },
        new("/administration", "administrator", "Review due") { As = "adm" },
        new("/administration", "auditor", "Sharing agreements") { As = "aud" },
        new("/administration", "nothing yet", "None is recorded yet.") { As = "adm", On = Place.Empty },
        new("/administration", "forbidden", Forbidden) { As = "kit" },
        new("/administration/codes", "as it is", "Code lists") { As = "adm" },
        new("/administration/codes", "a list opened", "Code lists") { As = "adm", Reach = page => page.Locator("summary").First.ClickAsync() },
        new("/administration/rules", "as it is", "Rules in force") { As = "adm" },
        new("/administration/rules", "rules opened", "Rules in force") { As = "adm", Reach = page => page.Locator("summary").First.ClickAsync() },
        new("/administration/agreements/add", "asked", "Record what was signed.") { As = "adm" },
        new("/administration/agreements/add", "nothing said", Wrong) { As = "adm", Reach = SendAsync },
        new("/administration/agreements/{agreement}/end", "asked", "It stays in the register, marked as ended.") { As = "adm", At = w => $"/administration/agreements/{w.Agreements[0]}/end" },
        new("/administration/agreements/{agreement}/end", "no day", Wrong) { As = "adm", At = w => $"/administration/agreements/{w.Agreements[0]}/end", Reach = async page => { await page.Locator("#endedOn").FillAsync("x"); await SendAsync(page); } },
    ];
}
