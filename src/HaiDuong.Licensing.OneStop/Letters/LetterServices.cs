using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>Slips, results and the keys they are signed with.</summary>
public static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<KeptFiles>().AddSingleton<LetterModel>().AddSingleton<SignatureImages>();
        services.AddSingleton(new OfficialDocumentRenderer());
        services.AddSingleton(new PdfSigner());
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<SheetPress>();
        services.AddScoped<SlipPress>().AddScoped<DecisionPress>();
        return services;
    }
}
