using System.Text;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Batches;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>What the pages are about: what people made, and dossiers in what nobody brings them to alone.</summary>
public sealed partial class EveryPageTests
{
    private const string ForPersons = "game-point-certificate";
    private const string PastRecords = "/quan-tri/nhap-du-lieu";
    private const string Places = "/ban-do/nhap";
    private const string Routes = "/quan-tri/quy-trinh";

    private DossierDriver Driver(string slug = DueOffice.Permit) => new(host.Services, [.. host.Actors.Values], slug);

    /// <summary>What stands in the address: a key, a reference, a code.</summary>
    private async Task<string> MadeAsync(string what)
    {
        var made = what switch
        {
            "taken in quickly" => $"{await QuicklyAsync()}",
            "denunciation" => $"{await TakenInAsync("denunciation-settlement")}",
            "to inspect" => $"{await ToAsync(StepKind.InspectSite, ForPersons)}",
            "to verify" => $"{await ToAsync(StepKind.HumanTask, "complaint-settlement", "verify")}",
            "agency that is asked" => await OpinionAsync(),
            "body asked" => await LinkAsync(),
            "code of a decision" => (await office.FindAsync(await ReachAsync("issued"))).Decision!.VerificationCode,
            "licence" => await LicenceAsync(),
            "unsent" => (await office.FindAsync(await Driver().DraftAsync(host.Actors[DueOffice.Owner]))).Reference,
            "seen by its code" => (await office.FindAsync(await TakenInAsync(ForPersons))).Code!,
            "batch" => await ChosenAsync("/hang-loat", ("Kind", nameof(BatchKind.Assign))),
            "batch that ended" => await EndedBatchAsync(),
            "print" => await ChosenAsync("/in"),
            "hand-over list" => await HandOverListAsync(),
            "register of places" => await UploadedAsync("chuyen-vien-so", Places, new() { ["Kind"] = "Mast" }, "Register", "tram.csv", Masts),
            "old records" => await UploadedAsync("quan-tri", PastRecords, new() { ["kind"] = "Licences" }, "file", "so-cu.csv", OldLicences),
            "account" => $"{host.Actors["chuyen-vien"].AccountId}",
            "route with faults" => await UploadedAsync("quan-tri", Routes, [], "File", "complaint.json", FaultyRoute()),
            "fact" => FactAddress(),
            "route in use" => "standard-licence",
            "procedure with faults" => await FaultyProcedureAsync(),
            _ => $"{await ReachAsync(what)}",
        };
        return made;
    }

    private const string Masts =
        "Mã trạm;Chủ sở hữu;Địa chỉ;Vĩ độ;Kinh độ;Hết hạn\n"
        + "HD-1;Viễn thông Hải Dương;Thị trấn Gia Lộc, huyện Gia Lộc;20,871250;106,291480;31/12/2030\n"
        + "HD-1;Viễn thông Hải Dương;Thị trấn Gia Lộc, huyện Gia Lộc;20,871250;106,291480;31/12/2030\nHD-2;;;106,29;20,87;30/02/2030\n";

    private const string OldLicences =
        "Số giấy phép;Loại giấy phép;Ngày cấp;Tổ chức, cá nhân;Nội dung\n"
        + "91/GP-STTTT;publishing-permit;12/03/2019;Nhà in Thành Đông;Tờ rơi\n;khong-co;30/02/2019;;\n";

    private async Task<Guid> TakenInAsync(string slug = DueOffice.Permit)
    {
        var id = Guid.CreateVersion7();
        TestOffice.Sure(await Driver(slug).TakeInAsync(id));
        return id;
    }

    /// <summary>A dossier that waits at a step, brought there the way that leads to a result.</summary>
    private async Task<Guid> ToAsync(StepKind kind, string slug = DueOffice.Permit, string? step = null)
    {
        var (id, rulebooks) = (await TakenInAsync(slug), host.Services.GetRequiredService<Rulebooks>());
        while (true)
        {
            var dossier = await office.FindAsync(id);
            if (dossier.Work.Any(item => (step is null || item.StepId == step) && rulebooks.For(dossier).StepOrNull(item.StepId)?.Kind == kind))
                return id;
            TestOffice.Sure(await Driver(slug).NextAsync(id));
        }
    }

    private async Task<Guid> QuicklyAsync()
    {
        var (id, like) = (Guid.CreateVersion7(), await office.FindAsync(await TakenInAsync()));
        TestOffice.Sure(
            await Driver()
                .DoAsync<TakeInDossier>(take =>
                    take.DoAsync(
                        new(
                            id,
                            like.ProcedureSlug,
                            SubmissionChannel.Counter,
                            like.Applicant,
                            null,
                            ReturnBy.Counter,
                            Without(like.Form, "summary"),
                            like.Papers
                        )
                        {
                            Abstract = "Xin giấy phép xuất bản kỷ yếu",
                        },
                        host.Actors["mot-cua"],
                        CancellationToken.None
                    )
                )
        );
        return id;
    }

    private async Task<string> OpinionAsync()
    {
        var id = await ReachAsync("agency asked");
        return StepPaths.Opinion(id, (await office.FindAsync(id)).Opinions[0].Id).Split('/')[^1];
    }

    /// <summary>The secret of the mail by which a body without an account is asked.</summary>
    private async Task<string> LinkAsync()
    {
        var id = await ReachAsync("assigned");
        var specialist = await host.AsAsync("chuyen-vien");
        await specialist.GetAsync($"/tham-dinh/{id}");
        await specialist.PostAsync(
            $"/tham-dinh/{id}?handler=Opinion",
            new()
            {
                ["Agency"] = "khac",
                ["BodyName"] = "Công an huyện Gia Lộc",
                ["BodyEmail"] = "vanthu@gialoc.example",
                ["Question"] = "Đề nghị cho ý kiến",
                ["AnswerBy"] = "2025-09-12",
                ["ShownPapers"] = "manuscript",
                ["ShownFields"] = "documentTitle",
            }
        );
        return await host.AtDeskAsync(async desk =>
            desk.GetRequiredService<OneTimeCodeSeal>()
                .Open(
                    (
                        await desk.GetRequiredService<OfficeDbContext>()
                            .Notices.AsNoTracking()
                            .SingleAsync(notice => notice.DossierId == id && notice.Kind == NoticeKind.OpinionLinkSent)
                    ).Facts[Notice.SealedFact]
                )!
        );
    }

    private async Task<string> LicenceAsync()
    {
        await ReachAsync("issued");
        return await host.AtDeskAsync(async desk =>
            $"{await desk.GetRequiredService<OfficeDbContext>().Licences.OrderBy(licence => licence.Id).Select(licence => licence.Id).FirstAsync()}"
        );
    }

    /// <summary>Two dossiers ticked in the head's list, or at the counter, and a button pressed.</summary>
    private async Task<string> ChosenAsync(string page, params (string, string)[] button)
    {
        Guid[] ids = [await TakenInAsync(), await ReachAsync("issued")];
        var reader = await host.AsAsync(button.Length == 0 ? "mot-cua" : "truong-phong");
        await reader.GetAsync("/ho-so");
        return Key(await reader.PostSeveralAsync(page, [.. button, .. ids.Select(id => (BatchBar.Chosen, $"{id}"))]));
    }

    private async Task<string> EndedBatchAsync()
    {
        var batch = await ChosenAsync("/hang-loat", ("Kind", nameof(BatchKind.Assign)));
        var items = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().BatchItems.Where(item => item.BatchId == Guid.Parse(batch)).Select(item => item.Id).ToListAsync()
        );
        var head = await host.AsAsync("truong-phong");
        await head.GetAsync($"/hang-loat/{batch}");
        await head.PostSeveralAsync(
            $"/hang-loat/{batch}",
            [.. items.Select(item => ("lam", $"{item}")), ("Specialist", $"{host.Actors["chuyen-vien"].AccountId}")]
        );
        await host.Services.GetRequiredService<BatchRunner>().RunAsync(CancellationToken.None);
        return batch;
    }

    private async Task<string> HandOverListAsync()
    {
        Guid[] ids = [await TakenInAsync()];
        return await host.AtDeskAsync(async desk =>
            $"{(await desk.GetRequiredService<MakeTransfer>().DoAsync(new MakeTransferRequest(TransferWay.ToDivision, Units.Press, ids), host.Actors["mot-cua"], CancellationToken.None)).Made}"
        );
    }

    private async Task<string> UploadedAsync(string person, string page, Dictionary<string, string> typed, string field, string name, string text)
    {
        var reader = await host.AsAsync(person);
        await reader.GetAsync(page);
        return Key(await reader.PostFileAsync(page, typed, field, name, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Nobody holds a role of it, a way leads nowhere, and a title is missing.</summary>
    private string FaultyRoute() =>
        host
            .Services.GetRequiredService<Rulebooks>()
            .RouteOf("complaint")
            .ToJson()
            .Replace("\"Specialist\"", "\"Inspector\"", StringComparison.Ordinal)
            .Replace("\"Expired\"", "\"Elsewhere\"", StringComparison.Ordinal);

    private string FactAddress()
    {
        var procedure = host.Services.GetRequiredService<ProcedureCatalogue>().InForce("press-conference", DeskHost.Morning.Date)!;
        return $"tap={procedure.VersionKey}&muc={Uri.EscapeDataString(procedure.Facts.First(fact => !fact.Verified).Path)}";
    }

    private async Task<string> FaultyProcedureAsync()
    {
        var page = $"/quan-tri/thu-tuc/{DueOffice.Permit}/sua?phan=papers";
        var administrator = await host.AsAsync("quan-tri");
        await administrator.GetAsync(page);
        await administrator.PostAsync(page, new() { ["doc.papers[0].originals"] = "một" });
        return DueOffice.Permit;
    }

    private async Task<DeskBrowser> HallAsync()
    {
        var hall = host.Browser();
        await hall.GetAsync("/dang-nhap");
        await hall.PostAsync("/dang-nhap", new() { ["Name"] = "mot-cua", ["Password"] = DeskHost.Password });
        await hall.GetAsync("/mot-cua/goi-so");
        await hall.PostAsync("/mot-cua/goi-so?handler=Device", []);
        await hall.GetAsync("/lay-so");
        await hall.PostAsync("/lay-so", []);
        return hall;
    }

    /// <summary>Somebody who typed code and identity number of the dossier made last.</summary>
    private async Task<DeskBrowser> LookerAsync()
    {
        var last = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().OrderByDescending(dossier => dossier.Id).FirstAsync()
        );
        var looker = host.Browser();
        await looker.GetAsync("/tra-cuu");
        await looker.PostAsync("/tra-cuu", new() { ["code"] = last.Code!, ["number"] = last.Submitter?.IdentityNumber ?? last.Applicant.IdentityNumber });
        return looker;
    }

    private static FormData Without(FormData form, string field) =>
        new(form.Values.Where(answer => answer.Key != field).ToDictionary(answer => answer.Key, answer => answer.Value));

    private static string Key(DeskAnswer answer)
    {
        Assert.That(answer.Location, Is.Not.Null, answer.Html);
        return answer.Location!.Split('/')[^1];
    }
}
