using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Acts;

/// <summary>The mail that carries a message of a dossier's thread to the other side.</summary>
public sealed class MessageNotices(OfficeDbContext db, ActDesk desk, OutboxBell bell)
{
    /// <summary>Kept with the next save, and sent soon after it.</summary>
    public void Owe(NoticeKind kind, DossierMessage message, Dossier dossier, Addressee to, Actor by)
    {
        db.Notices.Add(dossier.NoticeOfMessage(kind, message.Id, message.Text, to, desk.ContextFor(dossier, by)));
        bell.Ring();
    }
}
