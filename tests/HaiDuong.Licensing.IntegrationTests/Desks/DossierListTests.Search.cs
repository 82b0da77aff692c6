using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Features.Work;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

public sealed partial class DossierListTests
{
    [Test]
    public async Task Search_FindsForEachPersonWhatTheyMayFind_AndAHiddenSenderForThoseAloneWhoMayKnow()
    {
        var sent = dossiers.Where(dossier => dossier.Status != DossierStatus.Draft).ToList();
        var wanted = sent.Where(dossier => dossier.HidesApplicant).Concat(sent.Where(dossier => !dossier.HidesApplicant).Take(2)).ToList();
        foreach (
            var (name, person) in people
                .Select(pair => (pair.Key, pair.Value))
                .Concat(StandingIn().Where(one => one.Person.Roles.All(held => held.By?.IsLimited != true)))
        )
        foreach (var dossier in wanted)
        foreach (
            var known in new[]
            {
                dossier.Applicant.Name,
                dossier.Applicant.IdentityNumber,
                dossier.Applicant.Phone,
                dossier.Code,
                dossier.Reference,
            }.OfType<string>()
        )
        {
            var found = await SearchAsync(known, person, null, 1000);

            Assert.That(
                found.Found.Any(one => one.Id == dossier.Id),
                Is.EqualTo(
                    AccessTable.MayFind(person, dossier, Organisation, Now.Date) && AccessTable.MaySeeApplicant(person, dossier, Organisation, Now.Date)
                ),
                $"{name} {dossier.ProcedureSlug} {known}"
            );
        }
    }

    [Test]
    public async Task Search_PageByPage_ShowsEachDossierOnce()
    {
        var clerk = people["trung-tam"];
        var whole = (await SearchAsync("hai duong", clerk, null, 1000)).Found.Select(dossier => dossier.Id).ToList();

        var paged = new List<Guid>();
        for (Guid? after = null; ; )
        {
            var page = await SearchAsync("hai duong", clerk, after, 2);
            paged.AddRange(page.Found.Select(dossier => dossier.Id));
            if ((after = page.Next) is null)
                break;
        }

        Assert.That(whole, Has.Count.GreaterThan(2));
        Assert.That(paged, Is.EqualTo(whole));
    }

    private Task<SearchPage> SearchAsync(string text, Actor person, Guid? after, int most) =>
        office.AtDeskAsync(desk => desk.GetRequiredService<DossierSearchQuery>().ReadAsync(text, person, after, most, CancellationToken.None));
}
