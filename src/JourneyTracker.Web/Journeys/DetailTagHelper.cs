using Microsoft.AspNetCore.Razor.TagHelpers;

namespace JourneyTracker.Web.Journeys;

/// <summary>One detail of a fact, as a line "Label: text". Nothing at all when there is no text: what was not recorded is not shown.</summary>
[HtmlTargetElement("detail", Attributes = "label")]
public sealed class DetailTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (content.IsEmptyOrWhiteSpace)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.Attributes.SetAttribute("class", "govuk-body-s detail");
        output.PreContent.AppendHtml("<span class=\"detail__label\">");
        output.PreContent.Append(Label);
        output.PreContent.AppendHtml(":</span> ");
    }
}
