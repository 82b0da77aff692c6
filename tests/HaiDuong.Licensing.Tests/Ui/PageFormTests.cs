using HaiDuong.Licensing.OneStop.Ui.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

/// <summary>After a refused act of one button the form of the page still does what each of its buttons says.</summary>
internal sealed class PageFormTests
{
    /// <summary>What came back from a form that was not taken is kept at once, not only when somebody types on.</summary>
    [TestCase(true, true, true)]
    [TestCase(false, true, false)]
    [TestCase(true, false, false)]
    public void Form_ThatCameBack_IsKeptAtOnce(bool cameBack, bool kept, bool atOnce)
    {
        var html = UiHost.Html(new SavedTagHelper(UiHost.Words) { Kept = kept, CameBack = cameBack });

        Assert.That(html.Contains("data-unsent", StringComparison.Ordinal), Is.EqualTo(atOnce));
    }

    [TestCase("?handler=SendBack&ds=%2Fky", null, "/ky/7?ds=%2Fky")]
    [TestCase("?handler=Opinion", null, "/ky/7")]
    [TestCase("?handler=Opinion", "asp-page-handler", null)]
    [TestCase("?handler=Opinion", "asp-antiforgery", "/ky/7")]
    [TestCase("?handler=Opinion", "action", null)]
    public void Form_IsSentToItsPage(string query, string? attribute, string? action)
    {
        var http = new DefaultHttpContext();
        (http.Request.Path, http.Request.QueryString) = ("/ky/7", new QueryString(query));
        var written = new TagHelperContext(attribute is null ? [] : [new TagHelperAttribute(attribute, "x")], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("form", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));

        new PageFormTagHelper { ViewContext = new ViewContext { HttpContext = http } }.Process(written, output);

        Assert.That(output.Attributes["action"]?.Value, Is.EqualTo(action));
    }
}
