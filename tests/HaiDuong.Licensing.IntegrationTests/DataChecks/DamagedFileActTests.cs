using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Registry;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.DataChecks;

/// <summary>An act that meets a file which is not as it was kept is refused, says what to do, and leaves everything as it was.</summary>
public sealed class DamagedFileActTests : OfficeTest
{
    private const string BookLast = "SELECT coalesce(max(last), 0) FROM number_series WHERE series LIKE 'book/%'";

    [TestCase(true)]
    [TestCase(false)]
    public async Task Issue_OfASignedFileThatIsDamagedOrLost_TakesNoNumber(bool isLost)
    {
        var id = await Journey.ReachAsync(DossierAct.Sign);
        var path = PathOf((await Journey.FindAsync(id))!.Decision!.SignedFile);
        var good = await SpoilAsync(path, isLost);
        var before = await Office.WholeAsync();

        var refused = await IssueAsync(id);

        Assert.That(Codes(refused), Is.EqualTo(new[] { "SignedFileDamaged" }));
        Assert.That(refused.Refusals[0].Sentence, Does.Contain("không có số nào được cấp").And.Contain("khôi phục tệp từ bản sao lưu"));
        Assert.That((await Office.AskAsync<long>(BookLast), await Office.WholeAsync()), Is.EqualTo((0L, before)));

        await File.WriteAllBytesAsync(path, good);
        Assert.That((await IssueAsync(id)).Dossier!.Decision!.Number, Does.StartWith("01/"));
    }

    [Test]
    public async Task Renumber_OfADamagedSignedFile_KeepsTheNumberInForce()
    {
        var id = await Journey.ReachAsync(DossierAct.Issue);
        var path = PathOf((await Journey.FindAsync(id))!.Decision!.SignedFile);
        var good = await SpoilAsync(path, isLost: false);
        var before = await Office.WholeAsync();

        var refused = await Journey.DoAsync<RenumberResult>(act => act.DoAsync(new(id, null, "Rách giấy"), OfficeStaff.Registry, default));
        await File.WriteAllBytesAsync(path, good);

        Assert.That(Codes(refused), Is.EqualTo(new[] { "SignedFileOfIssuedDamaged" }));
        Assert.That(await Office.WholeAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task HandOver_OfADamagedResult_IsRefused()
    {
        var id = await Journey.ReachAsync(DossierAct.Issue);
        var path = PathOf((await Journey.FindAsync(id))!.Decision!.IssuedFile!);
        var good = await SpoilAsync(path, isLost: false);

        var refused = await HandOverAsync(id);
        await File.WriteAllBytesAsync(path, good);

        Assert.That(Codes(refused), Is.EqualTo(new[] { "IssuedFileDamaged" }));
        Assert.That((await HandOverAsync(id)).Done, Is.True);
    }

    private Task<ActResult> IssueAsync(Guid id) => Journey.DoAsync<IssueResult>(act => act.DoAsync(new(id, null, "issue"), OfficeStaff.Registry, default));

    private Task<ActResult> HandOverAsync(Guid id) =>
        Journey.DoAsync<HandOverResult>(act => act.DoAsync(new(id, null, "Người nhận", null, ReturnBy.Counter, null), OfficeStaff.Clerk, default));

    private static async Task<byte[]> SpoilAsync(string path, bool isLost)
    {
        var good = await File.ReadAllBytesAsync(path);
        if (isLost)
            File.Delete(path);
        else
            await DataCheckTests.FlipAsync(path);
        return good;
    }

    private string PathOf(string hash) => Path.Combine(Office.Options.DataFolder, "documents", hash[..2], hash);
}
