using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>An agency that is asked for its opinion learns it, and is reminded before its time is up.</summary>
public sealed class AgencyNoticeTests
{
    private const string Division = Units.Press;
    private static readonly LocalDateTime Monday = new(2026, 11, 16, 9, 0);
    private static readonly LocalDateTime AnswerBy = new(2026, 11, 19, 17, 0);
    private TestOffice office = null!;

    [SetUp]
    public async Task OpenAsync() => office = await TestOffice.OpenAsync(Monday);

    [TearDown]
    public async Task CloseAsync() => await office.DisposeAsync();

    [Test]
    public async Task AskOpinion_IsMailedOnceToEveryoneWhoAnswersForTheAgency()
    {
        await EngageAsync("first@police.example", "second@police.example", null);
        await AskAsync();
        var mail = new OutboxTests.Letterbox();

        await OutboxTests.SendAsync(office, mail);
        await OutboxTests.SendAsync(office, mail);

        var letters = mail.Letters.Where(letter => letter.To.EndsWith("@police.example", StringComparison.Ordinal)).ToList();
        Assert.That(letters.Select(letter => letter.To), Is.EquivalentTo((string[])["first@police.example", "second@police.example"]));
        Assert.That(letters.Select(letter => letter.Id), Is.Unique);
        Assert.That(letters[0].Text, Does.Contain("Có liên quan đến an ninh không?").And.Contain("17:00 19/11/2026").And.Contain("/d/"));
    }

    [Test]
    public async Task Notice_ToSeveral_OfWhomOneCannotBeReached_IsSentToTheOthersOnce()
    {
        await EngageAsync("first@police.example", "dead@police.example", "third@police.example");
        await AskAsync();
        var mail = new OutboxTests.Letterbox { DeadAddress = "dead@police.example" };

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await OutboxTests.SendAsync(office, mail);
            office.Time.Clock.Now += Duration.FromHours(7);
        }

        var waiting = (await NoticesAsync(NoticeKind.OpinionAsked)).Single();
        mail.DeadAddress = null;
        await OutboxTests.SendAsync(office, mail);

        Assert.That((waiting.SentAt, waiting.LastError), Is.EqualTo(((Instant?)null, "No such mailbox.")));
        Assert.That(
            mail.Letters.Select(letter => letter.To).Where(to => to.EndsWith("@police.example", StringComparison.Ordinal)),
            Is.EqualTo(["first@police.example", "third@police.example", "dead@police.example"])
        );
    }

    [Test]
    public async Task Notice_ToAnAgencyNobodyAnswersFor_WaitsUntilSomebodyDoes()
    {
        await EngageAsync([null]);
        await AskAsync();
        var mail = new OutboxTests.Letterbox();

        for (var passed = Duration.Zero; passed < Notice.MostAge + Duration.FromDays(1); passed += Duration.FromHours(7))
        {
            await OutboxTests.SendAsync(office, mail);
            office.Time.Clock.Now += Duration.FromHours(7);
        }

        var waiting = (await NoticesAsync(NoticeKind.OpinionAsked)).Single();
        await EngageAsync("first@police.example");
        await OutboxTests.SendAsync(office, mail);

        Assert.That(waiting, Has.Property(nameof(Notice.SentAt)).Null.And.Property(nameof(Notice.LastError)).Contains("'police'"));
        Assert.That(mail.Letters.Count(letter => letter.To == "first@police.example"), Is.EqualTo(1));
        Assert.That(
            (await NoticesAsync(NoticeKind.OpinionAsked)).Single(),
            Has.Property(nameof(Notice.SentAt)).Not.Null.And.Property(nameof(Notice.LastError)).Null
        );
    }

    [Test]
    public async Task Link_LeavesWithItsMail_AndStandsNowhereElse()
    {
        await AskAsync(link: new("Công an huyện Gia Lộc", "vanthu@gialoc.example"));
        var mail = new OutboxTests.Letterbox();

        await OutboxTests.SendAsync(office, mail);
        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, 19, 9, 30));
        await DeadlineWatchTests.WatchAsync(office);
        await OutboxTests.SendAsync(office, mail);

        var letters = mail.Letters.Where(letter => letter.To == "vanthu@gialoc.example").ToList();
        var secret = letters[0].Text.Split(OpinionLinks.Folder)[1][..43];
        Assert.That(
            (letters.Count, letters[1].Text.Contains(secret, StringComparison.Ordinal)),
            Is.EqualTo((2, false)),
            "asked, and reminded without the secret"
        );
        Assert.That(letters[0].Text, Does.Contain("Kính gửi Công an huyện Gia Lộc").And.Contain("17:00 19/11/2026").And.Not.Contain("/d/"));
        Assert.That((await NoticesAsync(NoticeKind.OpinionLinkSent)).Single().Facts.Keys, Has.None.EqualTo(Notice.SealedFact));
        var kept = await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>().Database.SqlQuery<string>($"""SELECT hash AS "Value" FROM opinion_links""").SingleAsync()
        );
        Assert.That(kept, Is.Not.EqualTo(secret).And.Length.EqualTo(64));
    }

    [Test]
    public async Task Watch_OfADossierWhoseRulesAreGone_GoesOnWithTheNext()
    {
        await EngageAsync("first@police.example");
        await AskAsync();
        await AskAsync();
        await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Database.ExecuteSqlAsync($"UPDATE dossiers SET procedure_slug = 'gone' WHERE id = (SELECT id FROM dossiers ORDER BY id LIMIT 1)")
        );

        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, 19, 9, 30));
        await DeadlineWatchTests.WatchAsync(office);

        Assert.That(await NoticesAsync(NoticeKind.OpinionDueSoon), Has.Count.EqualTo(1));
    }

    [TestCase(18, 16, 30, 0)]
    [TestCase(19, 9, 30, 1)]
    [TestCase(20, 9, 30, 0)]
    public async Task Watch_RemindsTheAgencyOnItsLastWorkingDay_Once(int day, int hour, int minute, int reminders)
    {
        await EngageAsync("first@police.example");
        await AskAsync();

        office.Time.Clock.Now = OfficeClock.ToInstant(new LocalDateTime(2026, 11, day, hour, minute));
        await DeadlineWatchTests.WatchAsync(office);
        await DeadlineWatchTests.WatchAsync(office);

        Assert.That(await NoticesAsync(NoticeKind.OpinionDueSoon), Has.Count.EqualTo(reminders));
    }

    [Test]
    public async Task Watch_OfAnAgencyAskedForToday_DoesNotRemindIt()
    {
        await EngageAsync("first@police.example");
        await AskAsync(Monday.PlusHours(6));

        office.Time.Clock.Now = OfficeClock.ToInstant(Monday.PlusHours(3));
        await DeadlineWatchTests.WatchAsync(office);

        Assert.That(await NoticesAsync(NoticeKind.OpinionDueSoon), Is.Empty);
    }

    private async Task AskAsync(LocalDateTime? answerBy = null, AskByLink? link = null)
    {
        var id = await office.SubmitAsync("publishing-permit");
        await office.AcceptAsync(id);
        var specialist = await PersonAsync(StaffRole.Specialist, Division, null);
        var head = new Actor(Guid.CreateVersion7(), "Trưởng phòng", [new RoleHolding(StaffRole.DivisionHead, Division)]);
        await office.AtDeskAsync(async desk =>
            TestOffice.Sure(
                await desk.GetRequiredService<AssignDossier>().DoAsync(new(id, null, specialist.AccountId!.Value, null), head, CancellationToken.None)
            )
        );
        await office.AtDeskAsync(async desk =>
            TestOffice.Sure(
                await desk.GetRequiredService<AskOpinion>()
                    .DoAsync(
                        new(id, null, "police", "Có liên quan đến an ninh không?", answerBy ?? AnswerBy, [], Link: link),
                        specialist,
                        CancellationToken.None
                    )
            )
        );
    }

    private async Task EngageAsync(params string?[] mails)
    {
        foreach (var mail in mails)
            await PersonAsync(StaffRole.ConsultedAgency, "police", mail);
    }

    private Task<Actor> PersonAsync(StaffRole role, string unit, string? mail) =>
        office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var id = Guid.CreateVersion7();
            db.Users.Add(
                new Account
                {
                    Id = id,
                    DisplayName = "Người giữ việc",
                    UserName = id.ToString("N"),
                    NormalizedUserName = id.ToString("N"),
                    Email = mail,
                }
            );
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = id,
                    Role = role,
                    Unit = unit,
                    ValidFrom = new LocalDate(2020, 1, 1),
                }
            );
            await db.SaveChangesAsync();
            return new Actor(id, "Người giữ việc", [new RoleHolding(role, unit)]);
        });

    private Task<List<Notice>> NoticesAsync(NoticeKind kind) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().Where(notice => notice.Kind == kind).ToListAsync());
}
