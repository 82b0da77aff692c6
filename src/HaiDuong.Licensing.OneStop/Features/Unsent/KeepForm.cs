using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Unsent;

/// <param name="DossierId">The dossier that the form is about; null for a dossier that is being taken in.</param>
/// <param name="Address">Where the form is sent.</param>
/// <param name="Fields">What is typed.</param>
public sealed record KeepFormRequest(Guid? DossierId, string Address, IReadOnlyDictionary<string, string[]> Fields);

/// <summary>Giữ nội dung đang nhập, for whoever types it. Refused: KeptFormNotYours, KeptFormTooLong.</summary>
public sealed class KeepForm(KeptForms kept, DossierStore store, ProcedureCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Letters of a whole form.</summary>
    public const int Longest = 200_000;

    public async Task<IReadOnlyList<Refusal>> DoAsync(KeepFormRequest request, Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is not { } account || !await MayTypeAsync(request, actor, cancel))
            return [new Refusal(nameof(RefusalCode.KeptFormNotYours))];
        if (request.Fields.Sum(field => field.Key.Length + field.Value.Sum(value => value.Length)) > Longest)
            return [new Refusal(nameof(RefusalCode.KeptFormTooLong))];
        await kept.KeepAsync(
            new KeptForm
            {
                AccountId = account,
                Address = request.Address,
                DossierId = request.DossierId,
                Fields = request.Fields,
                SavedAt = clock.Now,
            },
            cancel
        );
        return [];
    }

    /// <summary>On a page about a dossier that they read, or where dossiers are taken in.</summary>
    private async Task<bool> MayTypeAsync(KeepFormRequest request, Actor actor, CancellationToken cancel) =>
        request.DossierId is { } id
            ? request.Address.Contains(id.ToString(), StringComparison.Ordinal)
                && await store.ReadAsync(id, cancel) is { } dossier
                && AccessTable.MayRead(actor, dossier, catalogue.Organisation, clock.Today)
            : actor.Is(StaffRole.CounterClerk) && request.Address.StartsWith(StepPaths.TakeIn + "/", StringComparison.Ordinal);
}
