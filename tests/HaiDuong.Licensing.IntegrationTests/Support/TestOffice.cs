using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>A whole office without its pages: a database and a data folder of its own, and a clock that the test sets.</summary>
public sealed class TestOffice : IAsyncDisposable
{
    private TestOffice(OfficeInTime time, OfficeOptions options, string connectionString)
    {
        Time = time;
        Options = options;
        ConnectionString = connectionString;
    }

    public OfficeInTime Time { get; }

    public OfficeOptions Options { get; }

    public string ConnectionString { get; }

    public static Actor Clerk { get; } = new(Guid.CreateVersion7(), "Cán bộ một cửa", [new RoleHolding(StaffRole.CounterClerk, Units.Counter), new RoleHolding(StaffRole.CounterClerk, "service-centre")]);

    public static async Task<TestOffice> OpenAsync(LocalDateTime at, string? workflows = null, bool mergers = true)
    {
        var template = await TestCluster.TemplateAsync("office", async empty =>
        {
            await using var source = NpgsqlDataSource.Create(empty);
            await Migrator.MigrateAsync(source, CancellationToken.None);
        });
        var connectionString = await TestCluster.CreateDatabaseAsync(template);
        var options = new OfficeOptions
        {
            Mergers = mergers,
            DataFolder = Directory.CreateTempSubdirectory("hdl-office-").FullName,
            WorkflowsFolder = workflows ?? WorkflowsFolder.Find(AppContext.BaseDirectory).Root,
        };
        return new TestOffice(OfficeInTime.Open(options, connectionString, OfficeClock.ToInstant(at)), options, connectionString);
    }

    public async Task<T> AtDeskAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var desk = Time.Desk();
        return await work(desk.ServiceProvider);
    }

    /// <summary>An online dossier that waits for the counter.</summary>
    public async Task<Guid> SubmitAsync(string slug, int number = 0)
    {
        var id = Guid.CreateVersion7();
        await AtDeskAsync(async desk =>
        {
            var now = OfficeClock.ToLocal(Time.Clock.Now);
            var procedure = Time.Rulebooks.InForce(slug, now.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, number);
            var form = SampleForms.Fill(procedure.Form, applicant, now, number);
            var sender = Actor.ApplicantOf(id, applicant.Name);
            var papers = await desk.GetRequiredService<SamplePapers>().AllAsync(procedure, form, applicant, CancellationToken.None);
            Sure(await desk.GetRequiredService<SaveDraft>().DoAsync(new(id, slug, applicant, null, ReturnBy.Online, form), sender, CancellationToken.None));
            Sure(await desk.GetRequiredService<ActDesk>().DoAsync(id, null, sender, (draft, act) => [.. papers.SelectMany(paper => draft.AddPaper(paper, act))], CancellationToken.None));
            return Sure(await desk.GetRequiredService<SubmitDossier>().DoAsync(new(id, null), sender, CancellationToken.None));
        });
        return id;
    }

    public Task<Dossier> AcceptAsync(Guid id) =>
        AtDeskAsync(async desk => Sure(await desk.GetRequiredService<AcceptDossier>().DoAsync(new(id, null), Clerk, CancellationToken.None)));

    public static Dossier Sure(ActResult result) =>
        result.Done ? result.Dossier! : throw new InvalidOperationException(string.Join("; ", result.Refusals));

    public async ValueTask DisposeAsync()
    {
        await Time.DisposeAsync();
        await TestCluster.DropDatabaseAsync(ConnectionString);
        Directory.Delete(Options.DataFolder, recursive: true);
    }
}
