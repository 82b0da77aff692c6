using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Letters;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Features;

/// <summary>Kiểm tra trước khi nộp: everything that keeps a dossier from being filed, wherever it is filed: its own rules, and what the licence register says to the licence it names.</summary>
public sealed class FilingCheck(LicenceRegister licences)
{
    /// <summary>Thủ tục làm thay: the procedure to file instead, when what is wrong leaves only that and it is in force.</summary>
    public static Procedure? Instead(ProcedureCatalogue catalogue, Procedure procedure, IEnumerable<Refusal> refusals, LocalDate today) =>
        refusals.Any(NamedLicence.IsAnsweredAnew) && procedure.Licence?.Anew is { } slug ? catalogue.InForce(slug, today) : null;

    public async Task<IReadOnlyList<Refusal>> OfAsync(Dossier dossier, ActContext act, CancellationToken cancel) =>
        [.. dossier.CheckWhole(act), .. PrintableText.Check(dossier), .. await licences.CheckRequestAsync(dossier, act, cancel)];
}
