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
        Assert.That(Catalogue.Find(text, Day).Found.Select(procedure => procedure.Slug), Does.Contain(slug));

    [TestCase("quán net", "game-point-certificate")]
    [TestCase("mở quán NET ở đâu", "game-point-certificate")]
    [TestCase("game", "game-point-certificate")]
    [TestCase("xin giay phep in", "printing-licence")]
    [TestCase("hop boa", "press-conference")]
    [TestCase("quảng cáo tran thong tin dien tu", "information-site-licence", TestName = "What nothing has leaves what comes nearest")]
    [TestCase("làm website", "information-site-licence")]
    [TestCase("cột phát sóng", "bts-investment-approval")]
    [TestCase("chuyển phát nhanh", "postal-licence")]
    [TestCase("mất giấy phép in", "printing-reissue")]
    [TestCase("nhập khẩu sách", "publication-import-permit")]
    [TestCase("game licence", "game-point-certificate")]
    public void Find_InTheWordsOfPeople_ShowsItAmongTheFirst(string text, string slug)
    {
        var hits = Catalogue.Find(text, Day);

        Assert.That(hits.Found.Concat(hits.Near).Take(6).Select(procedure => procedure.Slug), Does.Contain(slug));
    }

    [Test]
    public void Find_ByAShortWord_FindsItAsAWordAlone() =>
        Assert.That(Catalogue.Find("in", Day).Found.Select(procedure => procedure.Field).Distinct(), Has.Exactly(1).Items);

    [TestCase("không có thủ tục này")]
    [TestCase("họp báo trò chơi")]
    public void Find_WhenAWordIsMissing_FindsNothing(string text) => Assert.That(Catalogue.Find(text, Day).Found, Is.Empty);

    [TestCase(null)]
    [TestCase("   ")]
    public void Find_OfNothing_ShowsAll(string? text) => Assert.That(Catalogue.Find(text, Day).Found, Has.Count.EqualTo(Catalogue.All(Day).Count));
}
