using System.Text;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.PastRecords;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Features.PastRecords;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.PastRecords;

/// <summary>A file of old records is read on trial, enters as a whole and leaves as a whole.</summary>
public sealed class PastImportTests : PastRecordsTest
{
    [Test]
    public async Task Trial_WritesNothingButItself()
    {
        var before = await Office.WholeAsync();

        var trial = await ReadAsync(TwoLicences + ";publishing-permit;31/02/2019;Công ty;1;\n");

        Assert.That((trial.Import!.Accepted, trial.Import.Rejected), Is.EqualTo((2, 1)));
        Assert.That((await CountAsync("licences"), await CountAsync("licence_events"), await CountAsync("past_dossiers")), Is.EqualTo((0, 0, 0)));
        Assert.That(await Office.WholeAsync(), Is.EqualTo(before));
        Assert.That(
            await Office.AskAsync<string>("SELECT string_agg(code, ',') FROM past_import_rows, jsonb_array_elements_text(codes) code"),
            Is.EqualTo("PastCellMissing,PastDayImpossible,PastTaxCodeWrong")
        );
    }

    [Test]
    public async Task Confirm_EntersTheLicences_AndUndoTakesThemAway()
    {
        var trial = await ReadAsync(TwoLicences);

        Assert.That(await ConfirmAsync(trial), Is.Empty);
        Assert.That(await CountAsync($"licences WHERE import_batch = '{trial.Import!.Id}'"), Is.EqualTo(2));
        Assert.That(await CountAsync("licence_events WHERE kind = 'Entered' AND actor_name = 'Quản trị'"), Is.EqualTo(2));
        Assert.That(await CountAsync("past_import_rows"), Is.Zero);
        Assert.That(await Office.AskAsync<string>("SELECT confirmed_by FROM past_imports"), Is.EqualTo("Quản trị"));

        Assert.That(await UndoAsync(trial), Is.Empty);
        Assert.That((await CountAsync("licences"), await CountAsync("licence_events")), Is.EqualTo((0, 0)));
        Assert.That(await UndoAsync(trial), Is.EqualTo((string[])["PastImportUndone"]));
    }

    [Test]
    public async Task Undo_AfterOneLicenceWasRevoked_IsRefusedAndSaysWhich()
    {
        var trial = await ReadAsync(TwoLicences);
        await ConfirmAsync(trial);
        await using (var scope = Office.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
            var licence = await db.Licences.Include(one => one.Events).SingleAsync(one => one.Number == "07/GP-STTTT");
            var by = new LicenceEntry(OfficeStaff.Leader, Office.Clock.GetCurrentInstant(), BareOffice.Start.Date);
            Assert.That(licence.Revoke(null, "Luật Xuất bản", "Vi phạm", BareOffice.Start.Date, by), Is.Empty);
            await db.SaveChangesAsync();
        }

        Assert.That(await UndoAsync(trial), Is.EqualTo((string[])["PastImportTouched", "PastTouchedRevoked"]));
        Assert.That(await CountAsync("licences"), Is.EqualTo(2));
    }

    [Test]
    public async Task SameFile_AfterItEntered_IsRefusedUntilThatIsUndone()
    {
        var first = await ReadAsync(TwoLicences);
        var second = await ReadAsync(TwoLicences);
        await ConfirmAsync(first);

        var third = await ReadAsync(TwoLicences);

        Assert.That(await ConfirmAsync(second), Is.EqualTo((string[])["PastImportSameFile"]));
        Assert.That((third.Import!.Accepted, third.Import.Rejected), Is.EqualTo((0, 2)));
        await UndoAsync(first);
        Assert.That(await ConfirmAsync(second), Is.Empty);
    }

    [Test]
    public async Task Confirm_OfALicenceThatEnteredMeanwhile_EntersNothing()
    {
        var first = await ReadAsync(TwoLicences);
        var second = await ReadAsync(TwoLicences + "09/GP-STTTT;publishing-permit;21/03/2019;Công ty khác;;\n");
        await ConfirmAsync(first);

        Assert.That(await ConfirmAsync(second), Is.EqualTo((string[])["PastImportOvertaken"]));
        Assert.That(await CountAsync("licences"), Is.EqualTo(2));
        Assert.That(await Office.AskAsync<bool>($"SELECT confirmed_at IS NULL FROM past_imports WHERE id = '{second.Import!.Id}'"), Is.True);
    }

    [Test]
    public async Task Confirm_ByTwoPeopleAtOnce_IsDoneOnce()
    {
        var trial = await ReadAsync(TwoLicences);

        var answers = await Task.WhenAll(ConfirmAsync(trial), ConfirmAsync(trial, actor: OtherAdministrator));

        Assert.That(answers.SelectMany(codes => codes), Is.EqualTo((string[])["PastImportConfirmed"]));
        Assert.That(await CountAsync("licences"), Is.EqualTo(2));
    }

    [Test]
    public async Task Confirm_ThatFailsInTheMiddle_LeavesNothing()
    {
        var lines = new StringBuilder(LicenceHeader);
        for (var number = 1; number <= PastImportStore.Part + 1; number++)
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}/GP-STTTT;publishing-permit;12/03/2019;Công ty {number};;\n");
        var trial = await ReadAsync(lines.ToString());
        await Office.AskAsync<object>(
            $"WITH last AS (UPDATE past_import_rows SET record = record - 'number' WHERE line = {PastImportStore.Part + 2} RETURNING line) SELECT line FROM last"
        );

        Assert.That(async () => await ConfirmAsync(trial), Throws.Exception);
        Assert.That((await CountAsync("licences"), await CountAsync("licence_events")), Is.EqualTo((0, 0)));
        Assert.That(await CountAsync("past_import_rows"), Is.EqualTo(PastImportStore.Part + 1));
        Assert.That(await Office.AskAsync<bool>("SELECT confirmed_at IS NULL FROM past_imports"), Is.True);
    }

    [Test]
    public async Task Pairs_OfTheRegisterAndTheFile_MustBeSeen()
    {
        await ConfirmAsync(await ReadAsync(TwoLicences));
        var trial = await ReadAsync(
            LicenceHeader
                + "11/GP-STTTT;publishing-permit;01/04/2019;Công ty Bình Minh;0800111238;\n12/GP-STTTT;publishing-permit;01/04/2019;CÔNG TY CỔ PHẦN VĂN HÓA THÀNH ĐÔNG;0800111238;\n"
        );

        Assert.That(
            trial.Import!.Pairs.Select(pair => (pair.Name, pair.OtherName)),
            Is.EqualTo(((string, string)[])[("Công ty Bình Minh", "Công ty cổ phần Văn hóa Thành Đông")])
        );
        Assert.That(await ConfirmAsync(trial), Is.EqualTo((string[])["PastImportPairsUnseen"]));
        Assert.That(await ConfirmAsync(trial, pairsSeen: true), Is.Empty);
        Assert.That(await CountAsync("licences WHERE holder ->> 'name' = 'Công ty cổ phần Văn hóa Thành Đông'"), Is.EqualTo(3));
    }

    [Test]
    public async Task Trial_OfAFileInLooseMarksAndOldLetters_EntersClean()
    {
        var trial = await ReadAsync((LicenceHeader + "05/GP-STTTT;publishing-permit;12/03/2019;Cơ sở Phƣơng Đông;;\n").Normalize(NormalizationForm.FormD));

        await ConfirmAsync(trial);

        Assert.That(trial.Import!.Repairs.Keys, Is.EquivalentTo((RepairKind[])[RepairKind.OldLetter, RepairKind.LooseMark]));
        Assert.That(await Office.AskAsync<string>("SELECT holder ->> 'name' FROM licences"), Is.EqualTo("Cơ sở Phương Đông"));
        Assert.That(await CountAsync("past_import_rows WHERE record IS NULL AND repairs IS NOT NULL"), Is.EqualTo(1));
    }

    [Test]
    public async Task Discard_OfATrial_LeavesNothing_AndOfWhatEnteredIsRefused()
    {
        var (trial, entered) = (await ReadAsync(TwoLicences), await ReadAsync(LicenceHeader + "09/GP-STTTT;publishing-permit;21/03/2019;Công ty khác;;\n"));
        await ConfirmAsync(entered);

        Assert.That(await DiscardAsync(trial, OfficeStaff.Clerk), Is.EqualTo((string[])["PastImportAdministratorOnly"]));
        Assert.That(await DiscardAsync(trial, Administrator), Is.Empty);
        Assert.That(await DiscardAsync(entered, Administrator), Is.EqualTo((string[])["PastImportConfirmed"]));
        Assert.That((await CountAsync("past_imports"), await CountAsync("past_import_rows")), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Trial_OfOneProcedureForAllLines_NeedsNoColumn()
    {
        var trial = await ReadAsync("Số GP;Ngày cấp;Đơn vị\n05/GP-STTTT;43536;Trường Nguyễn Trãi\n", procedure: "publishing-permit");

        Assert.That(trial.Import?.Accepted, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_OfNothing_TellsEverythingMissing_AndNothingToWhoMayNot()
    {
        await using var scope = Office.CreateScope();
        var read = scope.ServiceProvider.GetRequiredService<ReadPastRecords>();

        Assert.That(
            Codes((await read.DoAsync(new(null, "", null, null), Administrator, default)).Refusals),
            Is.EqualTo((string[])["PastKindMissing", "PastFileMissing"])
        );
        Assert.That(
            Codes((await read.DoAsync(new(null, "", null, null), OfficeStaff.Clerk, default)).Refusals),
            Is.EqualTo((string[])["PastImportAdministratorOnly"])
        );
    }

    [Test]
    public async Task Import_ConfirmedOrUndoneByWhoMayNot_IsRefused()
    {
        var read = await ReadAsync(TwoLicences);
        Assert.That(await ConfirmAsync(read, actor: OfficeStaff.Registry), Is.EqualTo((string[])["PastImportAdministratorOnly"]));
        Assert.That(await UndoAsync(read, OfficeStaff.Registry), Is.EqualTo((string[])["PastImportAdministratorOnly"]));
    }

    [Test]
    public async Task Dossiers_EnterAndLeave_AndCountInNoOtherTable()
    {
        var before = await Office.WholeAsync();
        var trial = await ReadAsync(
            DossierHeader + "STTTT-2019-00125;publishing-permit;Nguyễn Thị Hương;030185001234;04/03/2019;14/03/2019;20/03/2019;Đã cấp\n",
            PastKind.Dossiers
        );

        Assert.That(await ConfirmAsync(trial), Is.Empty);
        Assert.That(
            await Office.AskAsync<string>("SELECT code || ' ' || (applicant ->> 'name') || ' ' || finished_on FROM past_dossiers"),
            Is.EqualTo("STTTT-2019-00125 Nguyễn Thị Hương 2019-03-20")
        );
        Assert.That(
            (await ReadAsync(DossierHeader + "stttt-2019-00125;publishing-permit;Khác;;04/03/2019;;;\n", PastKind.Dossiers)).Import!.Rejected,
            Is.EqualTo(1)
        );
        Assert.That(await UndoAsync(trial), Is.Empty);
        Assert.That(await CountAsync("past_dossiers"), Is.Zero);
        Assert.That(await Office.WholeAsync(), Is.EqualTo(before));
    }

    private async Task<IReadOnlyList<string>> DiscardAsync(PastTrial trial, Actor actor)
    {
        await using var scope = Office.CreateScope();
        return Codes((await scope.ServiceProvider.GetRequiredService<DiscardPastImport>().DoAsync(trial.Import!.Id, actor, default)).Refusals);
    }
}
