using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
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

    /// <summary>An online dossier that waits for the counter, of an applicant and with a title of its own; its id.</summary>
    public Task<Guid> SubmitAsync(params IReadOnlyList<(string Name, string Value)> instead) => SubmitAsync(host.Visitor(), instead);

    public async Task<Guid> SubmitAsync(PageVisitor applicant, params IReadOnlyList<(string Name, string Value)> instead)
    {
        var reference = await PermitApplication.PrepareAsync(applicant, instead.Count > 0 ? instead : PermitApplication.Alone());
        await applicant.SendAsync($"{PermitApplication.Start}/xem-lai/{reference}");
        return await IdOfAsync(reference);
    }

    /// <summary>A dossier taken in at the counter by a clerk; its id.</summary>
    public static async Task<Guid> TakeInAsync(PageVisitor clerk, string applicant, params IReadOnlyList<(string Name, string Value)> instead)
    {
        const string page = "/mot-cua/tiep-nhan/publishing-permit";
        await clerk.OpenAsync(page);
        var typed = Typed(applicant, instead);
        // Until it is taken in: first the sum is shown, and whatever is asked about is meant.
        for (var sent = 0; sent < 3; sent++)
            if ((await clerk.SendAsync(page, typed)).Location is { } receipt)
                return Guid.Parse(receipt.Split('/')[^1]);
        throw new InvalidOperationException("The dossier was not taken in.");
    }

    /// <summary>What a clerk types at the counter.</summary>
    public static IReadOnlyList<(string Name, string Value)> Typed(string applicant, params IReadOnlyList<(string Name, string Value)> instead) =>
        [
            .. PermitApplication.Answers.Where(answer =>
                answer.Name is not ("applicant.name" or "returnBy") && instead.All(other => other.Name != answer.Name)
            ),
            ("applicant.kind", "Organisation"),
            ("applicant.name", applicant),
            ("returnBy", nameof(ReturnBy.Counter)),
            ("intake.channel", "Counter"),
            ("papers.application.originals", "1"),
            ("papers.manuscript.originals", "3"),
            .. instead,
        ];

    /// <summary>The rows of a denunciation, which hides its sender, and whatever else does.</summary>
    public async Task<List<DossierRow>> RowsThatHideAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<StaffDirectory>().MembersAsync(CancellationToken.None);
        var member = people.First(one => one.Roles.Any(held => held.Role == StaffRole.CounterClerk));
        var clerk = new Actor(member.AccountId, member.Name, member.Reach);
        DossierDriver.Sure("take in", await new DossierDriver(host.Services, [clerk], "denunciation-settlement").TakeInAsync(Guid.CreateVersion7()));
        return await host.ReadAsync(db => db.DossierRows.AsNoTracking().Where(row => row.HidesApplicant).ToListAsync());
    }

    /// <summary>A submitted dossier of which the counter asks one answer, and a paper, again: its applicant, the page of the answer, its id.</summary>
    public async Task<(PageVisitor Applicant, string Page, Guid Id)> AskedAsync(string field, string? paper = null)
    {
        var applicant = host.Visitor();
        var reference = await PermitApplication.PrepareAsync(applicant, PermitApplication.Alone());
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

    public Task<T> AtDatabaseAsync<T>(Func<OfficeDbContext, Task<T>> work) => host.ReadAsync(work);

    public Task<Dossier> FindAsync(Guid id) =>
        host.ReadAsync(db =>
            db.Dossiers.AsNoTracking().Include(dossier => dossier.Work).Include(dossier => dossier.History).SingleAsync(dossier => dossier.Id == id)
        );

    public Task<string?> ReasonOfRefusalAsync(Guid id) =>
        host.ReadAsync(db => db.History.Where(line => line.DossierId == id && line.Act == DossierAct.RefuseAtDoor).Select(line => line.Note).SingleAsync());

    public Task<List<NoticeKind>> NoticesAsync(Guid id) =>
        host.ReadAsync(db => db.Notices.Where(notice => notice.DossierId == id).Select(notice => notice.Kind).ToListAsync());

    /// <summary>The numbers of the statistics of today that count a dossier.</summary>
    public async Task<List<DossierFigure>> CountedAsync(Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (sets, today) = (scope.ServiceProvider.GetRequiredService<FigureSetsQuery>(), scope.ServiceProvider.GetRequiredService<OfficeClock>().Today);
        List<DossierFigure> counted = [];
        foreach (var figure in Enum.GetValues<DossierFigure>())
            if (await sets.Of(figure, null, today, today, inSuccessors: false).AnyAsync(row => row.DossierId == id))
                counted.Add(figure);
        return counted;
    }

    public Task<int> CountAsync(string applicant) =>
        host.ReadAsync(async db => (await db.Dossiers.AsNoTracking().ToListAsync()).Count(dossier => dossier.Applicant.Name == applicant));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
