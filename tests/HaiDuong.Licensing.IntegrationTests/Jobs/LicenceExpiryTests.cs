using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;
using Journey = HaiDuong.Licensing.Demo.Journey;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

/// <summary>Whoever holds a licence, and the division that gave it, are told before it ends.</summary>
public sealed class LicenceExpiryTests
{
    [Test]
    public async Task Warn_SixtyAndThirtyDaysBeforeTheLastDay_TellsHolderAndHeadOnceEach()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        var journey = await new Journey(office.Time, "game-point-certificate", JourneyPath.Grant).WalkAsync(CancellationToken.None);
        var validTo = journey.Dossier.Decision!.ValidTo!.Value;
        var told = new List<(int Days, int First, int Again)>();

        foreach (var days in new[] { 61, 60, 45, 30, 0, -1 })
        {
            office.Time.Clock.Now = OfficeClock.ToInstant(validTo.PlusDays(-days).At(new LocalTime(6, 0)));
            told.Add((days, await WarnAsync(office), await WarnAsync(office)));
        }

        // The holder, and the two heads whom the merged division has from its predecessors.
        Assert.That(told, Is.EqualTo(new[] { (61, 0, 0), (60, 3, 0), (45, 0, 0), (30, 3, 0), (0, 0, 0), (-1, 0, 0) }));
        var mail = new OutboxTests.Letterbox();
        await OutboxTests.SendAsync(office, mail);
        var letters = mail
            .Letters.Where(letter => letter.Subject.Contains("sắp hết hạn", StringComparison.Ordinal))
            .ToLookup(letter => letter.Text.Contains("/d/", StringComparison.Ordinal));
        Assert.That(letters[false], Has.Exactly(2).Property("Text").Contains("hãy nộp hồ sơ"));
        Assert.That(letters[true], Has.Exactly(4).Property("Text").Contains("Chủ giấy phép đã được nhắc"));
    }

    [Test]
    public async Task Warn_OfALicenceChangedByAPaperThatLeavesItsLastDay_TellsOfTheNewPaperAlone()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        await new Journey(office.Time, "game-point-certificate", JourneyPath.Grant).WalkAsync(CancellationToken.None);
        var validTo = await office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var licence = await db.Licences.Include(one => one.Events).SingleAsync();
            var paper = new LicencePaper("99/GCN-TCCC", licence.IssuedOn.PlusDays(1), licence.Holder, "", "", licence.ValidFrom, null);
            licence.Change(
                new LicenceRule
                {
                    Act = LicenceAct.Reissue,
                    Text = "",
                    Source = "OK",
                    Verified = false,
                    KeepsEnd = true,
                },
                paper,
                new LicenceEntry(Actor.System, office.Time.Clock.Now, paper.IssuedOn)
            );
            await db.SaveChangesAsync();
            return licence.ValidTo!.Value;
        });
        office.Time.Clock.Now = OfficeClock.ToInstant(validTo.PlusDays(-45).At(new LocalTime(6, 0)));

        Assert.That(await WarnAsync(office), Is.EqualTo(3));
        var mail = new OutboxTests.Letterbox();
        await OutboxTests.SendAsync(office, mail);
        Assert.That(
            mail.Letters.Where(letter => letter.Subject.Contains("sắp hết hạn", StringComparison.Ordinal)),
            Has.All.Property("Text").Contains("99/GCN-TCCC")
        );
    }

    [Test]
    public async Task Warn_OfARevokedLicence_TellsNobody_AndTheHolderHasBeenToldWhereToLook()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        var decision = (await new Journey(office.Time, "game-point-certificate", JourneyPath.Grant).WalkAsync(CancellationToken.None)).Dossier.Decision!;
        var day = decision.ValidTo!.Value.PlusDays(-45);
        office.Time.Clock.Now = OfficeClock.ToInstant(day.At(new LocalTime(6, 0)));
        await office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var licence = await db.Licences.Include(one => one.Events).SingleAsync();
            Assert.That(licence.Revoke(null, "Nghị định 27/2018/NĐ-CP", "Vi phạm", day, new LicenceEntry(Actor.System, office.Time.Clock.Now, day)), Is.Empty);
            return await db.SaveChangesAsync();
        });

        Assert.That(await WarnAsync(office), Is.Zero);
        var mail = new OutboxTests.Letterbox();
        await OutboxTests.SendAsync(office, mail);
        Assert.That(mail.Letters, Has.Exactly(1).Property("Text").Contains($"/tra-cuu-giay-phep?q={Uri.EscapeDataString(decision.Number!)}"));
    }

    private static Task<int> WarnAsync(TestOffice office) =>
        office.AtDeskAsync(desk =>
            ActivatorUtilities.CreateInstance<LicenceExpiry>(desk, ActivatorUtilities.CreateInstance<OwedNotices>(desk)).WarnAsync(CancellationToken.None)
        );
}
