using HaiDuong.Licensing.Web.Npm;

namespace HaiDuong.Licensing.Web.Studio;

/// <summary>Elsa Studio beside the pages: <c>AddStudio</c> on the services, <c>UseStudio</c> on the application after authentication.</summary>
public static class StudioServices
{
    public static IServiceCollection AddStudio(this IServiceCollection services) => services.AddSingleton<StudioPackage>().AddScoped<StudioDescriptors>();

    public static WebApplication UseStudio(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(StudioFiles.Path, StringComparison.Ordinal),
            studio => StudioFiles.Use(studio, app.Services.GetRequiredService<StudioPackage>()));
        StudioApi.Map(app);
        return app;
    }
}
