using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

[SetUICulture("vi")]
public sealed class FieldTests
{
    private static readonly FieldChoice[] Few = [new("a", "Một"), new("b", "Hai", "ít gặp")];

    [Test]
    public void Field_WithHintAndErrors_IsDescribedByAllOfThem()
    {
        var html = Html(
            new()
            {
                Name = "sites[3].latitude",
                Label = "Vĩ độ",
                Hint = "WGS84",
                Required = true,
                Values = ["<x>"],
                Errors = ["Sai", "Thiếu"],
            }
        );

        Assert.That(html, Does.Contain("""<label class="hd-label" for="sites_3__latitude">Vĩ độ"""));
        Assert.That(html, Does.Contain("aria-describedby=\"sites_3__latitude-hint sites_3__latitude-error sites_3__latitude-error-2\""));
        Assert.That(html, Does.Contain("id=\"sites_3__latitude-error-2\""));
        Assert.That(html, Does.Contain("aria-invalid=\"true\"").And.Contain("aria-required=\"true\"").And.Contain("name=\"sites[3].latitude\""));
        Assert.That(html, Does.Contain("value=\"&lt;x&gt;\"").And.Not.Contain("<x>"));
    }

    [Test]
    public void Field_WithoutHintOrError_HasNoDanglingReferences()
    {
        var html = Html(new() { Name = "name", Label = "Tên" });

        Assert.That(html, Does.Not.Contain("aria-describedby").And.Not.Contain("aria-invalid").And.Not.Contain("aria-required"));
    }

    [TestCase(FieldControl.Date, "hd-width-short")]
    [TestCase(FieldControl.Money, "đồng")]
    [TestCase(FieldControl.Phone, "type=\"tel\"")]
    [TestCase(FieldControl.Email, "inputmode=\"email\"")]
    [TestCase(FieldControl.Identity, "inputmode=\"numeric\"")]
    [TestCase(FieldControl.Number, "inputmode=\"decimal\"")]
    [TestCase(FieldControl.Multiline, "<textarea")]
    [TestCase(FieldControl.File, "Chọn tệp…")]
    [TestCase(FieldControl.Time, "Giờ:phút")]
    [TestCase(FieldControl.DateTime, "05/09/2019 08:30")]
    public void Field_OfAKind_HasItsControl(FieldControl control, string expected) =>
        Assert.That(
            Html(
                new()
                {
                    Name = "x",
                    Label = "X",
                    Control = control,
                }
            ),
            Does.Contain(expected)
        );

    [Test]
    public void Field_OfAnyKind_NeverUsesNativeDateOrNumberControls()
    {
        foreach (var control in Enum.GetValues<FieldControl>())
        {
            var html = Html(
                new()
                {
                    Name = "x",
                    Label = "X",
                    Control = control,
                    Required = true,
                    Options = Few,
                }
            );
            Assert.That(html, Does.Not.Contain("type=\"date\"").And.Not.Contain("type=\"number\"").And.Not.Contain(" required="), control.ToString());
        }
    }

    [Test]
    public void Choice_WithFewOptions_IsRadiosInALabelledGroup()
    {
        var html = Html(
            new()
            {
                Name = "kind",
                Label = "Loại",
                Control = FieldControl.Choice,
                Options = Few,
                Values = ["b"],
                Errors = ["Chọn một"],
            }
        );

        Assert.That(html, Does.StartWith("<fieldset").And.Contain("role=\"radiogroup\"").And.Contain("aria-invalid=\"true\""));
        Assert.That(html, Does.Contain("<legend class=\"hd-label\">Loại"));
        Assert.That(html, Does.Match("<input aria-describedby=\"kind-2-hint\" checked=\"checked\"[^>]*id=\"kind-2\""));
        Assert.That(html, Does.Match("id=\"kind\"[^>]*type=\"radio\""), "the summary links to the first option");
    }

    [Test]
    public void Choice_WithManyOptions_IsAList()
    {
        var many = Enumerable.Range(1, 6).Select(number => new FieldChoice($"{number}", $"Huyện {number}")).ToList();

        var html = Html(
            new()
            {
                Name = "district",
                Label = "Huyện",
                Control = FieldControl.Choice,
                Options = many,
                Values = ["6"],
            }
        );

        Assert.That(html, Does.Contain("<select").And.Contain("<option selected=\"selected\" value=\"6\">"));
    }

    [Test]
    public void Checkboxes_KeepEveryChoice()
    {
        var html = Html(
            new()
            {
                Name = "goods",
                Label = "Kèm theo",
                Control = FieldControl.Checkboxes,
                Options = Few,
                Values = ["a", "b"],
            }
        );

        Assert.That(html.Split("checked=\"checked\""), Has.Length.EqualTo(3));
    }

    [Test]
    public void Password_IsNeverWrittenBack() =>
        Assert.That(
            Html(
                new()
                {
                    Name = "p",
                    Label = "Mật khẩu",
                    Control = FieldControl.Password,
                    Values = ["bi-mat"],
                }
            ),
            Does.Not.Contain("bi-mat")
        );

    [Test]
    public void Multiline_KeepsALeadingLineBreak() =>
        Assert.That(
            Html(
                new()
                {
                    Name = "t",
                    Label = "T",
                    Control = FieldControl.Multiline,
                    Values = ["\nhai"],
                }
            ),
            Does.Contain(">\n\nhai</textarea>").Or.Contain(">\n&#xA;hai</textarea>")
        );

    [Test]
    public void HdField_ShowsWhatWasTypedAndWhyItIsWrong()
    {
        var helper = new FieldTagHelper(UiHost.Words)
        {
            Name = "Input.On",
            Label = "Ngày",
            Type = "date",
            Value = "01/01/2020",
            ViewContext = View(),
        };
        helper.ViewContext.ViewData.ModelState.SetModelValue("Input.On", "31/02/2020", "31/02/2020");
        helper.ViewContext.ViewData.ModelState.AddModelError("Input.On", "Không có ngày này");

        var html = UiHost.Html(helper);

        Assert.That(html, Does.Contain("value=\"31/02/2020\"").And.Contain("Không có ngày này").And.Contain("id=\"Input_On\""));
    }

    [Test]
    public void HdField_OfAnUnknownType_FailsLoudly() => Assert.That(() => FieldControls.Of("datum"), Throws.ArgumentException.With.Message.Contain("yes-no"));

    [Test]
    public void ErrorSummary_LinksEveryErrorToItsField()
    {
        var view = View();
        FormRefusals.Add(view.ViewData.ModelState, [new Refusal("some-code", "rows[0].name"), new Refusal("whole-form")], "Input");

        var html = UiHost.Html(new ErrorSummaryTagHelper(UiHost.Words) { ViewContext = view });

        Assert.That(html, Does.Contain("Có 2 chỗ cần sửa").And.Contain("tabindex=\"-1\"").And.Contain("autofocus"));
        Assert.That(html, Does.Contain("<a href=\"#Input_rows_0__name\">some-code</a>").And.Contain("<li>whole-form</li>"));
    }

    [TestCase("", "Có 1 chỗ cần sửa")]
    [TestCase("Chưa được ghi nhận", "Chưa được ghi nhận")]
    public void ErrorSummary_AlwaysHasAHeading(string own, string expected) =>
        Assert.That(
            UiHost.Html(
                new ErrorSummaryTagHelper(UiHost.Words)
                {
                    ViewContext = View(),
                    Refusals = [new Refusal("ReasonRequired", "reason")],
                    Heading = own,
                }
            ),
            Does.Contain($"hd-error-summary-title\">{expected}")
        );

    [Test]
    public void ErrorSummary_WhenNothingIsWrong_IsNotThere() =>
        Assert.That(UiHost.Html(new ErrorSummaryTagHelper(UiHost.Words) { ViewContext = View() }), Is.Empty);

    private static string Html(FormFieldView field) => UiHost.Html(new FieldTagHelper(UiHost.Words) { View = field });

    private static ViewContext View() => new() { ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) };
}
