using System.Reflection;
using HaiDuong.Licensing.Web.Acts;
using HaiDuong.Licensing.Web.Desks;
using HaiDuong.Licensing.Web.Features.Shared;
using HaiDuong.Licensing.Web.Filing;

namespace HaiDuong.Licensing.Web.Composition;

/// <summary>Registers the acts and queries: every sealed class under Features that has a <c>DoAsync</c> is an act.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddActs(this IServiceCollection services)
    {
        services.AddLocalization().AddScoped<ActDesk>().AddScoped<NewDossier>().AddScoped<FilingCheck>().AddScoped<EarlierLicences>().AddScoped<Features.Counter.KnownApplicant>()
            .AddScoped<DossierPageServices>().AddScoped<SendBackDraft>().AddScoped<PaperUpload>().AddScoped<PaperGate>().AddScoped<DeadlineWarnings>()
            .AddScoped<Features.Administration.FactDesk>().AddScoped<NamedStaff>().AddSingleton<ApplicantEntry>().AddSingleton<Features.Licences.LicenceTerms>();
        services.AddSingleton(provider => Features.Places.MapTiles.From(provider.GetRequiredService<IConfiguration>()));
        foreach (var type in Acts().Concat(Queries()))
            services.AddScoped(type);
        return services;
    }

    /// <summary>What pages read with: sealed classes under Features that are named so.</summary>
    public static IEnumerable<Type> Queries() =>
        typeof(FeatureServices).Assembly.GetTypes().Where(type =>
            type is { IsSealed: true, IsAbstract: false } && type.Name.EndsWith("Query", StringComparison.Ordinal)
            && type.Namespace?.StartsWith(typeof(FeatureServices).Namespace!, StringComparison.Ordinal) == true);

    public static IEnumerable<Type> Acts() =>
        typeof(FeatureServices).Assembly.GetTypes().Where(type =>
            type is { IsSealed: true, IsAbstract: false } && type != typeof(ActDesk)
            && type.Namespace?.StartsWith(typeof(FeatureServices).Namespace + ".", StringComparison.Ordinal) == true
            && type.GetMethod("DoAsync", BindingFlags.Public | BindingFlags.Instance) is not null);
}
