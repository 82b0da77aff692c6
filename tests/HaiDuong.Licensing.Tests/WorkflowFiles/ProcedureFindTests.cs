using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

public sealed class ProcedureFindTests
{
    private static readonly LocalDate Day = new(2025, 9, 8);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(TestContext.CurrentContext.TestDirectory));

    [TestCase("XB01", "publishing-permit")]
    [TestCase("xuat ban tai lieu khong kinh doanh", "publishing-permit")]
    [TestCase("  Họp  BÁO nước ngoài ", "foreign-press-conference")]
    [TestCase("đầu tư trạm", "bts-investment-approval")]
    public void Find_WithOrWithoutMarks_FindsTheProcedure(string text, string slug) =>
        Assert.That(Catalogue.Find(text, Day).Select(procedure => procedure.Slug), Does.Contain(slug));

    [TestCase("không có thủ tục này")]
    [TestCase("họp báo trò chơi")]
    public void Find_WhenAWordIsMissing_FindsNothing(string text) => Assert.That(Catalogue.Find(text, Day), Is.Empty);

    [TestCase(null)]
    [TestCase("   ")]
    public void Find_OfNothing_ShowsAll(string? text) => Assert.That(Catalogue.Find(text, Day), Has.Count.EqualTo(Catalogue.All(Day).Count));
}
