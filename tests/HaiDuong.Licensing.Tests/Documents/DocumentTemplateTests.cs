using System.Text.Json.Nodes;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Templates;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Documents;

public sealed class DocumentTemplateTests
{
    private const string Positions = """
        ---
        form: letter
        subject: V/v {{ kind }}
        to:
        - {{ applicant.name }}
        recipients:
        - Như trên
        ---
        Có {{ form.positions.size }} vị trí.

        {% for p in form.positions %}- {{ p.code }} {{ form.size }}
        {% endfor %}
        """;

    [Test]
    public void Fields_ListWhatTheTemplateReads()
    {
        var template = DocumentTemplate.Parse(Positions);

        Assert.That(template.Fields, Is.EquivalentTo(new[] { "kind", "applicant.name", "form.positions", "form.positions[].code", "form.size" }));
    }

    [Test]
    public void Fill_ReadsJson()
    {
        var model = JsonNode.Parse("""{"kind":"BTS","applicant":{"name":"Công ty A"},"form":{"size":"A4","positions":[{"code":"HD1"},{"code":"HD2"}]}}""")!;

        var content = DocumentTemplate.Parse(Positions).Fill(model);

        Assert.That(content.Form, Is.EqualTo(DocumentForm.Letter));
        Assert.That(content.Page, Is.EqualTo(PageFormat.A4));
        Assert.That(content.Subject, Is.EqualTo("V/v BTS"));
        Assert.That(content.To, Is.EqualTo(new[] { "Công ty A" }));
        Assert.That(Text(content), Is.EqualTo(new[] { "Có 2 vị trí.", "- HD1 A4", "- HD2 A4" }));
    }

    [TestCase("{{ applicant.phone }}", "applicant.phone")]
    [TestCase("{{ nobody }}", "nobody")]
    [TestCase("{% if applicant.phone %}x{% endif %}", "applicant.phone")]
    [TestCase("{% for x in list %}{{ x.b }}{% endfor %}", "list[].b")]
    public void Fill_WithUnknownField_NamesIt(string body, string field)
    {
        var model = new { applicant = new { name = "A" }, list = new[] { new { a = 1 } } };

        var fault = Assert.Throws<DocumentTemplateException>(() => Papers.Content(body, model));

        Assert.That(fault!.Field, Is.EqualTo(field));
        Assert.That(fault.Message, Does.Contain(field));
    }

    [Test]
    public void Fill_WithFieldThatIsEmpty_PrintsNothing()
    {
        var content = Papers.Content("[{{ note }}]", new Dictionary<string, object?> { ["note"] = null });

        Assert.That(Text(content), Is.EqualTo(new[] { "[]" }));
    }

    [TestCase("{{ d | short_date }}", "05/02/2026")]
    [TestCase("{{ d | long_date }}", "ngày 05 tháng 02 năm 2026")]
    [TestCase("{{ late | long_date }}", "ngày 15 tháng 3 năm 2026")]
    [TestCase("{{ fee | money }}", "1.500.000 đồng")]
    [TestCase("{{ name | upcase }}", "ĐẶNG HỮU ƯỚC")]
    [TestCase("{{ t | date_time }}", "09 giờ 05 phút, ngày 05 tháng 02 năm 2026")]
    [TestCase("{{ share | number }}", "1.234,5")]
    public void Filters_WriteAsVietnamesePapersDo(string body, string expected)
    {
        var model = new Dictionary<string, object?>
        {
            ["d"] = new DateOnly(2026, 2, 5),
            ["late"] = "2026-03-15",
            ["fee"] = 1_500_000,
            ["name"] = "Đặng Hữu Ước",
            ["t"] = "2026-02-05T09:05:00+07:00",
            ["share"] = 1234.5m,
        };

        Assert.That(Text(Papers.Content(body, model)), Is.EqualTo(new[] { expected }));
    }

    [TestCase("{{7*7}}")]
    [TestCase("{% raw %}")]
    [TestCase("**đậm** _nghiêng_ `mã`")]
    [TestCase("# x")]
    [TestCase("> trích")]
    [TestCase("1. một")]
    [TestCase("- gạch")]
    [TestCase("| a | b |")]
    [TestCase("<script>alert(1)</script>")]
    [TestCase("&amp; &lt; \\* [a](http://x)")]
    [TestCase("---")]
    [TestCase("dòng 1\n# dòng 2\n---")]
    public void Fill_PrintsValuesAsTheyAre(string value)
    {
        var model = new Dictionary<string, object?> { ["v"] = value };

        Assert.That(Text(Papers.Content("{{ v }}", model)), Is.EqualTo(new[] { value }));
        Assert.That(Text(Papers.Content("{{ v | raw }}", model)), Is.EqualTo(new[] { value }));
        Assert.That(Text(Papers.Content("a {{ v }}", model)), Is.EqualTo(new[] { "a " + value }));
    }

    [Test]
    public void Fill_KeepsAValueInItsTableCell()
    {
        var content = Papers.Content("| A | B |\n|---|---|\n| {{ v }} | 2 |", new Dictionary<string, object?> { ["v"] = "x | y\n| z |" });

        var table = (TableBlock)content.Blocks.Single();
        Assert.That(table.Rows.Single().Select(cell => string.Concat(cell.Runs.Select(run => run.Text))), Is.EqualTo(new[] { "x | y\n| z |", "2" }));
    }

    [Test]
    public void Fill_ComposesDecomposedLetters()
    {
        var content = Papers.Content("{{ v }}", new Dictionary<string, object?> { ["v"] = "Hải Dương".Normalize(System.Text.NormalizationForm.FormD) });

        Assert.That(Text(content), Is.EqualTo(new[] { "Hải Dương" }));
    }

    [TestCase("no front matter")]
    [TestCase("---\nform: poem\n---\nx")]
    [TestCase("---\nform: licence\npage: A3\n---\nx")]
    [TestCase("---\nform: licence\ncolour: red\n---\nx")]
    [TestCase("---\nform: licence\n---\n{{ x ")]
    [TestCase("---\nform: licence\n- item\n---\nx")]
    public void Parse_WithFault_IsRefused(string text) => Assert.Throws<DocumentTemplateException>(() => DocumentTemplate.Parse(text));

    private static IEnumerable<string> Text(DocumentContent content) =>
        content.Blocks.Cast<ParagraphBlock>().Select(block => string.Concat(block.Runs.Select(run => run.Text)));
}
