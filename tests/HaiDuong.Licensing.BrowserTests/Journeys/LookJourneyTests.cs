using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>Whoever has only the code looks how the dossier goes on, and opens it by the code that is sent to the declared telephone.</summary>
public sealed class LookJourneyTests : JourneyTest
{
    private const string SubmittersNumber = "030085001234";

    // A landline takes no message.
    private const string Mobile = "0912345678";

    [TestCase(1440)]
    [TestCase(390)]
    public async Task Look_ByTheCode_ThenOpenByTheOneTimeCode_FitsAndIsAccessible(int width)
    {
        var reference = await SubmitByAnotherAsync(await VisitorAsync());
        var clerk = await LoggedInAsync("mot-cua");
        await OpenAtCounterAsync(clerk, reference);
        var (code, _) = await AcceptAsync(clerk);
        var visitor = await VisitorAsync(options => AtWidth(options, width));

        await visitor.GotoAsync("/tra-cuu");
        await visitor.FillAsync("[name=code]", code.Replace("-", " ", StringComparison.Ordinal));
        await visitor.FillAsync("[name=number]", SubmittersNumber);
        await visitor.ClickAsync(SendButton);
        await visitor.ArriveAsync($"**/theo-doi/{code}");
        await AssertFitsAsync(visitor);
        await Expect(visitor.Locator("main")).Not.ToContainTextAsync(ApplicantName);

        await visitor.ClickAsync("main a[href$='/mo']");
        await AssertFitsAsync(visitor);
        await visitor.ClickAsync("button[name=go][value=send]");
        await Expect(visitor.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
        await AssertFitsAsync(visitor);
        await visitor.FillAsync("[name=oneTimeCode]", await SentAsync(reference));
        await visitor.ClickAsync("button[name=go][value=code]");
        await visitor.ArriveAsync($"**/theo-doi/{reference}");
        await Expect(visitor.Locator("main")).ToContainTextAsync(ApplicantName);
    }

    private static async Task<string> SubmitByAnotherAsync(IPage page)
    {
        await page.GotoAsync($"/nop-ho-so/{Procedure}");
        await page.ClickAsync("main form .btn-primary");
        await AnswerAsync(page, Answers);
        await page.FillAsync("[name='applicant.phone']", Mobile);
        await page.CheckAsync("[name='submitter.other'][value=true]");
        await page.FillAsync("[name='submitter.name']", "Người đi nộp");
        await page.FillAsync("[name='submitter.identityNumber']", SubmittersNumber);
        await page.ClickAsync("button[name=go][value=next]");
        await page.ArriveAsync("**/giay-to/*");
        await page.SetInputFilesAsync(FileInput, Manuscript);
        await page.ClickAsync("button[name=go][value=next]");
        await page.ArriveAsync("**/xem-lai/*");
        await page.ClickAsync(SendButton);
        await page.ArriveAsync("**/da-nop");
        return (await page.Locator(".hd-reference").InnerTextAsync()).Trim();
    }

    /// <summary>The code as the message shows it.</summary>
    private static async Task<string> SentAsync(string reference)
    {
        await using var scope = WalkedOffice.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var notice = await db
            .Notices.AsNoTracking()
            .SingleAsync(owed =>
                owed.Kind == NoticeKind.OneTimeCode && db.Dossiers.Any(dossier => dossier.Id == owed.DossierId && dossier.Reference == reference)
            );
        return scope.ServiceProvider.GetRequiredService<OneTimeCodeSeal>().Open(notice.Facts[OneTimeCodeSeal.Fact]);
    }
}
