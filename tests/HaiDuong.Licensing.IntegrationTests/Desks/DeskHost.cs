using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access.Sessions;
using HaiDuong.Licensing.OneStop.Identity;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>The whole office over HTTP: a database of its own, an account for every role, and a clock on a Monday morning.</summary>
public sealed class DeskHost : WebApplicationFactory<Program>
{
    public const string Password = "bon con voi xanh di bo";

    public static readonly LocalDateTime Morning = new(2025, 9, 8, 9, 0);

    private readonly string connectionString;
    private readonly string dataFolder = Directory.CreateTempSubdirectory("hdl-desks-").FullName;
    private readonly string? workflows;
    private readonly Dictionary<string, DeskBrowser> browsers = [];

    private readonly (string Key, string Value)[] settings;

    private static Dictionary<string, Actor> founders = [];

    private DeskHost(string connectionString, string? workflows, (string Key, string Value)[] settings) =>
        (this.connectionString, this.workflows, this.settings) = (connectionString, workflows, settings);

    public FakeClock Clock { get; } = new(OfficeClock.ToInstant(Morning));

    public StoppedTime Machine { get; } = new();

    public Dictionary<string, Actor> Actors { get; } = [];

    /// <summary>Opens the office, by the shipped law or by that of another folder.</summary>
    public static async Task<DeskHost> StartAsync(string? workflows = null, params (string Key, string Value)[] settings)
    {
        if (workflows is null)
        {
            var host = new DeskHost(await TestCluster.CreateDatabaseAsync(await TestCluster.TemplateAsync("desks", FoundAsync)), null, settings);
            foreach (var (name, actor) in founders)
                host.Actors[name] = actor;
            return host;
        }

        var other = new DeskHost(await TestCluster.CreateDatabaseAsync(await TestCluster.OfficeTemplateAsync()), workflows, settings);
        await other.EmployAsync(People());
        return other;
    }

    /// <summary>The first start of the office, whose law is published and whose people have accounts before anything is asked of it.</summary>
    private static Task FoundAsync(string empty) => TestCluster.FoundAsync(new DeskHost(empty, null, []), empty, async first =>
        {
            await first.EmployAsync(People());
            founders = first.Actors;
        });

    /// <summary>Opens accounts for people with their roles; an applicant has an account alone.</summary>
    public async Task EmployAsync(params (string Name, StaffRole Role, string Unit)[] people)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDbContext>();
        foreach (var (name, role, unit) in people)
        {
            var account = new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = name,
                DisplayName = $"Tài khoản {name}",
            };
            var made = await accounts.CreateAsync(account, Password);
            if (!made.Succeeded)
                throw new InvalidOperationException(string.Join("; ", made.Errors.Select(error => error.Description)));
            if (role == StaffRole.Applicant)
            {
                Actors[name] = Actor.ApplicantNamed(account.DisplayName, account.Id);
                continue;
            }

            var title = role == StaffRole.Leader ? "director" : null;
            db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = account.Id,
                    Role = role,
                    Unit = unit,
                    TitleKey = title,
                    ValidFrom = new LocalDate(2020, 1, 1),
                }
            );
            Actors[name] = new Actor(account.Id, account.DisplayName, [new RoleHolding(role, unit, title)]);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A browser in which the person is logged in.</summary>
    public async Task<DeskBrowser> AsAsync(string name)
    {
        if (browsers.TryGetValue(name, out var known))
            return known;
        var browser = new DeskBrowser(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));
        await browser.GetAsync("/dang-nhap");
        var answer = await browser.PostAsync("/dang-nhap", new() { ["Name"] = name, ["Password"] = Password });
        if (answer.Location is null)
            throw new InvalidOperationException($"{name} could not log in: {answer.Status}");
        // Whoever signs gives the password again first; here once, with nothing chosen yet to sign.
        if (Actors.GetValueOrDefault(name)?.Is(StaffRole.Leader) == true)
            await ProveAsync(Actors[name]);
        return browsers[name] = browser;
    }

    /// <summary>A browser of somebody who has not logged in.</summary>
    public DeskBrowser Browser(string? address = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (address is not null)
            client.DefaultRequestHeaders.Add(AddressOfATest.Header, address);
        return new DeskBrowser(client);
    }

    /// <summary>A browser that sends these cookies and no other.</summary>
    public DeskBrowser BrowserWith(string cookies)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return new DeskBrowser(client);
    }

    /// <summary>Somebody without an account, with cookies of their own.</summary>
    public PageVisitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public async Task<T> AtDeskAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>The secret of a link is kept until its mail has left: from here on it counts as sent and never leaves, so that it can be looked at.</summary>
    public Task<int> HoldLinksAsync() =>
        AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Database.ExecuteSqlRawAsync(
                    """
                    CREATE FUNCTION hold_links() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        NEW.sent_at = NEW.owed_at;
                        RETURN NEW;
                    END $$;
                    CREATE TRIGGER links_are_held BEFORE INSERT ON notices FOR EACH ROW WHEN (NEW.kind = 'OpinionLinkSent') EXECUTE FUNCTION hold_links();
                    """
                )
        );

    public Task<Dossier> DossierAsync(Guid id) =>
        AtDeskAsync(async desk => (await desk.GetRequiredService<DossierStore>().ReadAsync(id, CancellationToken.None))!);

    private Task<bool> ProveAsync(Actor leader) =>
        AtDeskAsync(async desk =>
        {
            var sessions = desk.GetRequiredService<OpenSessions>();
            foreach (var session in await sessions.OfAsync(leader.AccountId!.Value, CancellationToken.None))
                await sessions.ProvedAsync(session.Id, CancellationToken.None);
            return true;
        });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Default", connectionString);
        builder.UseSetting("Office:DataFolder", dataFolder);
        builder.UseSetting("Office:Mergers", "true");
        builder.UseSetting("Office:WorkflowsFolder", workflows);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
            services.AddSingleton<IClock>(Clock).AddSingleton<TimeProvider>(Machine).AddSingleton<IStartupFilter, AddressOfATest>()
        );
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await TestCluster.DropDatabaseAsync(connectionString);
        Directory.Delete(dataFolder, recursive: true);
    }

    private static (string Name, StaffRole Role, string Unit)[] People() =>
        [
            ("mot-cua", StaffRole.CounterClerk, Units.Counter),
            ("truong-phong", StaffRole.DivisionHead, Units.Press),
            ("chuyen-vien", StaffRole.Specialist, Units.Press),
            ("chuyen-vien-2", StaffRole.Specialist, Units.Press),
            ("phong-khac", StaffRole.DivisionHead, Units.Digital),
            ("chuyen-vien-so", StaffRole.Specialist, Units.Digital),
            ("giam-doc", StaffRole.Leader, Units.Leadership),
            ("giam-doc-so-khac", StaffRole.Leader, "hp-science-leadership"),
            ("van-thu", StaffRole.RegistryClerk, Units.Bureau),
            ("ke-toan", StaffRole.Accountant, Units.Finance),
            ("cong-an", StaffRole.ConsultedAgency, "police"),
            ("quan-tri", StaffRole.Administrator, Units.Bureau),
            ("trung-tam", StaffRole.CentreLeader, Units.Counter),
        ];
}
