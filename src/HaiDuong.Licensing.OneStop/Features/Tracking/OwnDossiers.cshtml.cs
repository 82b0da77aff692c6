using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

/// <summary>Hồ sơ của tôi: for applicants with an account.</summary>
[Authorize]
public sealed class OwnDossiersModel(CurrentActor current, OwnDossiersQuery query, MessagesQuery messages, Rulebooks rulebooks, OfficeClock clock) : PageModel
{
    public IReadOnlyList<DossierRow> Dossiers { get; private set; } = [];

    public Instant Now => clock.Now;

    public string? Next => Dossiers.Count == OwnDossiersQuery.PageSize ? $"?after={Dossiers[^1].DossierId}" : null;

    /// <summary>Those to which the office wrote something new.</summary>
    public IReadOnlySet<Guid> Written { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(Guid? after, CancellationToken cancel)
    {
        Dossiers = await query.ListAsync((await current.GetAsync(cancel)).AccountId!.Value, after, cancel);
        Written = await messages.NewToApplicantAsync(Dossiers.Select(item => item.DossierId), cancel);
    }

    public string NameOf(DossierRow item) => ProcedureOf(item).ShortName;

    /// <summary>What came out; null while nothing is issued.</summary>
    public string? ResultOf(DossierRow item) =>
        item.Status is DossierStatus.ResultReady or DossierStatus.Returned && item.Decision is { } kind ? Decision.ShownTitle(kind, ProcedureOf(item)) : null;

    private Procedure ProcedureOf(DossierRow item) => rulebooks.Catalogue.Shown(rulebooks.Catalogue.Version(item.ProcedureSlug, item.ProcedureVersion));

    public string AddressOf(DossierRow item) =>
        item.Status == DossierStatus.Draft ? $"/nop-ho-so/{item.ProcedureSlug}/to-khai/{item.Reference}" : VisitorPass.Folder + item.Reference;
}
