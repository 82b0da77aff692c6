using System.Globalization;
using HaiDuong.Licensing.OneStop.Ui.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// "Xem thêm", the last row of a list that is paged by key: <c>&lt;hd-more href="?after=…" list="dossiers" columns="6" /&gt;</c>.
/// A link without JavaScript; with it, the next rows of the element with id <c>list</c> take its place.
/// </summary>
[HtmlTargetElement("hd-more", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MoreTagHelper(IStringLocalizer<UiText> words) : TagHelper
{
    /// <summary>The address of the next page; nothing is written without one.</summary>
    public string? Href { get; set; }

    /// <summary>Id of the element whose children are the rows: a tbody, ul or div.</summary>
    public string List { get; set; } = "";

    /// <summary>Number of columns when the rows are table rows; 0 for a ul.</summary>
    public int Columns { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Href))
        {
            output.SuppressOutput();
            return;
        }

        var row = Columns > 0 ? "tr" : "li";
        output.TagName = row;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hd-more");
        var link = Link(row);
        if (Columns == 0)
        {
            output.Content.SetHtmlContent(link);
            return;
        }

        var cell = Element("td");
        cell.MergeAttribute("colspan", Columns.ToString(CultureInfo.InvariantCulture));
        cell.InnerHtml.AppendHtml(link);
        output.Content.SetHtmlContent(cell);
    }

    private TagBuilder Link(string row)
    {
        var link = Element("a", "btn btn-outline-primary");
        link.MergeAttribute("href", Href);
        link.MergeAttribute("hx-get", Href);
        link.MergeAttribute("hx-target", "closest " + row);
        link.MergeAttribute("hx-select", $"#{List} > *");
        link.MergeAttribute("hx-swap", "outerHTML");
        link.InnerHtml.Append(Label ?? words["More"].Value);
        return link;
    }
}
