using System.Net;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Dossiers brought to a step through the pages of whoever does the steps before.</summary>
internal static class GivenSteps
{
    /// <summary>A dossier whose drafted permit, or letter that refuses it, waits for a leader's signature.</summary>
    public static async Task<Guid> ReadyToSignAsync(this DeskHost host, bool refuses = false)
    {
        var id = await host.AppraisedAsync();
        await host.DoneAsync(
            "ke-toan",
            $"/thu-phi/{id}",
            new()
            {
                ["Amount"] = "1500000",
                ["ReceiptNumber"] = id.ToString("N"),
                ["Method"] = "transfer",
            }
        );
        await host.DoneAsync(
            "chuyen-vien",
            $"/du-thao/{id}",
            refuses
                ? new() { ["Decision"] = "Refuse", ["Reason"] = "Nội dung chưa phù hợp" }
                : new()
                {
                    ["Decision"] = "Grant",
                    ["fields.permittedCopies"] = "500",
                    ["fields.permittedDistribution"] = "Trong trường",
                    ["fields.permittedPurpose"] = "Lưu hành nội bộ",
                    ["fields.depositCopies"] = "2",
                }
        );
        await host.DoneAsync("truong-phong", $"/duyet-du-thao/{id}", []);
        return id;
    }

    /// <summary>A dossier that waits for its fee.</summary>
    public static async Task<Guid> AppraisedAsync(this DeskHost host)
    {
        var id = await host.AcceptedDossierAsync();
        var procedure = host.Services.GetRequiredService<Rulebooks>().InForce(Given.Slug, DeskHost.Morning.Date)!.Procedure;
        await host.DoneAsync("truong-phong", $"/phan-cong/{id}", new() { ["Specialist"] = host.Actors["chuyen-vien"].AccountId!.Value.ToString() });
        await host.DoneAsync("chuyen-vien", $"/tham-dinh/{id}", procedure.Checks.ToDictionary(check => $"checks.{check.Key}", _ => "true"));
        return id;
    }

    private static async Task DoneAsync(this DeskHost host, string person, string page, Dictionary<string, string> typed)
    {
        var browser = await host.AsAsync(person);
        await browser.GetAsync(page);
        var answer = await browser.PostAsync(page, typed);
        if (answer.Status != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{page} answered {answer.Status}.");
    }
}
