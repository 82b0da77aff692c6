using System.Net;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.WorkflowFiles;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NUnit.Framework;
using UglyToad.PdfPig;

namespace HaiDuong.Licensing.IntegrationTests.Routes;

/// <summary>A new version of a procedure comes into force that asks more, checks more and writes other letters; the administrator plans and moves.</summary>
public sealed class ProcedureMoveTests
{
    private const string Old = "procedures/publishing-permit/2025-07-01";
    private const string Young = "procedures/publishing-permit/2025-09-09";
    private const string NewBasis = "Thông tư số 99/2025/TT-MAU";
    private const string Plan = "/quan-tri/quy-trinh/chuyen-phien-ban?thu-tuc=publishing-permit";
    private WorkflowsCopy copy = null!;
    private DeskHost host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        copy = WithANewVersion();
        host = await DeskHost.StartAsync(copy.Root);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await host.DisposeAsync();
        copy.Dispose();
    }

    [Test]
    public async Task Plan_NamesMissingFieldsAndPapers_AndNothingMovesUnconfirmed()
    {
        var id = await host.AcceptedDossierAsync();
        TheNextDay();

        var plan = await (await host.AsAsync("quan-tri")).GetAsync(Plan);

        Assert.That(plan.Html, Does.Contain("Mã số thuế của cơ sở in").And.Contain("Cam kết bản quyền").And.Contain("01/07/2025 → 09/09/2025"));
        Assert.That((await host.DossierAsync(id)).ProcedureVersion, Is.EqualTo(new LocalDate(2025, 7, 1)));
    }

    [Test]
    public async Task Move_TakesTheChecklistAndTheLettersWithIt_AndTheDueDateStays()
    {
        var (id, stays) = (await host.AcceptedDossierAsync(), await host.AcceptedDossierAsync());
        var due = (await host.DossierAsync(id)).StatutoryDue;
        TheNextDay();
        var admin = await host.AsAsync("quan-tri");
        await admin.GetAsync(Plan);

        var answer = await admin.PostAsync(Plan, new() { ["Chosen"] = $"{id}" });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect));
        var moved = await host.DossierAsync(id);
        Assert.That((moved.ProcedureVersion, moved.StatutoryDue), Is.EqualTo((new LocalDate(2025, 9, 9), due)));
        Assert.That(await AppraiseAsync(id, moved: true), Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await AppraiseAsync(stays, moved: false), Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await ResultAsync(id), Does.Contain(NewBasis));
        Assert.That(await ResultAsync(stays), Does.Not.Contain(NewBasis));
    }

    [Test]
    public async Task Move_WithoutTheNewCheck_CannotBeAppraised()
    {
        var id = await host.AcceptedDossierAsync();
        TheNextDay();
        var admin = await host.AsAsync("quan-tri");
        await admin.GetAsync(Plan);
        await admin.PostAsync(Plan, new() { ["Chosen"] = $"{id}" });

        Assert.That(await AppraiseAsync(id, moved: false), Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private async Task<HttpStatusCode> AppraiseAsync(Guid id, bool moved)
    {
        await SendAsync("truong-phong", $"/phan-cong/{id}", new() { ["Specialist"] = $"{host.Actors["chuyen-vien"].AccountId}" });
        string[] checks = ["eligible", "content", "documentType", "quantities", "printer", "feePaid"];
        return await SendAsync(
            "chuyen-vien",
            $"/tham-dinh/{id}",
            checks.Concat(moved ? ["printerWorks"] : []).ToDictionary(check => $"checks.{check}", _ => "true")
        );
    }

    /// <summary>The words of the licence as the specialist sees it beside the draft.</summary>
    private async Task<string> ResultAsync(Guid id)
    {
        await SendAsync(
            "ke-toan",
            $"/thu-phi/{id}",
            new()
            {
                ["Amount"] = "1.500.000",
                ["ReceiptNumber"] = id.ToString("N"),
                ["Method"] = "cash",
            }
        );
        var browser = await host.AsAsync("chuyen-vien");
        await browser.GetAsync($"/du-thao/{id}");
        var answer = await browser.PostAsync(
            $"/du-thao/{id}?handler=Preview",
            new() { ["Decision"] = "Grant", ["fields.permittedPurpose"] = "Lưu hành nội bộ" }
        );
        using var pdf = PdfDocument.Open(await answer.Raw.Content.ReadAsByteArrayAsync());
        return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    private async Task<HttpStatusCode> SendAsync(string name, string path, Dictionary<string, string> typed)
    {
        var browser = await host.AsAsync(name);
        await browser.GetAsync(path);
        return (await browser.PostAsync(path, typed)).Status;
    }

    private void TheNextDay() => ((FakeClock)host.Services.GetRequiredService<IClock>()).AdvanceDays(1);

    private static WorkflowsCopy WithANewVersion()
    {
        var law = new WorkflowsCopy();
        var catalogue = ProcedureCatalogue.Load(new WorkflowsFolder(law.Root));
        Directory.CreateDirectory(law.PathOf(Young));
        foreach (var (name, text) in catalogue.FilesOf(catalogue.Version("publishing-permit", new LocalDate(2025, 7, 1))))
            File.WriteAllText(law.PathOf($"{Young}/{name}"), text);
        law.Edit($"{Young}/procedure.json", AskMore);
        law.Replace($"{Young}/result.md", "> Căn cứ Nghị định số 138/2025/NĐ-CP của Chính phủ;", $"> Căn cứ {NewBasis};");
        law.Edit($"{Old}/procedure.json", file => file["inForceTo"] = "2025-09-08");
        return law;
    }

    private static void AskMore(JsonNode file)
    {
        file["inForceFrom"] = "2025-09-09";
        var printing = file["form"]!["sections"]!.AsArray().Single(section => section!["key"]!.GetValue<string>() == "printing")!;
        printing["fields"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["key"] = "printerTaxCode",
                    ["label"] = "Mã số thuế của cơ sở in",
                    ["type"] = "text",
                    ["maxLength"] = 20,
                }
            );
        file["papers"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["key"] = "copyright",
                    ["name"] = "Cam kết bản quyền",
                    ["originals"] = 1,
                    ["copies"] = 0,
                    ["source"] = "OK",
                    ["verified"] = false,
                }
            );
        file["checks"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["key"] = "printerWorks",
                    ["text"] = "Cơ sở in còn hoạt động",
                    ["source"] = "OK",
                    ["verified"] = false,
                }
            );
    }
}
