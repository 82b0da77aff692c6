using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Batches;
using HaiDuong.Licensing.OneStop.Mail;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Hangfire;
using Hangfire.PostgreSql;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Jobs;

/// <summary>What runs without anybody asking: registered with <c>AddJobs</c>, watched at <see cref="DashboardPath"/> by administrators.</summary>
public static class JobServices
{
    public const string DashboardPath = "/quan-tri/cong-viec-nen";

    private const int DefaultSmtpPort = 25;

    /// <summary>The job server holds its locks for moments, so one this old belongs to a process that was killed.</summary>
    private static readonly TimeSpan LockOfADeadProcess = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddJobs(this IServiceCollection services, string connectionString)
    {
        services
            .AddScoped<OutboxSender>()
            .AddScoped<OwedNotices>()
            .AddScoped<DeadlineWatch>()
            .AddScoped<LicenceExpiry>()
            .AddScoped<SupplementExpiry>()
            .AddScoped<OrphanSweep>()
            .AddScoped<ExpiredTraces>()
            .AddScoped<IJobBoard, JobBoard>();
        services.AddSingleton<NoticeLetters>().AddSingleton<JobTurn>().AddSingleton<MailCircuit>().AddSingleton<OutboxCrew>().AddSingleton<BatchRunner>();
        services.AddSingleton(MailOf);
        services.AddSingleton<ISmsTransport>(provider => new FileDropSmsTransport(
            Path.Combine(Path.GetFullPath(provider.GetRequiredService<OfficeOptions>().DataFolder), "sms")
        ));
        services.AddHangfire(configuration =>
            configuration
                .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings()
                .UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(ConnectionBudget.ForJobs(connectionString)),
                    new PostgreSqlStorageOptions
                    {
                        SchemaName = JobServer.Schema,
                        PrepareSchemaIfNecessary = false,
                        QueuePollInterval = TimeSpan.FromSeconds(5),
                        DistributedLockTimeout = LockOfADeadProcess,
                        InvisibilityTimeout = TimeSpan.FromMinutes(2),
                        UseSlidingInvisibilityTimeout = true,
                    }
                )
        );
        // The belt to the braces of SupervisedService.
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddHostedService<ClockWatch>();
        services.AddHostedService<JobServer>();
        services.AddHostedService<OutboxListener>();
        services.AddHostedService<BatchListener>();
        services.AddHostedService<OfficeRefresh>();
        return services;
    }

    /// <summary>A mail server when one is configured (<c>Mail:Host</c>), otherwise a folder in which every mail can be looked at.</summary>
    private static IMailTransport MailOf(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IConfiguration>().GetSection("Mail");
        var clock = provider.GetRequiredService<IClock>();
        var options = provider.GetRequiredService<OfficeOptions>();
        var (catalogue, today) = (provider.GetRequiredService<ProcedureCatalogue>(), provider.GetRequiredService<OfficeClock>());
        // The office that sends is that of the day on which a mail leaves.
        MailSender Sender()
        {
            var office = catalogue.Office(today.Today);
            return new MailSender(office.Name, settings["From"] is { Length: > 0 } from ? from : $"mot-cua@{office.Website}");
        }

        return settings["Host"] is { Length: > 0 } host
            ? new SmtpMailTransport(
                new SmtpServer(
                    host,
                    settings.GetValue("Port", DefaultSmtpPort),
                    settings["UserName"] is { Length: > 0 } user ? user : null,
                    settings["Password"],
                    settings.GetValue("RequireTls", true)
                ),
                Sender,
                clock
            )
            : new FileDropMailTransport(Path.Combine(Path.GetFullPath(options.DataFolder), "mail"), Sender, clock);
    }
}
