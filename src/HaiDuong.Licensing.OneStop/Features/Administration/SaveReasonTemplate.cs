using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <param name="Id">The one that is changed; null for a new one.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Procedure">The procedure; null for every one.</param>
/// <param name="Office">The department; null for every one.</param>
/// <param name="Text">The wording.</param>
public sealed record SaveReasonTemplateRequest(Guid? Id, ReasonPurpose? Purpose, string? Procedure, string? Office, string Text);

/// <summary>
/// Lưu mẫu lý do: a new wording, or another text of one. Refused: AdministratorOnly, ReasonTemplatePurpose, ReasonTemplateScope, ReasonTemplateText,
/// ReasonTemplateGone.
/// </summary>
public sealed class SaveReasonTemplate(OfficeDbContext db, OncePerForm frame, ProcedureCatalogue catalogue, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(SaveReasonTemplateRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => SaveAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> SaveAsync(SaveReasonTemplateRequest request, Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(StaffRole.Administrator))
            return [new Refusal(nameof(RefusalCode.AdministratorOnly))];
        if (WhyNot(request) is { Length: > 0 } refusals)
            return refusals;
        var template = request.Id is { } id ? await db.ReasonTemplates.SingleOrDefaultAsync(one => one.Id == id, cancel) : null;
        if (template is null && request.Id is not null)
            return [new Refusal(nameof(RefusalCode.ReasonTemplateGone))];
        var (purpose, text) = (request.Purpose!.Value, request.Text.Trim());
        if (template is not null)
            (template.Purpose, template.ProcedureSlug, template.Office, template.Text, template.SavedAt, template.SavedBy) = (
                purpose,
                request.Procedure,
                request.Office,
                text,
                clock.Now,
                actor.Name
            );
        else
            db.ReasonTemplates.Add(
                new ReasonTemplate
                {
                    Id = Guid.CreateVersion7(),
                    Purpose = purpose,
                    ProcedureSlug = request.Procedure,
                    Office = request.Office,
                    Text = text,
                    SavedAt = clock.Now,
                    SavedBy = actor.Name,
                }
            );
        await db.SaveChangesAsync(cancel);
        return [];
    }

    private Refusal[] WhyNot(SaveReasonTemplateRequest request)
    {
        Refusal?[] wrong =
        [
            request.Purpose is null ? new Refusal(nameof(RefusalCode.ReasonTemplatePurpose), "Purpose") : null,
            request.Procedure is { } slug && catalogue.Versions.All(version => version.Slug != slug)
                ? new Refusal(nameof(RefusalCode.ReasonTemplateScope), "Procedure")
                : null,
            request.Office is { } office && catalogue.Organisation.Offices.All(one => one.Key != office)
                ? new Refusal(nameof(RefusalCode.ReasonTemplateScope), "Office")
                : null,
            request.Text.Trim().Length is 0 or > ReasonTemplate.Longest
                ? new Refusal(nameof(RefusalCode.ReasonTemplateText), "Text", ReasonTemplate.Longest)
                : null,
        ];
        return [.. wrong.OfType<Refusal>()];
    }
}
