using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Work;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.PastRecords;

/// <summary>What entered is treated like all others: licences are found and reminded of, old dossiers are found by those who may read them.</summary>
public sealed class PastRecordUseTests : PastRecordsTest
{
    private const string ThreeDossiers =
        DossierHeader
        + "STTTT-2019-00125;publishing-permit;Nguyễn Thị Hƣơng;030185001234;04/03/2019;14/03/2019;20/03/2019;Đã cấp\n"
        + "STTTT-2020-00126;publishing-permit;Nguyễn Thị Hương;030185001234;04/03/2020;;;Từ chối\n"
        + "STTTT-2019-00300;postal-licence;Bưu cục Hương Giang;;05/03/2019;;;Đã cấp\n";

    private static readonly Actor OtherHead = new(null, "Trưởng phòng khác", [new RoleHolding(StaffRole.DivisionHead, Units.Digital)]);

    [TestCase("huong", 3)]
    [TestCase("Nguyễn Thị Hương", 2)]
    [TestCase("stttt-2019", 2)]
    [TestCase("030185001234", 2)]
    [TestCase("%", 0)]
    public async Task Search_ByNameCodeOrNumber_FindsOldDossiers(string text, int count)
    {
        await ConfirmAsync(await ReadAsync(ThreeDossiers, PastKind.Dossiers));

        Assert.That((await SearchAsync(text, OfficeStaff.Clerk)).Found, Has.Count.EqualTo(count));
    }

    [Test]
    public async Task Search_FindsOnlyWhatTheDivisionMayRead()
    {
        await ConfirmAsync(await ReadAsync(ThreeDossiers, PastKind.Dossiers));

        Assert.That(
            (await SearchAsync("stttt", OfficeStaff.Head)).Found.Select(dossier => dossier.Code),
            Is.EqualTo((string[])["STTTT-2020-00126", "STTTT-2019-00125"])
        );
        Assert.That((await SearchAsync("stttt", OtherHead)).Found.Select(dossier => dossier.Code), Is.EqualTo((string[])["STTTT-2019-00300"]));
        Assert.That((await SearchAsync("stttt", Actor.ApplicantNamed("Ai đó"))).Found, Is.Empty);
    }

    [Test]
    public async Task Search_OfManyOldDossiers_IsReadPageByPageWithoutLossOrDouble()
    {
        var lines = string.Concat(Enumerable.Range(1, 70).Select(number => $"HS-{number};publishing-permit;Nguyễn Thị Hương;;04/03/2019;;;Đã cấp\n"));
        await ConfirmAsync(await ReadAsync(DossierHeader + lines, PastKind.Dossiers));

        var seen = new List<string>();
        PastDossierPage page;
        Guid? after = null;
        do
        {
            page = await SearchAsync("huong", OfficeStaff.Clerk, after);
            seen.AddRange(page.Found.Select(dossier => dossier.Code));
            after = page.Next?.Id;
        } while (after is not null);

        Assert.That(seen.Order(), Is.EqualTo(Enumerable.Range(1, 70).Select(number => $"HS-{number}").Order()));
    }

    [Test]
    public async Task Licence_ThatEntered_IsRemindedOfOnce_AndNotWhenItEndedLongAgo()
    {
        var today = BareOffice.Start.Date;
        var trial = await ReadAsync(
            "Số GP;Loại;Ngày cấp;Đơn vị;Email;Hết hạn\n"
                + $"05/GP-STTTT;publishing-permit;12/03/2019;Trường Nguyễn Trãi;truong@example.vn;{today.PlusDays(20):dd/MM/yyyy}\n"
                + $"06/GP-STTTT;publishing-permit;12/03/2019;Trường Nguyễn Trãi;truong@example.vn;{today.PlusDays(-1):dd/MM/yyyy}\n"
                + $"07/GP-STTTT;publishing-permit;12/03/2019;Trường Nguyễn Trãi;truong@example.vn;{today.PlusDays(61):dd/MM/yyyy}\n"
        );
        await ConfirmAsync(trial);

        Assert.That((await WarnAsync(), await WarnAsync()), Is.EqualTo((2, 0)));
        Assert.That(await Office.AskAsync<string>("SELECT facts ->> 'number' FROM notices WHERE email = 'truong@example.vn'"), Is.EqualTo("05/GP-STTTT"));

        await Office.AskAsync<Guid>("UPDATE notices SET sent_at = now() WHERE email IS NOT NULL RETURNING id");
        Assert.That(await UndoAsync(trial), Is.Empty);
        Assert.That(await CountAsync("notices WHERE licence_id IS NULL AND sent_at IS NOT NULL"), Is.EqualTo(1));
        Assert.That(await CountAsync("notices"), Is.EqualTo(1));
    }

    [Test]
    public async Task Reminder_OfALicenceThatEntered_LeadsTheHolderToTheLookUpAndStaffToTheRegister()
    {
        await ConfirmAsync(
            await ReadAsync(
                $"Số GP;Loại;Ngày cấp;Đơn vị;Email;Hết hạn\n05/GP-STTTT;publishing-permit;12/03/2019;Trường Nguyễn Trãi;truong@example.vn;{BareOffice.Start.Date.PlusDays(20):dd/MM/yyyy}\n"
            )
        );
        await WarnAsync();
        await using var scope = Office.CreateScope();
        var letters = ActivatorUtilities.CreateInstance<NoticeLetters>(scope.ServiceProvider);

        var notices = await scope.ServiceProvider.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().ToListAsync();
        var texts = notices.ToDictionary(notice => notice.IsForApplicant, notice => letters.Write(notice, new MailRecipient("1", "a@example.vn", null)).Text);

        Assert.That(texts[true], Does.Contain("Trường Nguyễn Trãi").And.Contain("/tra-cuu-giay-phep?q=05%2FGP-STTTT"));
        Assert.That(
            texts[false],
            Does.Contain("xuất bản tài liệu không kinh doanh").And.Contain($"/so-giay-phep/{await Office.AskAsync<Guid>("SELECT id FROM licences")}")
        );
    }

    [Test]
    public async Task Licence_ThatEntered_IsFoundForARenewal()
    {
        await ConfirmAsync(await ReadAsync(TwoLicences));
        await using var scope = Office.CreateScope();

        var found = await scope
            .ServiceProvider.GetRequiredService<LicenceRegister>()
            .FindAsync(new LicenceQuestion(["publishing-permit"], "Số: 5/gp-stttt", new NodaTime.LocalDate(2019, 3, 12), "0800111238"), default);

        Assert.That(found?.StateOn(BareOffice.Start.Date), Is.EqualTo(LicenceState.InForce));
    }

    private async Task<PastDossierPage> SearchAsync(string text, Actor actor, Guid? after = null)
    {
        await using var scope = Office.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PastDossierSearchQuery>().ReadAsync(text, actor, after, default);
    }

    private async Task<int> WarnAsync()
    {
        await using var scope = Office.CreateScope();
        return await ActivatorUtilities
            .CreateInstance<LicenceExpiry>(scope.ServiceProvider, ActivatorUtilities.CreateInstance<OwedNotices>(scope.ServiceProvider))
            .WarnAsync(default);
    }
}
