using System.Text;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Calendars;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>The page of every step that waits in the demo office, and the pages beside the route: they fit a desk and a phone, and axe finds nothing.</summary>
public sealed class StepPageTests : JourneyTest
{
    private const string OldRegister = """
        Số GP;Loại giấy phép;Ngày cấp;Tên tổ chức, cá nhân;MST;Địa chỉ;Nội dung;Ghi chú;STT
        05/GP-STTTT;publishing-permit;12/03/2019;Công ty cổ phần Văn hóa và Truyền thông Thành Đông - Chi nhánh thành phố Hải Dƣơng;800111238;Số 15 phố Bạch Đằng;Kỷ yếu;;1
        06/GP-STTTT;publishing-permit;13/03/2019;Công ty Bình Minh;0800111238;;Tờ rơi;;2
        07/GP-STTTT;Cấp phép bay;31/02/2019;;12;;;;3
        """;

    private OfficeServer office = null!;

    protected override string Address => office.Address;

    [OneTimeSetUp]
    public async Task OpenAsync() =>
        office = OfficeServer.Start(await TestCluster.CreateDatabaseAsync(), [KeyValuePair.Create("Office:Demo", (string?)"true")]);

    [OneTimeTearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task Step_ThatWaits_FitsAndIsAccessible(
        [Values(
            StaffRole.CounterClerk,
            StaffRole.Specialist,
            StaffRole.DivisionHead,
            StaffRole.Leader,
            StaffRole.RegistryClerk,
            StaffRole.Accountant,
            StaffRole.ConsultedAgency
        )]
            StaffRole role
    )
    {
        await EndTheWaitForASupplementAsync();
        var pages = await WaitingAsync(role);
        Assert.That(pages, Is.Not.Empty);

        foreach (var desk in pages.GroupBy(page => page.UserName))
            await VisitAsync(desk.Key, [.. desk.Select(page => page.Path)]);
    }

    [Test]
    public async Task Apology_WhileItIsPossibleAndAfter_FitsAndSaysWhy()
    {
        var now = office.Services.GetRequiredService<OfficeClock>().Local;
        var running = (await DossiersAsync())
            .Where(dossier => dossier is { Status: DossierStatus.InProcess, DivisionKey: "press-publishing", RePromises: 0 })
            .ToList();
        var early = running.First(dossier => dossier.PromisedDue!.Value.Date > now.Date.PlusDays(2));
        var late = running.First(dossier => dossier.PromisedDue < now);

        await VisitAsync("truong-phong-bao-chi", [StepPaths.Apology(early.Id)]);
        await Expect(Page.Locator("[name=NewDate]")).ToBeVisibleAsync();
        await Page.GotoAsync(StepPaths.Apology(late.Id));
        await Expect(Page.Locator("[name=NewDate]")).ToHaveCountAsync(0);
        await Expect(Page.Locator(".hd-error-summary")).ToBeVisibleAsync();
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task RegisterAndBooks_FitAndAreAccessible()
    {
        await VisitAsync("van-thu", ["/so-van-ban", "/so-giay-phep"]);
        await Page.Locator("main tbody a").First.ClickAsync();
        await AssertFitsAsync(Page);
        await VisitAsync("giam-doc", [new Uri(Page.Url).PathAndQuery]);
        var number = (await Page.Locator("h1").InnerTextAsync()).Split(' ')[^1];
        await Expect(Page.Locator("[name=Ground]")).ToBeVisibleAsync();
        await VisitAsync("giam-doc", [$"/tra-cuu-giay-phep?q={Uri.EscapeDataString(number)}"]);
        await Expect(Page.Locator("main tbody tr").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task DueDatesToDecide_FitAndAreAccessible()
    {
        await using var desk = office.Services.CreateAsyncScope();
        var today = desk.ServiceProvider.GetRequiredService<OfficeClock>().Today;
        var administrator = new Actor(null, "Quản trị hệ thống", [new RoleHolding(StaffRole.Administrator, "office")]);
        var refusals = await desk
            .ServiceProvider.GetRequiredService<AnnounceCalendar>()
            .DoAsync(
                new CalendarChange(
                    CalendarChangeKind.Closure,
                    "Nghỉ do bão",
                    "Công điện 12/CĐ-UBND",
                    today.Next(IsoDayOfWeek.Monday),
                    today.Next(IsoDayOfWeek.Monday).PlusDays(2),
                    null,
                    [],
                    null
                ),
                administrator,
                CancellationToken.None
            );
        Assert.That(refusals, Is.Empty);
        await desk.ServiceProvider.GetRequiredService<ReviewDueDates>().DoAsync(CancellationToken.None);

        await VisitAsync("trung-tam", ["/doi-han"]);
        await Expect(Page.Locator("main table tbody tr").First).ToBeVisibleAsync();
    }

    [Test]
    public async Task FailedNotice_IsListedAndSentAgain()
    {
        await using var desk = office.Services.CreateAsyncScope();
        var db = desk.ServiceProvider.GetRequiredService<OfficeDbContext>();
        var oldest = await db.Notices.OrderBy(notice => notice.Id).FirstAsync(notice => notice.Email != null);
        db.Notices.Add(
            new Notice
            {
                Id = Guid.CreateVersion7(),
                Key = $"{oldest.Key}/refused",
                DossierId = oldest.DossierId,
                Kind = oldest.Kind,
                Email = oldest.Email,
                Facts = oldest.Facts,
                OwedAt = oldest.OwedAt - Notice.MostAge,
                Attempts = 30,
                LastError = "550 5.1.1 mailbox unavailable",
            }
        );
        await db.SaveChangesAsync();

        await VisitAsync("quan-tri", ["/quan-tri/thong-bao"]);
        await Expect(Page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await Page.ClickAsync("main tbody form button");

        Assert.That(
            async () =>
            {
                await Page.ReloadAsync();
                return await Page.Locator("main tbody tr").CountAsync();
            },
            Is.Zero.After(15_000, 500)
        );
        await AssertFitsAsync(Page);
    }

    [Test]
    public async Task PastRecords_FromTheTrialToTheUndo_FitAndAreAccessible()
    {
        await VisitAsync("quan-tri", ["/quan-tri/nhap-du-lieu"]);
        await Page.ClickAsync("main form button");
        await Expect(Page.Locator(".hd-error-summary")).ToBeVisibleAsync();
        await AssertFitsAtBothAsync(Page);
        await Page.CheckAsync("[name=kind][value=Licences]");
        await Page.SetInputFilesAsync(
            "[name=file]",
            new FilePayload
            {
                Name = "so-cu.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(OldRegister),
            }
        );
        await Page.ClickAsync("main form button");
        await Page.ArriveAsync("**/quan-tri/nhap-du-lieu/*-*");
        await AssertFitsAtBothAsync(Page);

        await Page.ClickAsync("form[action$=Confirm] button");
        await Expect(Page.Locator(".hd-error-summary")).ToBeVisibleAsync();
        await AssertFitsAtBothAsync(Page);
        await Page.CheckAsync("[name=pairsSeen]");
        await Page.ClickAsync("form[action$=Confirm] button");
        await Expect(Page.Locator("form[action$=Undo]")).ToBeVisibleAsync();
        await AssertFitsAtBothAsync(Page);
        await Page.ClickAsync("form[action$=Undo] button");
        await Expect(Page.Locator("form[action$=Undo]")).ToHaveCountAsync(0);
        await VisitAsync("quan-tri", ["/quan-tri/nhap-du-lieu"]);
    }

    [Test]
    public async Task RegisterOfPlaces_BroughtAsAFile_IsTriedConfirmedAndUndone()
    {
        const string list = "Mã trạm;Doanh nghiệp;Địa chỉ;Vĩ độ;Kinh độ\nHD-9001;Viễn thông;Gia Lộc;20,871250;106,291480\nHD-9002;;Gia Lộc;10,5;106,29\n";
        await VisitAsync("chuyen-vien-vien-thong", ["/ban-do", "/ban-do/nhap"]);
        await Page.CheckAsync("input[value=Mast]");
        await Page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = "tram.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(list),
            }
        );
        await Page.ClickAsync("form.hd-panel button");
        await Expect(Page.Locator("main tbody tr")).ToHaveCountAsync(2);
        await VisitAsync("chuyen-vien-vien-thong", [new Uri(Page.Url).PathAndQuery]);

        await Page.ClickAsync("form[action*=Confirm] button");
        await Expect(Page.Locator(".hd-flash-good")).ToContainTextAsync("1 địa điểm");
        await AssertFitsAsync(Page);
        await Page.ClickAsync("form[action*=Undo] button");
        await Expect(Page.Locator(".hd-flash-good")).ToContainTextAsync("ra khỏi bản đồ");
    }

    private async Task VisitAsync(string userName, IReadOnlyList<string> paths)
    {
        await Context.ClearCookiesAsync();
        await LogInAsync(Page, userName);
        foreach (var path in paths)
        {
            var answer = await Page.GotoAsync(path);
            Assert.That((answer!.Status, new Uri(Page.Url).PathAndQuery), Is.EqualTo((200, path)));
            await AssertFitsAtBothAsync(Page);
        }
    }

    /// <summary>The waiting steps of a role: one of each procedure, step and kind of draft, with the account that has it on the desk.</summary>
    private async Task<IReadOnlyList<(string UserName, string Path)>> WaitingAsync(StaffRole role)
    {
        var rulebooks = office.Services.GetRequiredService<Rulebooks>();
        await using var desk = office.Services.CreateAsyncScope();
        var people = await DemoPeople.ActorsAsync(desk.ServiceProvider.GetRequiredService<OfficeDbContext>(), CancellationToken.None);
        return
        [
            .. from dossier in await DossiersAsync()
            where dossier.Status != DossierStatus.WithdrawalAsked
            from item in dossier.Work
            where item.Role == role
            group (dossier, item) by (dossier.ProcedureSlug, item.StepId, dossier.ResultDraft?.Kind) into alike
            let shown = alike.First()
            let path = StepPaths.Of(shown.item, rulebooks.For(shown.dossier).StepOrNull(shown.item.StepId))
            select (people.First(person => person.Value.Holds(role, shown.item.Unit)).Key, path),
        ];
    }

    private async Task<IReadOnlyList<Dossier>> DossiersAsync()
    {
        await using var desk = office.Services.CreateAsyncScope();
        return await desk
            .ServiceProvider.GetRequiredService<OfficeDbContext>()
            .Dossiers.AsNoTracking()
            .Include(dossier => dossier.Work)
            .OrderBy(dossier => dossier.Id)
            .ToListAsync();
    }

    /// <summary>Lets the last day of two supplements pass, one before acceptance and one after it: the stop waits then.</summary>
    private async Task EndTheWaitForASupplementAsync()
    {
        foreach (
            var dossier in (await DossiersAsync())
                .Where(dossier => dossier is { Status: DossierStatus.AwaitingSupplement, UnansweredSupplement.IsOpen: true })
                .DistinctBy(dossier => dossier.IsAccepted)
        )
        {
            await using var desk = office.Services.CreateAsyncScope();
            await desk
                .ServiceProvider.GetRequiredService<ActDesk>()
                .DoAsync(
                    dossier.Id,
                    null,
                    Actor.System,
                    (waiting, act) => waiting.ExpireSupplement(act with { Local = waiting.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight() }),
                    CancellationToken.None
                );
        }
    }
}
