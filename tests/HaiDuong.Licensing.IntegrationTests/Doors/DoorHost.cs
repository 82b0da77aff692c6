using System.Net;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>
/// The whole program over an office in which denunciations lie, one settled, one accepted, one just sent, beside a dossier that hides nobody. Every request
/// comes from another address, so that no limit hides an answer.
/// </summary>
internal sealed class DoorHost : WebApplicationFactory<Program>
{
    public const string Slug = "denunciation-settlement";
    private const string ForPersons = "game-point-certificate";
    private static readonly LocalDateTime Start = new(2026, 3, 2, 7, 45);
    private static int addresses;
    private readonly TestOffice office;

    private DoorHost(TestOffice office) => this.office = office;

    public Dossier Settled { get; private set; } = null!;

    public Dossier Accepted { get; private set; } = null!;

    public Dossier Sent { get; private set; } = null!;

    /// <summary>An individual's dossier that hides nobody.</summary>
    public Dossier Ordinary { get; private set; } = null!;

    public IReadOnlyList<Dossier> Hidden => [Settled, Accepted, Sent];

    public static async Task<DoorHost> StartAsync()
    {
        var opened = await TestOffice.OpenAsync(Start);
        var settled = await new Journey(opened.Time, Slug, JourneyPath.Grant).WalkAsync(CancellationToken.None);
        var accepted = await opened.AcceptAsync(await opened.SubmitAsync(Slug, 3));
        var sent = await opened.SubmitAsync(Slug, 4);
        var ordinary = await opened.AcceptAsync(await opened.SubmitAsync(ForPersons, 2));
        return new DoorHost(opened)
        {
            Settled = settled.Dossier,
            Accepted = accepted,
            Ordinary = ordinary,
            Sent = (await opened.AtDeskAsync(async desk => await desk.GetRequiredService<DossierStore>().ReadAsync(sent, CancellationToken.None)))!,
        };
    }

    public PageVisitor Visitor() => new(Client());

    public HttpClient Client() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A browser in which somebody of the demo office is logged in.</summary>
    public async Task<HttpClient> LoggedInAsync(string name)
    {
        var client = Client();
        var visitor = new PageVisitor(client);
        await visitor.OpenAsync("/dang-nhap");
        var answer = await visitor.SendAsync("/dang-nhap", ("Name", name), ("Password", DemoPeople.Password));
        return answer.Location is not null ? client : throw new InvalidOperationException($"{name} could not log in: {answer.Status}");
    }

    /// <summary>Everything that the office owes or owed anybody.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesAsync() =>
        await office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().ToListAsync());

    public MovingClock Clock => office.Time.Clock;

    /// <summary>Another individual's dossier, accepted, that declares what is asked for.</summary>
    public async Task<Dossier> AcceptedAsync(string? phone, string? email)
    {
        var dossier = await office.AcceptAsync(await office.SubmitAsync(ForPersons, 2));
        await using var command = Services
            .GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("UPDATE dossiers SET applicant = applicant || jsonb_build_object('phone', $2::text, 'email', $3::text) WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = dossier.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)phone ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)email ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
        return dossier;
    }

    /// <summary>Another denunciation, assigned: the counter may not know its sender any more.</summary>
    public async Task<Dossier> AssignedAsync()
    {
        var people = await office.AtDeskAsync(desk => DemoPeople.ActorsAsync(desk.GetRequiredService<OfficeDbContext>(), CancellationToken.None));
        var accepted = await office.AcceptAsync(await office.SubmitAsync(Slug, 6));
        return TestOffice.Sure(await new DossierDriver(office.Time.Services, [.. people.Values], Slug, 6).DoAsync(accepted.Id, "assign"));
    }

    public Task<Dossier?> FindAsync(Guid id) => office.AtDeskAsync(desk => desk.GetRequiredService<DossierStore>().ReadAsync(id, CancellationToken.None));

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Default", office.ConnectionString);
        builder.UseSetting("Office:DataFolder", office.Options.DataFolder);
        builder.UseSetting("Office:Mergers", office.Options.Mergers.ToString());
        builder.UseSetting("Office:Demo", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<IClock>(office.Time.Clock).AddSingleton<IStartupFilter, ManyAddresses>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await office.DisposeAsync();
    }

    private sealed class ManyAddresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        var number = Interlocked.Increment(ref addresses);
                        context.Connection.RemoteIpAddress = new IPAddress(BitConverter.GetBytes(number));
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
