using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <param name="DossierId">The dossier.</param>
/// <param name="Text">What is written; null only says that what the applicant wrote was seen.</param>
public sealed record SendMessageRequest(Guid DossierId, string? Text);

/// <summary>
/// Nhắn người nộp: the thread keeps it and a mail carries it where the applicant has an address; what the applicant wrote is seen with it. Refused:
/// MessageNotYours, MessageText.
/// </summary>
public sealed class SendMessage(
    OfficeDbContext db,
    DossierStore store,
    OncePerForm frame,
    MessagesQuery messages,
    MessageNotices notices,
    ProcedureCatalogue catalogue,
    OfficeClock clock
)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(SendMessageRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => SendAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> SendAsync(SendMessageRequest request, Actor actor, CancellationToken cancel)
    {
        if (
            actor.AccountId is not { } account
            || await store.ReadAsync(request.DossierId, cancel) is not { } dossier
            || !AccessTable.MayMessage(actor, dossier, catalogue.Organisation, clock.Today)
        )
            return [new Refusal(nameof(RefusalCode.MessageNotYours))];
        if (request.Text?.Trim() is { } text)
        {
            if (text.Length is 0 or > DossierMessage.Longest)
                return [new Refusal(nameof(RefusalCode.MessageText), "Message", DossierMessage.Longest)];
            var message = new DossierMessage
            {
                Id = Guid.CreateVersion7(),
                DossierId = dossier.Id,
                IsFromApplicant = false,
                ById = account,
                ByName = actor.Name,
                At = clock.Now,
                Text = text,
            };
            db.DossierMessages.Add(message);
            if (dossier.Applicant.Email is { Length: > 0 } email)
                notices.Owe(NoticeKind.MessageSent, message, dossier, new Addressee(Email: email), actor);
            await db.SaveChangesAsync(cancel);
        }

        await messages.SeeAsync(dossier.Id, fromApplicant: true, cancel);
        return [];
    }
}
