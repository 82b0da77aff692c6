using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Web.Storage;

namespace HaiDuong.Licensing.Web.Features;

/// <summary>Kiểm tra trước khi nộp: everything that keeps a dossier from being filed, wherever it is filed: its own rules, and what the licence register says to the licence it names.</summary>
public sealed class FilingCheck(LicenceRegister licences)
{
    public async Task<IReadOnlyList<Refusal>> OfAsync(Dossier dossier, ActContext act, CancellationToken cancel) =>
        [.. dossier.CheckWhole(act), .. await licences.CheckRequestAsync(dossier, act, cancel)];
}
