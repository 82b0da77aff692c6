using System.Text.Encodings.Web;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>Every answer of every form goes through both: what the server keeps of it is what the browser shows.</summary>
public sealed class FormConditionTests : JourneyTest
{
    private const string Shown = """
        html => {
          const form = document.createElement("form");
          form.innerHTML = html;
          document.querySelector("main").append(form);
          form.elements[0].dispatchEvent(new Event("change", { bubbles: true }));
          const shown = new Set([...form.elements].filter(one => one.name && !one.closest("[data-show-when][hidden]")).map(one => one.name));
          form.remove();
          return [...shown];
        }
        """;

    [Test]
    public async Task Answer_ShowsInTheBrowser_WhatTheServerKeeps()
    {
        await Page.GotoAsync("/nop-ho-so");
        var html = new FieldHtml(WalkedOffice.Server.Services.GetRequiredService<IStringLocalizer<UiText>>());
        var catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
        var tried = 0;
        foreach (var form in catalogue.Versions.SelectMany(procedure => new[] { procedure.Form, procedure.InspectionForm }).OfType<Form>().Append(Tangled))
        foreach (var data in Answered(form))
        {
            var typed = Names(data).ToHashSet(StringComparer.Ordinal);

            var shown = await Page.EvaluateAsync<string[]>(Shown, Written(html, form, data));

            Assert.That(shown.Where(typed.Contains), Is.EquivalentTo(Names(FormRules.Visible(form, data))), $"{form.Name}: {data.ToJson()}");
            tried++;
        }

        TestContext.Out.WriteLine($"{tried} forms tried");
        Assert.That(tried, Is.GreaterThan(500));
    }

    /// <summary>The form filled in, and then with each answer of each question that has a list of them, and with none.</summary>
    private static IEnumerable<FormData> Answered(Form form)
    {
        var full = new FormData(
            form.Fields.Select(Filled),
            form.Tables.Select(table =>
                KeyValuePair.Create(
                    table.Key,
                    (IReadOnlyList<IReadOnlyDictionary<string, string>>)[new Dictionary<string, string>(table.Fields.Select(Filled))]
                )
            )
        );
        yield return full;
        foreach (var field in form.Fields)
        foreach (var answer in EachAnswer(field))
            yield return full.With(field.Key, answer);
        foreach (var table in form.Tables)
        foreach (var field in table.Fields)
        foreach (var answer in EachAnswer(field))
            yield return full.WithRows(table.Key, [new Dictionary<string, string>(full.RowsOf(table.Key)[0]) { [field.Key] = answer }]);
    }

    private static IEnumerable<string> EachAnswer(FormField field) => field.Kind.Answers(field)?.Append("") ?? [];

    private static KeyValuePair<string, string> Filled(FormField field) => KeyValuePair.Create(field.Key, field.Kind.Answers(field)?[0] ?? "x");

    private static IEnumerable<string> Names(FormData data) =>
        data.Values.Keys.Concat(data.Rows.SelectMany(table => table.Value.SelectMany((row, index) => row.Keys.Select(key => $"{table.Key}[{index}].{key}"))));

    /// <summary>As the pages lay out a form: sections, their fields, and their rows.</summary>
    private static string Written(FieldHtml html, Form form, FormData data)
    {
        using var text = new StringWriter();
        foreach (var section in GeneratedForm.Of(form, data))
        {
            var condition = section.ShowWhen is { } when ? $" data-show-when=\"{HtmlEncoder.Default.Encode(when.ToJson())}\"" : "";
            text.Write($"<section{condition}>");
            foreach (var field in section.Fields)
                html.Write(field).WriteTo(text, HtmlEncoder.Default);
            for (var row = 0; row < (section.Rows?.Rows.Count ?? 0); row++)
            {
                text.Write("<div class='hd-row'>");
                foreach (var field in section.Rows!.FieldsOf(row))
                    html.Write(field).WriteTo(text, HtmlEncoder.Default);
                text.Write("</div>");
            }

            text.Write("</section>");
        }

        return text.ToString();
    }

    /// <summary>What no procedure has yet: chains, a circle, several choices, values with every sign, and rows that look at themselves first.</summary>
    private static Form Tangled =>
        new()
        {
            Name = "Tangled",
            Source = "-",
            Verified = true,
            Sections =
            [
                new FormSection
                {
                    Key = "first",
                    Title = "",
                    Fields =
                    [
                        Choice("a", null, "x", "y=1|2", "\"z\" & <w>"),
                        Choice("b", FormCondition.Of("a", "y=1|2", "\"z\" & <w>"), "x", "y"),
                        Choice("c", FormCondition.Of("b", "y"), "x", "y"),
                        Choice("d", FormCondition.Of("c", "x"), "x", "y"),
                        Choice("round", FormCondition.Of("about", "x"), "x", "y"),
                        Choice("about", FormCondition.Of("round", "x"), "x", "y"),
                        Choice("several", null, "x", "y", "x\ny") with
                        {
                            Type = FieldType.MultiChoice,
                        },
                        Choice("any", FormCondition.Of("several", "y"), "x"),
                    ],
                },
                new FormSection
                {
                    Key = "second",
                    Title = "",
                    ShownWhen = FormCondition.Of("several", "x"),
                    Rows = new FormRows
                    {
                        Key = "rows",
                        ItemLabel = "",
                        MinRows = 1,
                        MaxRows = 3,
                        Fields =
                        [
                            Choice("a", null, "x", "y=1|2"),
                            Choice("own", FormCondition.Of("a", "x"), "x", "y"),
                            Choice("next", FormCondition.Of("own", "x"), "x"),
                            Choice("outer", FormCondition.Of("b", "x"), "x"),
                        ],
                    },
                },
            ],
        };

    private static FormField Choice(string key, FormCondition? when, params string[] values) =>
        new()
        {
            Key = key,
            Label = key,
            Type = FieldType.Choice,
            ShownWhen = when,
            Options = [.. values.Select(value => new FieldOption { Value = value, Label = value })],
        };
}
