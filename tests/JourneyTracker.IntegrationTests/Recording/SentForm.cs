using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using JourneyTracker.IntegrationTests.Web;

namespace JourneyTracker.IntegrationTests.Recording;

/// <summary>A form of a page, to be filled in and sent as a browser does without script.</summary>
internal sealed class SentForm
{
    private readonly string address;
    private readonly List<(string Name, string Value)> fields = [];

    private SentForm(string address) => this.address = address;

    /// <summary>The page's main form with what stands in it.</summary>
    public static SentForm Of(IHtmlDocument page)
    {
        var form = page.QuerySelector<IHtmlFormElement>("main form[method=post]") ?? throw new InvalidOperationException($"There is no form on {page.Title}.");
        var read = new SentForm(form.GetAttribute("action")!);
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var value = field switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement text => text.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null) read.fields.Add((field.GetAttribute("name")!, value));
        }

        return read;
    }

    public SentForm Set(string name, params string[] values)
    {
        fields.RemoveAll(f => f.Name == name);
        fields.AddRange(values.Select(v => (name, v)));
        return this;
    }

    public static async Task<IHtmlDocument> PageAsync(WebServer asked, string address) => await new HtmlParser().ParseDocumentAsync(await asked.Client.GetStringAsync(address));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <param name="asked">Who is asked.</param>
    /// <param name="form">The form.</param>
    /// <param name="button">The button's value; null where it has none.</param>
    public static Task<HttpResponseMessage> SendAsync(WebServer asked, SentForm form, string? button) => asked.Client.PostAsync(
        form.address, new FormUrlEncodedContent(form.fields.Concat(button is null ? [] : [("do", button)]).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
}
