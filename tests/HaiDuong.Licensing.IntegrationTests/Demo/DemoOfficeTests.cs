using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.Web.Demo;
using HaiDuong.Licensing.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Demo;

public sealed class DemoOfficeTests
{
    private static readonly LocalDateTime Now = new(2026, 11, 20, 10, 30);

    [Test]
    public async Task Make_InAnEmptyOffice_FillsEveryDeskAndState()
    {
        await using var office = await TestOffice.OpenAsync(Now.PlusYears(-1));

        await DemoOffice.MakeAsync(office.Time, Now, CancellationToken.None);

        var dossiers = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Dossiers.AsNoTracking().Include(dossier => dossier.Work).ToListAsync());
        Assert.That(dossiers.Select(dossier => dossier.Status).Distinct(), Is.EquivalentTo(Enum.GetValues<DossierStatus>().Except([DossierStatus.Draft])));
        Assert.That(dossiers.Select(dossier => dossier.ProcedureSlug).Distinct().Count(), Is.EqualTo(5));
        Assert.That(dossiers, Has.Count.GreaterThanOrEqualTo(40));
        Assert.That(dossiers.Where(dossier => dossier.Status == DossierStatus.InProcess && dossier.StatutoryDue < Now), Is.Not.Empty, "some are overdue");
        Assert.That(dossiers.Where(dossier => dossier.Status == DossierStatus.AwaitingAcceptance && dossier.AnswerDue < Now), Is.Not.Empty, "some were not answered in time");
        Assert.That(
            dossiers.SelectMany(dossier => dossier.Work).Select(item => item.StepId).Distinct(),
            Is.SupersetOf((string[])["receive", "assign", "appraise", "supplement", "collect-fee", "consult-district", "inspect", "draft", "review", "sign", "issue", "return"]));
        Assert.That(dossiers.Where(dossier => dossier.Code is not null).Select(dossier => dossier.Code), Is.Unique);
    }

    [Test]
    public async Task Prepare_InAnOfficeThatHasAccounts_MakesNothing()
    {
        await using var office = await TestOffice.OpenAsync(Now);
        await office.AtDeskAsync(async desk =>
        {
            await DemoPeopleOf(desk);
            return true;
        });

        var isDemo = await office.AtDeskAsync(desk => DemoOffice.PrepareAsync(desk, office.Options, office.ConnectionString, CancellationToken.None));

        Assert.That(isDemo, Is.False);
        Assert.That(await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Dossiers.CountAsync()), Is.Zero);
    }

    private static async Task DemoPeopleOf(IServiceProvider desk)
    {
        var db = desk.GetRequiredService<OfficeDbContext>();
        db.Users.Add(new Web.Access.Account { Id = Guid.CreateVersion7(), UserName = "quan-tri-that", NormalizedUserName = "QUAN-TRI-THAT", DisplayName = "Quản trị" });
        await db.SaveChangesAsync();
    }
}
