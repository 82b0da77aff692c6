using Microsoft.AspNetCore.Razor.TagHelpers;
using static HaiDuong.Licensing.OneStop.Ui.Fields.FieldHtml;

namespace HaiDuong.Licensing.OneStop.Ui.Components;

/// <summary>
/// Mã hồ sơ in a list: <c>&lt;hd-code code="@row.Code" /&gt;</c>. What the codes of an office begin with alike is apart, and a table of class
/// <c>hd-short-codes</c> shows the end alone; whatever else stands in place of a code is written whole.
/// </summary>
[HtmlTargetElement("hd-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CodeTagHelper : TagHelper
{
    public string Code { get; set; } = "";

    /// <summary>The class of a table whose codes have one beginning; null where short ones could be mistaken.</summary>
    public static string? TableClass(IEnumerable<string> codes) =>
        codes.Select(code => code[..Beginning(code)]).Where(beginning => beginning.Length > 0).Distinct(StringComparer.Ordinal).Count() == 1
            ? "hd-short-codes"
            : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var beginning = Element("span", "hd-code-prefix");
        beginning.InnerHtml.Append(Code[..Beginning(Code)]);
        output.Content.AppendHtml(beginning).Append(Code[Beginning(Code)..]);
    }

    /// <summary>How long the unit's part is: "000.00.13.H23-" of "000.00.13.H23-261106-0002".</summary>
    private static int Beginning(string code)
    {
        var dash = code.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && code.IndexOf('.', 0, dash) > 0 ? dash + 1 : 0;
    }
}
