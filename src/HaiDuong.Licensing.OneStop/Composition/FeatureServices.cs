using System.Reflection;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Composition;

/// <summary>Registers the acts and queries: every sealed class under Features that has a <c>DoAsync</c> is an act.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddActs(this IServiceCollection services)
    {
        services
            .AddLocalization()
            .AddScoped<ActDesk>()
            .AddScoped<NewDossier>()
            .AddScoped<FilingCheck>()
            .AddScoped<EarlierLicences>()
            .AddScoped<Features.Counter.KnownApplicant>()
            .AddScoped<DossierPageServices>()
            .AddScoped<SendBackDraft>()
            .AddScoped<MessageNotices>()
            .AddScoped<PaperUpload>()
            .AddScoped<SentAttachments>()
            .AddScoped<TransferCodes>()
            .Configure<MvcOptions>(options => options.Filters.Add<AttachmentFilter>())
            .AddScoped<PaperGate>()
            .AddScoped<DeadlineWarnings>()
            .AddScoped<Features.Administration.FactDesk>()
            .AddScoped<NamedStaff>()
            .AddScoped<Features.Lists.ListCells>()
            .AddScoped<Features.Accounting.FeeWords>()
            .AddScoped<Features.Reports.ReportPeriods>()
            .AddScoped<Features.Reports.ReportTables>()
            .AddScoped<Features.Reports.ReportIndicators>()
            .AddScoped<Features.Reports.ReportParts>()
            .AddScoped<Features.Statistics.BoardChoices>()
            .AddScoped<Features.Supplements.SupplyForm>()
            .AddScoped<BatchActs>()
            .AddScoped<Features.ProcedureDrafts.MemberWords>()
            .AddSingleton<ApplicantEntry>()
            .AddSingleton<ProcedureDraftCheck>()
            .AddSingleton<ForecastShelf>()
            .AddSingleton<Features.Licences.LicenceTerms>();
        services.AddSingleton(provider => Features.Places.MapTiles.From(provider.GetRequiredService<IConfiguration>()));
        foreach (var type in Acts().Concat(Queries()))
            services.AddScoped(type);
        foreach (var type in Ours("Features.").Where(type => type.IsAssignableTo(typeof(IBatchAct))))
            services.AddScoped(typeof(IBatchAct), type);
        return services;
    }

    /// <summary>What pages read with: sealed classes that are named so.</summary>
    public static IEnumerable<Type> Queries() => Ours("").Where(type => type.Name.EndsWith("Query", StringComparison.Ordinal));

    /// <summary>What pages do: sealed classes of a feature that have <c>DoAsync</c>.</summary>
    public static IEnumerable<Type> Acts() =>
        Ours("Features.").Where(type => type.GetMethod("DoAsync", BindingFlags.Public | BindingFlags.Instance) is not null);

    private static IEnumerable<Type> Ours(string folder) =>
        typeof(FeatureServices)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsSealed: true, IsAbstract: false }
                && type.Namespace?.StartsWith($"HaiDuong.Licensing.OneStop.{folder}", StringComparison.Ordinal) == true
            );
}
