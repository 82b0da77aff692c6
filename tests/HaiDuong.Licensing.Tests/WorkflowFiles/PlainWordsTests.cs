using System.Text.Json;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>The public reads the rule in force in plain words; what is uncertain stands in fields of its own.</summary>
public sealed class PlainWordsTests
{
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Folder);
    private static readonly HashSet<string> NotRead = new(
        ["doubt", "remark", "source", "sources", "samples", "pattern", "$schema", "cat46"],
        StringComparer.Ordinal
    );

    public static IEnumerable<TestCaseData> Versions() =>
        Catalogue.Versions.Select(version => new TestCaseData(version).SetArgDisplayNames(version.VersionKey));

    [TestCaseSource(nameof(Versions))]
    public void EveryText_OfAProcedure_IsInPlainWords(Domain.Procedures.Procedure version)
    {
        using var file = JsonDocument.Parse(Catalogue.FilesOf(version)["procedure.json"]);

        Assert.That(TextsOf(file.RootElement).SelectMany(PlainWords.Faults), Is.Empty);
    }

    [Test]
    public void EveryTextBesidesProcedures_IsInPlainWords()
    {
        var problems = new List<WorkflowProblem>();
        var map = MapFiles.Load(Folder);
        IEnumerable<string> texts =
        [
            .. CalendarFiles.Load(Folder).SelectMany(calendar => calendar.Sources.Values),
            .. RegimeFiles.Facts(Folder, problems).Select(fact => fact.Source),
            .. map.Limits.SelectMany(limit => new[] { limit.Text, limit.Advice }),
            .. map.Kinds.Select(kind => kind.Text),
        ];

        Assert.That(texts.SelectMany(PlainWords.Faults), Is.Empty);
    }

    [TestCase("Mã thủ tục 2.001173, chưa đối chiếu trên cổng")]
    [TestCase("05 ngày làm việc (có nơi công bố 03 ngày làm việc)")]
    [TestCase("12 tháng để xây dựng (giả định)")]
    [TestCase("Mức độ 3 hoặc 4 (suy đoán từ tổng số của tài liệu)")]
    [TestCase("10 ngày làm việc *")]
    [TestCase("Xem **Mẫu số 04**")]
    public void Faults_OfATextWithDoubt_NameIt(string text) => Assert.That(PlainWords.Faults(text), Is.Not.Empty);

    [Test]
    public void OfPage_LeavesOutTheMarkOfARequiredFieldAlone()
    {
        const string label = """<label>Tên <span class="hd-required" title="Bắt buộc" aria-hidden="true">*</span></label><p>Tổ chức *</p>""";

        Assert.That(PlainWords.Faults(PlainWords.OfPage(label)), Has.Count.EqualTo(1));
    }

    [Test]
    public void Doubts_AreKeptBesideTheRule()
    {
        var facts = Catalogue.Versions.SelectMany(version => version.Facts).ToList();

        Assert.That(facts.Count(fact => fact.Doubt is not null), Is.GreaterThan(100));
        Assert.That(facts.Where(fact => fact.Doubt is not null && (fact.Statement == fact.Doubt || fact.Remark == fact.Doubt)), Is.Empty);
        Assert.That(
            Catalogue.Versions.Single(version => version.Slug == "foreign-printing-permit").Facts.Single(fact => fact.Path == "terms[0]"),
            Has.Property("Statement").EqualTo("05 ngày làm việc").And.Property("Doubt").EqualTo("Có nơi công bố 03 ngày làm việc")
        );
    }

    private static IEnumerable<string> TextsOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Where(member => !NotRead.Contains(member.Name)).SelectMany(member => TextsOf(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsOf),
            JsonValueKind.String => [value.GetString()!],
            _ => [],
        };
}
