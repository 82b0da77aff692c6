using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Jobs;

public sealed class ExpiredTracesTests
{
    [Test]
    public async Task Remove_TakesDraftsOfVisitorsWhoseTimeIsOver_AndNothingElse()
    {
        await using var office = await TestOffice.OpenAsync(new LocalDateTime(2026, 4, 13, 9, 0));
        var submitted = await office.SubmitAsync("publishing-permit");
        var (forgotten, owned, young) = (await DraftAsync(office, null), await DraftAsync(office, Guid.CreateVersion7()), Guid.Empty);
        await office.Time.GoToAsync(office.Time.Clock.Now + VisitorDrafts.Life + Duration.FromMinutes(1), CancellationToken.None);
        young = await DraftAsync(office, null);

        var removed = await office.AtDeskAsync(desk => ActivatorUtilities.CreateInstance<ExpiredTraces>(desk).RemoveAsync(CancellationToken.None));

        var left = await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Dossiers.Select(dossier => dossier.Id).ToListAsync());
        Assert.That(removed, Is.EqualTo(1));
        Assert.That(left, Is.EquivalentTo(new[] { submitted, owned, young }).And.Not.Contain(forgotten));
    }

    private static async Task<Guid> DraftAsync(TestOffice office, Guid? owner)
    {
        var id = Guid.CreateVersion7();
        var applicant = new Domain.Dossiers.Applicant(ApplicantKind.Organisation, "Trung tâm Văn hóa tỉnh", "0800011018", "Số 1", "02203852345", null);
        TestOffice.Sure(
            await office.AtDeskAsync(desk =>
                desk.GetRequiredService<SaveDraft>()
                    .DoAsync(
                        new(id, "publishing-permit", applicant, null, Domain.Dossiers.ReturnBy.Online, FormData.Empty),
                        owner is null ? Actor.ApplicantOf(id, applicant.Name) : Actor.ApplicantNamed(applicant.Name, owner),
                        CancellationToken.None
                    )
            )
        );
        return id;
    }
}
