using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Tracking;

public sealed record AnswerMessageRequest(Guid DossierId, string Text);

/// <summary>
/// Người nộp nhắn cơ quan: into the thread, with a mail to whoever has the dossier. Refused: MessageNotYours, MessageClosed, MessageText, MessageQuota while
/// nobody has seen the last ones.
/// </summary>
public sealed class AnswerMessage(OfficeDbContext db, DossierStore store, OncePerForm frame, MessageNotices notices, OfficeClock clock)
{
    public Task<IReadOnlyList<Refusal>> DoAsync(AnswerMessageRequest request, Actor actor, CancellationToken cancel) =>
        frame.DoAsync(actor, () => AnswerAsync(request, actor, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> AnswerAsync(AnswerMessageRequest request, Actor actor, CancellationToken cancel)
    {
        // One after the other, so that the last ones are counted.
        await store.WaitForTurnAsync(request.DossierId, cancel);
        if (await store.ReadAsync(request.DossierId, cancel) is not { } dossier || !dossier.IsApplicant(actor))
            return [new Refusal(nameof(RefusalCode.MessageNotYours))];
        if (dossier.Status == DossierStatus.Draft || LifeCycle.IsClosed(dossier.Status))
            return [new Refusal(nameof(RefusalCode.MessageClosed))];
        var text = request.Text.Trim();
        if (text.Length is 0 or > DossierMessage.Longest)
            return [new Refusal(nameof(RefusalCode.MessageText), "Message", DossierMessage.Longest)];
        var unseen = await db.DossierMessages.CountAsync(
            message => message.DossierId == dossier.Id && message.IsFromApplicant && message.SeenAt == null,
            cancel
        );
        if (unseen >= DossierMessage.MostUnseen)
            return [new Refusal(nameof(RefusalCode.MessageQuota), "Message", DossierMessage.MostUnseen)];
        var answer = new DossierMessage
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier.Id,
            IsFromApplicant = true,
            ByName = dossier.Applicant.Name,
            At = clock.Now,
            Text = text,
        };
        db.DossierMessages.Add(answer);
        if (dossier.Specialist is { } specialist)
            notices.Owe(NoticeKind.MessageReceived, answer, dossier, new Addressee(AccountId: specialist.AccountId), actor);
        await db.SaveChangesAsync(cancel);
        return [];
    }
}
