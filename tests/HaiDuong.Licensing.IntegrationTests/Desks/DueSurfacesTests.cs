using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Statistics;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Whether a dossier is late is said once: every page, list, filter, statistic and warning says the same of the same dossiers.</summary>
public sealed class DueSurfacesTests
{
    private readonly Dictionary<string, Guid> dossiers = [];
    private DeskHost host = null!;
    private DueOffice office = null!;
    private LocalDateTime due;
    private LocalDateTime now;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        office = new DueOffice(host);
        foreach (
            var name in (string[])
                [
                    "early",
                    "on time",
                    "at its minute",
                    "evening of the last day",
                    "late by a minute",
                    "in term",
                    "withdrawn",
                    "stopped",
                    "awaiting",
                    "apology kept",
                    "apology open",
                    "open",
                ]
        )
            dossiers[name] = await office.AcceptedAsync();
        var first = await office.FindAsync(dossiers["early"]);
        due = first.PromisedDue!.Value;
        now = due.Date.PlusDays(1).At(new LocalTime(8, 0));
        await AskBeforeTheDueDateAsync();
        await office.IssuedAsync(dossiers["early"], due.Date.PlusDays(-1).At(new LocalTime(16, 0)));
        await office.IssuedAsync(dossiers["on time"], due.Date.At(new LocalTime(9, 0)));
        await office.IssuedAsync(dossiers["at its minute"], due);
        await office.IssuedAsync(dossiers["evening of the last day"], due.Date.At(new LocalTime(23, 59)));
        await office.IssuedAsync(dossiers["late by a minute"], due.Date.PlusDays(1).AtMidnight());
        await office.IssuedAsync(dossiers["apology kept"], now.PlusHours(-1));
        await office.SignedAsync(dossiers["open"], now.PlusHours(-1));
        office.Now = now;
        dossiers["in term"] = await office.AcceptedAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [SetUp]
    public void LookAtTheSameMoment() => office.Now = now;

    [TestCase("early", "trước hạn")]
    [TestCase("on time", "đúng hạn")]
    [TestCase("at its minute", "đúng hạn")]
    [TestCase("evening of the last day", "đúng hạn")]
    [TestCase("late by a minute", "quá hạn")]
    [TestCase("withdrawn", "đã rút hồ sơ")]
    [TestCase("stopped", "đã dừng, không tính hạn")]
    [TestCase("awaiting", "tạm dừng tính hạn")]
    [TestCase("apology kept", "quá hạn")]
    [TestCase("apology open", "quá 15 giờ, hẹn lại")]
    [TestCase("open", "quá 15 giờ")]
    [TestCase("in term", "còn ")]
    public async Task EveryPage_SaysTheSameWords(string name, string words)
    {
        var dossier = await office.FindAsync(dossiers[name]);

        var head = await office.BadgeAsync("truong-phong", $"/ho-so/{dossier.Id}", "hd-dossier-marks");
        var tracking = await office.BadgeAsync(DueOffice.Owner, $"/theo-doi/{dossier.Reference}");
        var own = await office.BadgeAsync(DueOffice.Owner, "/ho-so-cua-toi", dossier.Code!);
        var search = await office.BadgeAsync("truong-phong", $"/tim?q={Uri.EscapeDataString(dossier.Applicant.Name)}", dossier.Code!);

        Assert.That(head, Does.StartWith(words));
        Assert.That((tracking, own, search), Is.EqualTo((head, head, head)));
    }

    [TestCase("early", DueClass.Early)]
    [TestCase("on time", DueClass.OnTime)]
    [TestCase("late by a minute", DueClass.Late)]
    [TestCase("withdrawn", DueClass.Withdrawn)]
    [TestCase("stopped", DueClass.Stopped)]
    [TestCase("awaiting", DueClass.Waiting)]
    [TestCase("apology open", DueClass.Overdue)]
    [TestCase("in term", DueClass.InTerm)]
    public async Task Proof_SaysTheClassThatIsStored(string name, DueClass expected)
    {
        var dossier = await office.FindAsync(dossiers[name]);

        var page = await office.PageAsync("truong-phong", $"/ho-so/{dossier.Id}/thoi-han");

        Assert.That(dossier.Due.ClassAt(now), Is.EqualTo(expected));
        Assert.That(page, Does.Contain($"<dd>{DeadlineTexts.Of(expected)}</dd>"));
    }

    [TestCase("withdrawn", false)]
    [TestCase("stopped", false)]
    [TestCase("early", true)]
    public async Task Proof_ForMachinesAndOwners_ClassesOnlyWhatHasAResult(string name, bool hasClass)
    {
        var dossier = await office.FindAsync(dossiers[name]);
        var owner = await host.AsAsync(DueOffice.Owner);

        var page = (await owner.GetAsync($"/theo-doi/{dossier.Reference}/thoi-han")).Html;
        var json = await (await owner.GetAsync($"/theo-doi/{dossier.Reference}/thoi-han/json")).Raw.Content.ReadAsStringAsync();

        Assert.That(page, Does.Contain($"<dd>{DeadlineTexts.Of(dossier.Due.ClassAt(now))}</dd>").And.Contain("ngày nghỉ và ngày làm bù đã công bố đến "));
        Assert.That(json.Contains("\"class\"", StringComparison.Ordinal), Is.EqualTo(hasClass));
    }

    [Test]
    public async Task Statistics_CountTheClassesThatThePagesShow()
    {
        var all = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().Where(dossier => dossier.ProcedureSlug == DueOffice.Permit).ToListAsync()
        );
        int Count(params FinishClass?[] kinds) => all.Count(dossier => dossier.FinishedAt is not null && kinds.Contains(dossier.FinishClass));

        var row = (
            await host.AtDeskAsync(desk => desk.GetRequiredService<OnTimeQuery>().ReadAsync(now.Date.PlusYears(-1), now.Date, CancellationToken.None))
        ).Single();

        Assert.That((row.Early, row.OnTime, row.Late), Is.EqualTo((Count(FinishClass.Early), Count(FinishClass.OnTime), Count(FinishClass.Late))));
        Assert.That((row.Late, row.OnTime), Is.EqualTo((2, 3)), "late by a minute and apologised; on time, at its minute, in the evening");
        Assert.That(row.Without, Is.EqualTo(2), "withdrawn and stopped");
        Assert.That(row.Overdue, Is.EqualTo(all.Count(dossier => dossier.Due.ClassAt(now) == DueClass.Overdue)));
        Assert.That(row.Waiting, Is.EqualTo(all.Count(dossier => dossier.Due.ClassAt(now) == DueClass.Waiting)));
    }

    [Test]
    public async Task Lists_ShowAndFilterWhatIsLate()
    {
        var open = await office.FindAsync(dossiers["open"]);
        var head = await office.BadgeAsync("truong-phong", $"/ho-so/{open.Id}", "hd-dossier-marks");

        var late = await office.PageAsync("truong-phong", "/viec-cua-toi?qua-han=true");
        var registry = await office.PageAsync("van-thu", "/viec-cua-toi?qua-han=true");

        Assert.That(await office.BadgeAsync("van-thu", "/phat-hanh", open.Code!), Is.EqualTo(head), "the registry's list");
        Assert.That(registry, Does.Contain(open.Code!), "its step has time, the dossier has none");
        Assert.That(late, Does.Contain((await office.FindAsync(dossiers["apology open"])).Code!));
        Assert.That(
            late,
            Does.Not.Contain((await office.FindAsync(dossiers["in term"])).Code!).And.Not.Contain((await office.FindAsync(dossiers["awaiting"])).Code!)
        );
    }

    [Test]
    public async Task Watch_WarnsOfExactlyWhatIsOverdue()
    {
        await host.AtDeskAsync(desk =>
            ActivatorUtilities.CreateInstance<DeadlineWatch>(desk, ActivatorUtilities.CreateInstance<OwedNotices>(desk)).WatchAsync(CancellationToken.None)
        );

        var told = await host.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Notices.Where(notice => notice.Kind == NoticeKind.Overdue)
                .Select(notice => notice.DossierId!.Value)
                .Distinct()
                .ToListAsync()
        );
        var overdue = new List<Guid>();
        foreach (var id in dossiers.Values)
            if ((await office.FindAsync(id)).Due.ClassAt(now) == DueClass.Overdue)
                overdue.Add(id);
        Assert.That(told, Is.SupersetOf(overdue));
        Assert.That(overdue, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task TermOfClockHours_IsLateAMinuteAfterItsMinute_Everywhere()
    {
        var id = await office.AcceptedAsync("press-conference");
        var dossier = await office.FindAsync(id);
        var minute = dossier.PromisedDue!.Value;
        foreach (var (at, words, overdue) in new[] { (minute, $"hôm nay {minute.TimeOfDay:HH:mm}", false), (minute.PlusMinutes(1), "quá 1 phút", true) })
        {
            office.Now = at;
            var head = await office.BadgeAsync("truong-phong", $"/ho-so/{id}", "hd-dossier-marks");
            var rows = await host.AtDeskAsync(desk => desk.GetRequiredService<OnTimeQuery>().ReadAsync(at.Date, at.Date, CancellationToken.None));
            var others = await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>().Dossiers.CountAsync(other => other.Id != id && other.FinishedAt == null && other.LateFrom <= at)
            );

            Assert.That(head, Is.EqualTo(words));
            Assert.That(await office.BadgeAsync(DueOffice.Owner, $"/theo-doi/{dossier.Reference}"), Is.EqualTo(head));
            Assert.That(rows.Sum(row => row.Overdue) - others, Is.EqualTo(overdue ? 1 : 0));
        }
    }

    [Test]
    public async Task Loads_CountTheLateWorkThatTheFilterShows()
    {
        var id = await office.DoAsync(await office.AcceptedAsync(), now, (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")));
        office.Now = now.PlusYears(1);

        var load = (
            await host.AtDeskAsync(desk => desk.GetRequiredService<SpecialistLoadQuery>().ReadAsync(Units.Press, office.Now, CancellationToken.None))
        ).Single(load => load.Person.AccountId == office.Specialist.AccountId);
        var page = await office.PageAsync("chuyen-vien", "/viec-cua-toi?qua-han=true");

        Assert.That(page, Does.Contain((await office.FindAsync(id)).Code!));
        Assert.That(load.Overdue, Is.EqualTo(load.Open));
    }

    [Test]
    public async Task Upgrade_OfWhatWasStoredBefore_GivesWhatTheActsGive()
    {
        var before = await StatesAsync();
        await SqlAsync("INSERT INTO due_states_to_keep SELECT id FROM dossiers");
        await SqlAsync("UPDATE dossiers SET clock = 0, report_due = NULL, warn_at = '[]', late_from = NULL");
        await SqlAsync("UPDATE work_items SET warn_from = NULL, late_from = NULL");
        await SqlAsync(
            "SET session_replication_role = replica; UPDATE history SET step_class = NULL, late_from = NULL; SET session_replication_role = DEFAULT"
        );

        var kept = await host.AtDeskAsync(desk => desk.GetRequiredService<DueStateUpgrade>().RunAsync(CancellationToken.None));
        var again = await host.AtDeskAsync(desk => desk.GetRequiredService<DueStateUpgrade>().RunAsync(CancellationToken.None));

        Assert.That((kept, again), Is.EqualTo((before.Count, 0)));
        Assert.That(await StatesAsync(), Is.EqualTo(before));
    }

    /// <summary>What happens before the due date: a supplement asked, withdrawn, run out, apologised.</summary>
    private async Task AskBeforeTheDueDateAsync()
    {
        var at = due.Date.PlusDays(-4).At(new LocalTime(9, 0));
        SupplementItem[] items = [new(SupplementTarget.Field, "summary", "Tóm tắt", "Chưa rõ")];
        foreach (var (name, until) in ((string, LocalDate)[])[("awaiting", at.Date.PlusDays(60)), ("stopped", at.Date.PlusDays(1))])
            await office.DoAsync(
                dossiers[name],
                at,
                (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                (dossier, by) =>
                    dossier.AskSupplement(items, "Chưa rõ", until, by("chuyen-vien") with { Seen = [Refusal.QuestionOf("AppointedDayFar", until)] })
            );
        foreach (var name in (string[])["apology open", "apology kept"])
            await office.DoAsync(dossiers[name], at, (dossier, by) => dossier.Apologise(due.Date.PlusDays(7), "Chờ ý kiến", by("truong-phong")));
        await office.DoAsync(dossiers["withdrawn"], at, (dossier, by) =>
            dossier.AskWithdrawal(
                "Đổi kế hoạch",
                new Paper(
                    Guid.CreateVersion7(),
                    WithdrawalRequest.PaperKey,
                    new string('b', 64),
                    "don-rut.pdf",
                    "application/pdf",
                    1000,
                    0,
                    0,
                    by("mot-cua").Now
                ),
                by("mot-cua")
            )
        );
        await office.DoAsync(dossiers["withdrawn"], at, (dossier, by) => dossier.ConfirmWithdrawal(by("truong-phong")));
        await office.DoAsync(
            dossiers["stopped"],
            at.PlusDays(2),
            (dossier, by) => dossier.ExpireSupplement(by("mot-cua") with { Actor = Actor.System }),
            (dossier, by) => dossier.Stop(dossier.Work[0].StepId, "Không bổ sung", by("truong-phong"))
        );
    }

    private Task<List<string>> StatesAsync() =>
        host.AtDeskAsync(async desk =>
        {
            var all = await desk.GetRequiredService<OfficeDbContext>()
                .Dossiers.AsNoTracking()
                .Include(dossier => dossier.Work)
                .Include(dossier => dossier.History)
                .OrderBy(dossier => dossier.Id)
                .ToListAsync();
            return all.ConvertAll(dossier =>
                string.Join(
                    " | ",
                    [
                        $"{dossier.Clock} {dossier.ReportDue} {dossier.LateFrom} {string.Join(",", dossier.WarnAt)}",
                        .. dossier.Work.OrderBy(item => item.Id).Select(item => $"{item.WarnFrom} {item.LateFrom}"),
                        .. dossier.History.OrderBy(line => line.Id).Select(line => $"{line.StepClass}"),
                        // Of acts at one moment only the last tells how the dossier stood.
                        $"{dossier.History.MaxBy(line => line.Id)!.LateFrom}",
                    ]
                )
            );
        });

    private Task<int> SqlAsync(string sql) => host.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlRawAsync(sql));
}
