using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Inbox;

/// <summary>Thông báo cho tôi: what the office told somebody, the newest first; once it was shown it is not new any more.</summary>
[ForStaff]
public sealed class InboxModel(OwnNoticesQuery query, CurrentActor current) : PageModel
{
    public const string Address = "/thong-bao";

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public Guid? Before { get; set; }

    public IReadOnlyList<OwnNotice> Notices { get; private set; } = [];

    public string? More => Notices.Count == OwnNoticesQuery.Size ? QueryString.Create("truoc", Notices[^1].Id.ToString()).ToString() : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        Notices = await query.ReadAsync(actor, Before, cancel);
        if (Notices is [{ IsNew: true } newest, ..])
            await query.SawAsync(actor, newest.At, cancel);
    }

    public static string Say(OwnNotice notice) => VietnameseDate.Print(OfficeClock.ToLocal(notice.At));
}
