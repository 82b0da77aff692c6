using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Ui;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace HaiDuong.Licensing.Web;

/// <summary>Serves the office: database, law, jobs, pages; stops them all on Ctrl+C.</summary>
public static class OfficeWeb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = builder.Configuration.GetSection(OfficeOptions.Section).Get<OfficeOptions>() ?? new OfficeOptions();
        using var startLog = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        await using var database = await OfficeDatabase.OpenAsync(builder.Configuration, options, startLog.CreateLogger<OfficeDatabase>(), CancellationToken.None);

        builder.Services.AddOffice(options, database.ConnectionString).AddUi();
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<AreaGate>());
        await using var app = builder.Build();

        await Migrator.MigrateAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);
        app.Services.GetRequiredService<Rulebooks>();
        app.UseUi();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages().WithStaticAssets();
        await app.RunAsync();
        return 0;
    }
}
