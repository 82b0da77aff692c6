using System.Reflection;

namespace HaiDuong.Licensing.Web.Features;

/// <summary>Registers the acts: every sealed class under Features that has a <c>DoAsync</c> is one.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddActs(this IServiceCollection services)
    {
        services.AddScoped<ActDesk>().AddScoped<NewDossier>();
        foreach (var act in Acts())
            services.AddScoped(act);
        return services;
    }

    public static IEnumerable<Type> Acts() =>
        typeof(FeatureServices).Assembly.GetTypes().Where(type =>
            type is { IsSealed: true, IsAbstract: false } && type != typeof(ActDesk)
            && type.Namespace?.StartsWith(typeof(FeatureServices).Namespace + ".", StringComparison.Ordinal) == true
            && type.GetMethod("DoAsync", BindingFlags.Public | BindingFlags.Instance) is not null);
}
