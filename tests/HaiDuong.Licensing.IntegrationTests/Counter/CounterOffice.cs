using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>An office with an account for every role, whose people come in by the log-in page.</summary>
internal sealed class CounterOffice(OfficeHost host) : IAsyncDisposable
{
    public const string Clerk = "mot-cua";
    public const string OtherClerk = "mot-cua-2";
    public const string Specialist = "chuyen-vien-bao-chi";

    public static async Task<CounterOffice> OpenAsync()
    {
        var host = await OfficeHost.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        await DemoPeople.CreateAsync(
            scope.ServiceProvider,
            scope.ServiceProvider.GetRequiredService<OfficeClock>().Today,
            scope.ServiceProvider.GetRequiredService<OfficeClock>().Today,
            CancellationToken.None
        );
        return new CounterOffice(host);
    }

    public static string NameOf(string userName) => DemoPeople.All.Single(person => person.UserName == userName).DisplayName;

    public PageVisitor Visitor() => host.Visitor();

    public async Task<PageVisitor> LogInAsync(string userName)
    {
        var visitor = host.Visitor();
        await visitor.OpenAsync("/dang-nhap");
        await visitor.SendAsync("/dang-nhap", ("Name", userName), ("Password", DemoPeople.Password));
        return visitor;
    }

    /// <summary>An online dossier that waits for the counter; its id.</summary>
    public async Task<Guid> SubmitAsync()
    {
        var applicant = host.Visitor();
        var reference = await PermitApplication.PrepareAsync(applicant);
        await applicant.SendAsync($"{PermitApplication.Start}/xem-lai/{reference}");
        return await IdOfAsync(reference);
    }

    /// <summary>A submitted dossier of which the counter asks one answer, and a paper, again: its applicant, the page of the answer, its id.</summary>
    public async Task<(PageVisitor Applicant, string Page, Guid Id)> AskedAsync(string field, string? paper = null)
    {
        var applicant = host.Visitor();
        var reference = await PermitApplication.PrepareAsync(applicant);
        await applicant.SendAsync($"{PermitApplication.Start}/xem-lai/{reference}");
        var id = await IdOfAsync(reference);
        var clerk = await LogInAsync(Clerk);
        await clerk.OpenAsync($"/bo-sung/{id}");
        (string, string)[] asked = paper is null ? [] : [("ask", $"Paper:{paper}"), ($"reason.Paper.{paper}", "Thiếu trang")];
        await clerk.SendAsync(
            $"/bo-sung/{id}",
            [
                .. asked,
                ("ask", $"Field:{field}"),
                ($"reason.Field.{field}", "Không khớp"),
                ("reason", "Chưa hợp lệ"),
                ("answerBy", "31/12/2049"),
                ("SeenQuestion", "AppointedDayFar:2049-12-31"),
            ]
        );
        return (applicant, $"/theo-doi/{reference}/bo-sung", id);
    }

    public Task<Guid> IdOfAsync(string reference) =>
        host.ReadAsync(db => db.Dossiers.Where(dossier => dossier.Reference == reference).Select(dossier => dossier.Id).SingleAsync());

    public Task<Dossier> FindAsync(Guid id) =>
        host.ReadAsync(db =>
            db.Dossiers.AsNoTracking().Include(dossier => dossier.Work).Include(dossier => dossier.History).SingleAsync(dossier => dossier.Id == id)
        );

    public Task<string?> ReasonOfRefusalAsync(Guid id) =>
        host.ReadAsync(db => db.History.Where(line => line.DossierId == id && line.Act == DossierAct.RefuseAtDoor).Select(line => line.Note).SingleAsync());

    public Task<int> CountAsync(string applicant) =>
        host.ReadAsync(async db => (await db.Dossiers.AsNoTracking().ToListAsync()).Count(dossier => dossier.Applicant.Name == applicant));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
