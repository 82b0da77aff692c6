using HaiDuong.Licensing.OneStop.Npm;

namespace HaiDuong.Licensing.OneStop.Studio;

/// <summary>Elsa Studio beside the pages: <c>AddStudio</c> on the services, <c>MapStudio</c> on the application.</summary>
public static class StudioServices
{
    public static IServiceCollection AddStudio(this IServiceCollection services) => services.AddSingleton<StudioPackage>().AddScoped<StudioDescriptors>();

    public static WebApplication MapStudio(this WebApplication app)
    {
        StudioFiles.Map(app);
        StudioApi.Map(app);
        return app;
    }
}
