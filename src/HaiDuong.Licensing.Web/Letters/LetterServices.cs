using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;

namespace HaiDuong.Licensing.Web.Letters;

/// <summary>Slips, results and the keys they are signed with.</summary>
public static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<KeptFiles>().AddSingleton<LetterModel>().AddSingleton<SignatureImages>();
        services.AddSingleton(new OfficialDocumentRenderer());
        services.AddSingleton(new PdfSigner());
        services.AddSingleton(provider => SigningKeys.Open(
            provider.GetRequiredService<OfficeOptions>(), provider.GetRequiredService<ProcedureCatalogue>(), provider.GetRequiredService<OfficeClock>()));
        services.AddScoped<SlipPress>().AddScoped<DecisionPress>();
        return services;
    }
}
