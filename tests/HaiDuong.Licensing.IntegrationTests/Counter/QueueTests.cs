using System.Net;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Queue;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>Số thứ tự: drawn on a device in the hall, called to windows, shown on a screen.</summary>
internal sealed class QueueTests
{
    private const string Screen = $"/man-hinh-goi-so/{Units.Counter}";
    private DeskHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await DeskHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    /// <summary>Each test has a day of its own.</summary>
    [SetUp]
    public void GoToTheNextDay() => host.Clock.AdvanceDays(1);

    [Test]
    public async Task Device_OpenedByAClerk_DrawsNumbersAndNothingElse()
    {
        var hall = host.Browser();
        var before = await hall.GetAsync("/lay-so");
        await hall.GetAsync("/dang-nhap");
        await hall.PostAsync("/dang-nhap", new() { ["Name"] = "mot-cua", ["Password"] = DeskHost.Password });
        await hall.GetAsync("/mot-cua/goi-so");
        var opened = await hall.PostAsync("/mot-cua/goi-so?handler=Device", []);
        var device = await hall.GetAsync("/lay-so");
        var drawn = await hall.PostAsync("/lay-so", []);
        var again = await hall.PostAsync("/lay-so", []);
        var slip = await hall.GetAsync(drawn.Location!);
        await hall.GetAsync("/lay-so");
        var second = await hall.PostAsync("/lay-so", []);
        var waiting = await hall.GetAsync(second.Location!);

        host.Clock.AdvanceDays(1);
        var nextDay = await hall.GetAsync("/lay-so");

        Assert.That(before.Html, Does.Contain("chưa được mở"));
        Assert.That((opened.Location, (await hall.GetAsync("/mot-cua/goi-so")).Status), Is.EqualTo(("/lay-so", HttpStatusCode.Redirect)), "logged out");
        Assert.That(device.Html, Does.Contain("Lấy số"));
        Assert.That((drawn.Location, again.Location, second.Location), Is.EqualTo(("/lay-so/1", "/lay-so/1", "/lay-so/2")), "a form sent twice draws one");
        Assert.That(slip.Html, Does.Contain("Không có ai chờ trước"));
        Assert.That(waiting.Html, Does.Contain("Còn 1 người chờ trước"));
        Assert.That((await host.Browser().GetAsync("/lay-so/1")).Status, Is.EqualTo(HttpStatusCode.NotFound), "on any other device");
        Assert.That(nextDay.Html, Does.Contain("chưa được mở"), "opened for the day");
    }

    [Test]
    public async Task Clerk_CallsToTheWindow_AndTheScreenShowsIt()
    {
        await DrawAsync(3);
        var clerk = await host.AsAsync("mot-cua");

        async Task<string> CallAsync(QueueCall what, string? number = null, int window = 3)
        {
            await clerk.GetAsync($"/mot-cua/goi-so?quay={window}");
            var answer = await clerk.PostAsync(
                "/mot-cua/goi-so",
                new()
                {
                    ["quay"] = $"{window}",
                    ["what"] = $"{what}",
                    ["Number"] = number ?? "",
                }
            );
            return answer.Location is { } place ? (await clerk.GetAsync(place)).Html : answer.Html;
        }

        var nobody = await CallAsync(QueueCall.Again);
        await CallAsync(QueueCall.Next);
        var screen = (await host.Browser().GetAsync(Screen)).Html;
        await CallAsync(QueueCall.Absent);
        await CallAsync(QueueCall.Next);
        var elsewhere = await CallAsync(QueueCall.Number, "2", window: 4);
        var unknown = await CallAsync(QueueCall.Number, "17");
        var back = await CallAsync(QueueCall.Number, "1");
        await CallAsync(QueueCall.Next);
        var empty = await CallAsync(QueueCall.Next);
        await CallAsync(QueueCall.Done);

        Assert.That(nobody, Does.Contain("Quầy 3 chưa gọi ai"));
        Assert.That(screen, Does.Contain("<tr><td>1</td><td>3</td></tr>").And.Contain("Đang chờ: 2 người"));
        Assert.That(elsewhere, Does.Contain("Số 2 đang ở quầy 3"));
        Assert.That(unknown, Does.Contain("Hôm nay không có số này"));
        Assert.That(back, Does.Contain("<strong>1</strong>"));
        Assert.That(empty, Does.Contain("Không còn ai chờ").And.Contain("<strong>3</strong>"), "whoever is at the window stays");
        Assert.That((await host.Browser().GetAsync(Screen)).Html, Does.Contain("Chưa gọi số nào"));
        Assert.That(await TicketsAsync(), Is.EqualTo(new[] { (1, 3, false), (2, 3, false), (3, 3, false) }), "all served in the end, the absent one too");
    }

    [Test]
    public async Task Windows_ThatCallAtOnce_CallDifferentPeople()
    {
        await DrawAsync(6);
        var clerk = host.Actors["mot-cua"];

        var refusals = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(window =>
                    host.AtDeskAsync(desk =>
                        desk.GetRequiredService<CallVisitor>().DoAsync(new(QueueCall.Next, (window % 6) + 1, null), clerk, CancellationToken.None)
                    )
                )
        );

        var called = (await TicketsAsync()).Where(ticket => ticket.Window > 0).ToList();
        Assert.That(called, Has.Count.EqualTo(refusals.Count(refused => refused.Count == 0)), "nobody is called twice");
        Assert.That(called.Select(ticket => ticket.Number).Distinct().Count(), Is.EqualTo(called.Count));
    }

    [Test]
    public async Task Call_ByWhoeverIsNotAtTheCounter_OrToNoWindow_IsRefused()
    {
        Task<string> CodeAsync(string who, int? window) =>
            host.AtDeskAsync(async desk =>
                (await desk.GetRequiredService<CallVisitor>().DoAsync(new(QueueCall.Next, window, null), host.Actors[who], CancellationToken.None))[0].Code
            );

        Assert.That(
            (await CodeAsync("chuyen-vien", 1), await CodeAsync("mot-cua", 0), await CodeAsync("mot-cua", null), await CodeAsync("mot-cua", 1)),
            Is.EqualTo(("QueueNotYours", "QueueWindow", "QueueWindow", "QueueEmpty"))
        );
    }

    private async Task DrawAsync(int count)
    {
        for (var drawn = 0; drawn < count; drawn++)
            await host.AtDeskAsync(desk => desk.GetRequiredService<DrawNumber>().DoAsync(host.Actors["mot-cua"], CancellationToken.None));
    }

    private Task<List<(int Number, int Window, bool IsAbsent)>> TicketsAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var day = desk.GetRequiredService<OneStop.Workflows.OfficeClock>().Today;
            var tickets = await desk.GetRequiredService<OfficeDbContext>()
                .QueueTickets.Where(ticket => ticket.Day == day)
                .OrderBy(one => one.Number)
                .ToListAsync();
            return tickets.ConvertAll(ticket => (ticket.Number, ticket.Window ?? 0, ticket.IsAbsent));
        });
}
