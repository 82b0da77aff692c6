using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Assignment;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Whoever inspects a site sees on its page what stands around it, with the warnings of the appraisal.</summary>
public sealed class InspectPageTests
{
    private const string Slug = "game-point-certificate";
    private const string School = "Trường Tiểu học và Trung học cơ sở Bình Hàn";
    private const string FarSchool = "Trường Trung học phổ thông ở xa";

    private DeskHost host = null!;
    private Guid id;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await DeskHost.StartAsync();
        id = await DossierToInspectAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Inspect_ShowsTheNeighboursAndWarnsOfASchoolBelowTheLimit_AlsoWhenTheRecordIsRefused()
    {
        var asked = await AskedAsync();
        await StandAsync(School, asked with { Latitude = asked.Latitude + 0.001m });
        await StandAsync(FarSchool, asked with { Latitude = asked.Latitude + 0.03m });
        var limit = host.Services.GetRequiredService<ProvinceMap>().LimitsOf(PlaceKind.GamePoint).Single();
        var specialist = await host.AsAsync("chuyen-vien-so");

        var shown = await specialist.GetAsync($"/kiem-tra-thuc-te/{id}");
        var refused = await specialist.PostAsync($"/kiem-tra-thuc-te/{id}", []);

        Assert.That(((int)shown.Status, (int)refused.Status), Is.EqualTo((200, 422)));
        foreach (var page in new[] { shown.Html, refused.Html })
            Assert.That(page, Does.Contain(School).And.Contain(limit.Text).And.Not.Contain(FarSchool));
    }

    private async Task<GeoPosition> AskedAsync()
    {
        var dossier = await host.DossierAsync(id);
        var map = host.Services.GetRequiredService<ProvinceMap>();
        var procedure = host.Services.GetRequiredService<Rulebooks>().For(dossier).Procedure;
        return procedure.Places!.Asked(dossier, procedure, map, host.Clock.GetCurrentInstant()).Single().Position;
    }

    private Task<int> StandAsync(string name, GeoPosition at) =>
        host.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.Places.Add(
                new Place
                {
                    Id = Guid.CreateVersion7(),
                    Kind = PlaceKind.School,
                    Name = name,
                    Owner = "Phòng Giáo dục",
                    Address = "Phường Bình Hàn",
                    Latitude = at.Latitude,
                    Longitude = at.Longitude,
                    RecordedAt = host.Clock.GetCurrentInstant(),
                }
            );
            return await db.SaveChangesAsync();
        });

    /// <summary>A dossier of a game point whose inspection waits.</summary>
    private async Task<Guid> DossierToInspectAsync()
    {
        var dossier = Guid.CreateVersion7();
        var procedure = host.Services.GetRequiredService<Rulebooks>().InForce(Slug, DeskHost.Morning.Date)!.Procedure;
        var applicant = SampleForms.Applicant(procedure, 0);
        var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 0);
        IReadOnlyList<Paper> papers =
        [
            .. procedure.Papers.Select(paper => new Paper(Guid.CreateVersion7(), paper.Key, null, null, null, 0, 1, 0, host.Clock.GetCurrentInstant())),
        ];
        await ActAsync<TakeInDossier>(act =>
            act.DoAsync(
                new(dossier, Slug, SubmissionChannel.Counter, applicant, null, ReturnBy.Counter, form, papers),
                host.Actors["mot-cua"],
                CancellationToken.None
            )
        );
        await ActAsync<AssignDossier>(act =>
            act.DoAsync(new(dossier, null, host.Actors["chuyen-vien-so"].AccountId!.Value, null), host.Actors["phong-khac"], CancellationToken.None)
        );
        var work = (await host.DossierAsync(dossier)).Work.Single();
        IReadOnlyList<CheckResult> checks =
        [
            .. procedure.Checks.Where(check => check.Subject != CheckSubject.Inspection).Select(check => new CheckResult(check.Key, true, null)),
        ];
        await ActAsync<AppraiseDossier>(act =>
            act.DoAsync(new(dossier, null, work.StepId, checks, null), host.Actors["chuyen-vien-so"], CancellationToken.None)
        );
        return dossier;
    }

    private Task<Dossier> ActAsync<TAct>(Func<TAct, Task<ActResult>> act)
        where TAct : notnull =>
        host.AtDeskAsync(async desk =>
            await act(desk.GetRequiredService<TAct>()) is { Done: true } done ? done.Dossier! : throw new InvalidOperationException(typeof(TAct).Name)
        );
}
