using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Access.Security;
using HaiDuong.Licensing.OneStop.Composition;
using HaiDuong.Licensing.OneStop.Features.Places;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Studio;
using HaiDuong.Licensing.OneStop.Ui;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging.Console;

namespace HaiDuong.Licensing.Web;

/// <summary>Serves the office: database, law, jobs, pages; stops them all on Ctrl+C.</summary>
public static class OfficeWeb
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var startLog = LoggerFactory.Create(logging =>
            logging
                .AddConfiguration(CreateBuilder(args).Configuration.GetSection("Logging"))
                .AddConsole(console => console.FormatterName = CalmConsole.FormatterName)
                .AddConsoleFormatter<CalmConsole, ConsoleFormatterOptions>()
        );
        var log = startLog.CreateLogger<OfficeDatabase>();
        return await OfficeStart.RunAsync(() => AttemptAsync(args, log), log);
    }

    private static async Task<int> AttemptAsync(string[] args, ILogger log)
    {
        var builder = CreateBuilder(args);
        var options = OfficeOptions.From(builder.Configuration);
        await using var database = await OfficeDatabase.OpenAsync(builder.Configuration, options, log, CancellationToken.None);
        options.Demo ??= database.IsPrivate;
        if (!await WaitingRoom.PassAsync(() => CreateBuilder(args), database.ConnectionString, log))
            return 0;
        var law = await KeptLaw.OpenAsync(options, database.ConnectionString, CancellationToken.None);
        foreach (var problem in law.Broken)
            log.LogWarning("{File}:{Line}: {Problem}", problem.File, problem.Line, problem.English);
        options.WorkflowsFolder = law.Folder.Root;
        builder.Services.AddSingleton(law);
        builder.Services.AddOffice(options, database.ConnectionString).AddStudio().AddUi().AddJobs(database.ConnectionString);
        builder.Services.AddScoped<DeskNavigation>();
        builder.Services.AddSingleton<DeskFrameSource>(context =>
            context.RequestServices.GetRequiredService<DeskNavigation>().FrameAsync(context.RequestAborted)
        );
        builder.Services.AddKeyRing(options).AddPublicEdge(options);
        // Maps alone: pages carry secrets, which compression would let others guess.
        builder.Services.AddResponseCompression(compressed => (compressed.EnableForHttps, compressed.MimeTypes) = (true, [PlaceGeoJson.ContentType]));
        builder.Services.AddOfficeHealth();
        builder.Services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddPageRoute("/Proof/Proof", VisitorPass.Folder + "{reference}/thoi-han/{handler?}")
        );
        await using var app = builder.Build();

        await ReadyAsync(app.Services);
        app.UsePublicEdge();
        app.UseResponseCompression();
        app.UseUi();
        app.UseMiddleware<OutageAnswers>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapJobDashboard();
        app.MapStudio();
        app.MapOfficeHealth();
        app.MapRazorPages().WithStaticAssets();
        if (options.Demo == true && await DemoOffice.PrepareAsync(app.Services, options, database.ConnectionString, CancellationToken.None))
            app.Lifetime.ApplicationStarted.Register(() => DemoOffice.Announce(app.Urls));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Reads the law while the mapping is built: each takes the other core's time.</summary>
    private static async Task ReadyAsync(IServiceProvider services)
    {
        await services.GetRequiredService<DatabaseClock>().LookAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        await Task.WhenAll(Task.Run(services.GetRequiredService<Rulebooks>), Task.Run(() => scope.ServiceProvider.GetRequiredService<OfficeDbContext>().Model));
        await scope.ServiceProvider.GetRequiredService<FilePublication>().RunAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<DueStateUpgrade>().RunAsync(CancellationToken.None);
    }

    /// <summary>The settings and pages lie beside the program when it is not started from its own folder.</summary>
    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var here = File.Exists("appsettings.json") || args.Any(arg => arg.Contains("contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = here
            ? WebApplication.CreateBuilder(args)
            : WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(services => (services.ValidateScopes, services.ValidateOnBuild) = (true, true));
        ConnectionLimits.Set(builder);
        builder.Logging.AddConsole(console => console.FormatterName = CalmConsole.FormatterName).AddConsoleFormatter<CalmConsole, ConsoleFormatterOptions>();
        return builder;
    }
}
