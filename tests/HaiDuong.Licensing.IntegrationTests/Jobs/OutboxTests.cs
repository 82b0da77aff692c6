using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Mail;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

public sealed class OutboxTests
{
    private static readonly LocalDateTime Monday = new(2026, 11, 16, 9, 0);

    [Test]
    public async Task Send_RunTwice_SendsEachNoticeOnce()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 3);
        var mail = new Letterbox();

        var first = await SendAsync(office, mail);
        var second = await SendAsync(office, mail);

        Assert.That(first, Is.EqualTo(3));
        Assert.That(second, Is.Zero);
        Assert.That(mail.Letters.Select(letter => letter.Id), Is.Unique);
        Assert.That(mail.Letters, Has.Count.EqualTo(3));
        Assert.That(mail.Letters[0].Text, Does.Contain("/tra-cuu/"));
    }

    [Test]
    public async Task Send_ToATelephone_IsATextMessageAndNoMail()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await office.AtDeskAsync(async desk =>
        {
            var facts = new Dictionary<string, string>
            {
                ["code"] = "A-1",
                ["until"] = "09:10 16/11/2026",
                [OneTimeCodeSeal.Fact] = desk.GetRequiredService<OneTimeCodeSeal>().Seal("012345"),
            };
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.Notices.Add(
                new Notice
                {
                    Id = Guid.CreateVersion7(),
                    Key = "k",
                    Kind = NoticeKind.OneTimeCode,
                    Phone = "0912000111",
                    Facts = facts,
                    OwedAt = office.Time.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });
        var mail = new Letterbox();

        var sent = await SendAsync(office, mail);

        Assert.That((sent, mail.Letters.Count), Is.EqualTo((1, 0)));
        var message = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(office.Options.DataFolder, "sms")).Single());
        Assert.That(message, Does.StartWith("0912000111\n").And.Contain("012345").And.Contain("A-1").And.Contain("09:10 16/11/2026"));
    }

    [Test]
    public async Task Send_ByTwoServersAtOnce_SendsEachNoticeOnce()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 6);
        var mail = new Letterbox();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(office, mail)));

        Assert.That(mail.Letters, Has.Count.EqualTo(6));
        Assert.That(mail.Letters.Select(letter => letter.Id), Is.Unique);
    }

    [Test]
    public async Task Send_ThatFailsAfterTheMailLeft_SendsAgainWithTheSameId()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 1);
        var mail = new Letterbox { FailAfterSending = 1 };

        await SendAsync(office, mail);
        var soon = await SendAsync(office, mail);
        office.Time.Clock.Now += Duration.FromMinutes(1);
        await SendAsync(office, mail);

        Assert.That(soon, Is.Zero, "it waits before it tries again");
        Assert.That(mail.Letters, Has.Count.EqualTo(2));
        Assert.That(mail.Letters.Select(letter => letter.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await NoticeAsync(office), Has.Property(nameof(Notice.SentAt)).Not.Null.And.Property(nameof(Notice.Attempts)).EqualTo(1));
    }

    [Test]
    public async Task Send_KilledBetweenSendingAndMarking_LosesNothing()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 1);
        using var killed = new CancellationTokenSource();
        var mail = new Letterbox
        {
            AfterSending = () =>
            {
                killed.Cancel();
                killed.Token.ThrowIfCancellationRequested();
            },
        };

        Assert.That(async () => await SendAsync(office, mail, cancel: killed.Token), Throws.InstanceOf<OperationCanceledException>());
        mail.AfterSending = null;
        var sent = await SendAsync(office, mail);

        Assert.That(sent, Is.EqualTo(1));
        Assert.That(mail.Letters.Select(letter => letter.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await NoticeAsync(office), Has.Property(nameof(Notice.SentAt)).Not.Null);
    }

    [Test]
    public async Task Send_ThatAlwaysFails_GivesUpAfterDaysAndKeepsTheError()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 1);
        var mail = new Letterbox { FailAfterSending = int.MaxValue };

        for (var passed = Duration.Zero; passed < Notice.MostAge; passed += Duration.FromHours(7))
        {
            await SendAsync(office, mail);
            office.Time.Clock.Now += Duration.FromHours(7);
        }

        var tried = mail.Letters.Count;
        await SendAsync(office, mail);
        var notice = await NoticeAsync(office);
        Assert.That(tried, Is.EqualTo(24), "once every seven hours for seven days");
        Assert.That(mail.Letters, Has.Count.EqualTo(tried), "then no more");
        Assert.That(notice.SentAt, Is.Null);
        Assert.That(notice.LastError, Is.EqualTo("The line broke."));
    }

    [Test]
    public async Task Send_AfterTwoWeeksWithoutAMailServer_LosesNothingAndHardlyAsked()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 3);
        var mail = new Letterbox { IsAway = true };
        var circuit = new MailCircuit();

        for (var hour = 0; hour < 14 * 24; hour++)
        {
            for (var minute = 0; minute < 3; minute++)
                await SendAsync(office, mail, circuit: circuit);
            office.Time.Clock.Now += Duration.FromHours(1);
        }

        var asked = mail.Asked;
        var waiting = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().ToListAsync());
        mail.IsAway = false;
        var sent = await SendAsync(office, mail, circuit: circuit);

        Assert.That(asked, Is.EqualTo(14 * 24), "one mail an opening, not every notice every time");
        Assert.That(waiting.Select(notice => notice.Attempts), Is.All.Zero, "it is not the notices' fault");
        Assert.That(sent, Is.EqualTo(3));
    }

    [Test]
    public async Task Send_WhileTheMailServerHangs_HoldsNoTransactionOpen()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 2);
        long open = -1;
        var mail = new Letterbox
        {
            AfterSending = () =>
                open = office
                    .AtDeskAsync(desk =>
                        desk.GetRequiredService<OfficeDbContext>()
                            .Database.SqlQuery<long>(
                                $"SELECT count(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
                            )
                            .SingleAsync()
                    )
                    .GetAwaiter()
                    .GetResult(),
        };

        await SendAsync(office, mail);

        Assert.That(open, Is.Zero);
    }

    [Test]
    public async Task Send_WhatAKilledProcessHadClaimed_IsSentWhenItsClaimEnds()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 1);
        await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Database.ExecuteSqlAsync($"UPDATE notices SET next_attempt_at = {office.Time.Clock.Now + Duration.FromMinutes(2)}")
        );
        var mail = new Letterbox();

        var early = await SendAsync(office, mail);
        office.Time.Clock.Now += Duration.FromMinutes(2);
        var late = await SendAsync(office, mail);

        Assert.That((early, late), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Write_OfEveryKind_HasSubjectAndText()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        var letters = await office.AtDeskAsync(desk => Task.FromResult(Letters(office, desk)));
        var facts = "answerDue amount answerBy applicant askedBy code due items number oneTimeCode procedure reason receiver reference step until"
            .Split(' ')
            .ToDictionary(name => name, name => $"<{name}>");

        foreach (var kind in Enum.GetValues<NoticeKind>())
        foreach (var language in new[] { null, "en" })
        {
            var letter = letters.Write(
                new Notice
                {
                    Id = Guid.CreateVersion7(),
                    Key = "k",
                    Kind = kind,
                    Facts = facts,
                    OwedAt = office.Time.Clock.Now,
                },
                new("1", "a@b.example", null, language)
            );
            var said = (letter.Subject + letter.Text).Replace(letter.FromName!, "", StringComparison.Ordinal);

            Assert.That(letter.Subject, Is.Not.Empty, kind.ToString());
            Assert.That(said, Does.Not.Contain("{").And.Not.Contain("[").And.Not.Contain("“”"), kind.ToString());
            Assert.That(said.Any(letter => letter > '\u024f' && char.IsLetter(letter)), Is.EqualTo(language is null), kind.ToString());
        }
    }

    [Test]
    [SetUICulture("en")]
    public async Task Send_ToWhoReadEnglishWhenTheyFiled_IsInEnglish()
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        await SubmitManyAsync(office, 1);
        var mail = new Letterbox();

        await SendAsync(office, mail);

        Assert.That(mail.Letters[0].Subject, Does.StartWith("Dossier "));
        Assert.That(mail.Letters[0].Text, Does.Contain("are in Vietnamese").And.Not.Contain("hồ sơ").And.Not.Contain("Cấp"));
    }

    [TestCase("09:00 30/11/2026", "Việc phải làm: Thẩm định. Hạn của bước: 09:00 30/11/2026.\n")]
    [TestCase("", "Việc phải làm: Thẩm định.\n")]
    public async Task Letter_OfWorkWithoutADay_NamesNone(string due, string expected)
    {
        await using var office = await TestOffice.OpenAsync(Monday);
        var letters = await office.AtDeskAsync(desk => Task.FromResult(Letters(office, desk)));
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["step"] = "Thẩm định",
            ["due"] = due,
            ["office"] = "Sở",
        };

        var letter = letters.Write(
            new Notice
            {
                Id = Guid.CreateVersion7(),
                Key = "k",
                Kind = NoticeKind.WorkAssigned,
                Facts = facts,
                OwedAt = office.Time.Clock.Now,
            },
            new("1", "a@b.example", null)
        );

        Assert.That(letter.Text, Does.Contain(expected));
    }

    internal static Task<int> SendAsync(TestOffice office, IMailTransport mail, MailCircuit? circuit = null, CancellationToken cancel = default) =>
        office.AtDeskAsync(desk =>
            new OutboxSender(
                desk.GetRequiredService<OfficeDbContext>(),
                mail,
                circuit ?? new MailCircuit(),
                new FileDropSmsTransport(Path.Combine(office.Options.DataFolder, "sms")),
                Letters(office, desk),
                desk.GetRequiredService<StaffDirectory>(),
                desk.GetRequiredService<OfficeClock>(),
                NullLogger<OutboxSender>.Instance
            ).SendAsync(cancel)
        );

    private static NoticeLetters Letters(TestOffice office, IServiceProvider desk) =>
        new(office.Options, desk.GetRequiredService<ProcedureCatalogue>(), desk.GetRequiredService<OfficeClock>(), desk.GetRequiredService<OneTimeCodeSeal>());

    private static async Task SubmitManyAsync(TestOffice office, int count)
    {
        for (var number = 0; number < count; number++)
            await office.SubmitAsync("publishing-permit", number);
    }

    private static Task<Notice> NoticeAsync(TestOffice office) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().SingleAsync());

    /// <summary>Keeps every letter that was carried away; can break after it has.</summary>
    internal sealed class Letterbox : IMailTransport
    {
        private readonly Lock door = new();
        private readonly List<MailLetter> letters = [];

        public int FailAfterSending { get; set; }

        /// <summary>Nothing can be sent there.</summary>
        public string? DeadAddress { get; set; }

        /// <summary>The whole server is away.</summary>
        public bool IsAway { get; set; }

        public int Asked { get; private set; }

        public Action? AfterSending { get; set; }

        public List<MailLetter> Letters => letters;

        public Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
        {
            lock (door)
            {
                Asked++;
                if (IsAway)
                    throw new MailServerAwayException("Nothing listens there.");
                if (letter.To == DeadAddress)
                    throw new IOException("No such mailbox.");
                letters.Add(letter);
                AfterSending?.Invoke();
                if (letters.Count <= FailAfterSending)
                    throw new IOException("The line broke.");
            }

            return Task.CompletedTask;
        }
    }
}
