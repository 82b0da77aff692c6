using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>What the clerk typed and did not send.</summary>
public sealed partial class TakeInModel
{
    /// <summary>Nội dung nhập dở: what the clerk typed for this procedure before and did not send.</summary>
    public IReadOnlyList<KeptForm> Kept { get; private set; } = [];

    /// <summary>That what was typed is back.</summary>
    public string? ShownAgain => sent.ShownAgain?.Sentence;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!Find(slug))
            return NotFound();
        Kept = await kept.OfAsync((await current.GetAsync(cancel)).AccountId, Request.Path, cancel);
        return Page();
    }
}
