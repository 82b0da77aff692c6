using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Filing;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Nhận thêm: the next of several dossiers that one applicant brings, begun from the one before; only what differs is typed.</summary>
public sealed partial class TakeInModel
{
    /// <summary>The dossier that this one is begun from.</summary>
    public const string LikeName = "nhu";

    public Guid? Like =>
        Guid.TryParse(Request.HasFormContentType ? Request.Form[LikeName].ToString() : Request.Query[LikeName].ToString(), out var id) ? id : null;

    /// <summary>The code of the dossier whose answers are filled in.</summary>
    public string? FilledFrom { get; private set; }

    private async Task BeginFromAsync(Guid id, CancellationToken cancel)
    {
        if (await together.FirstAsync(id, Procedure.Slug, cancel) is not { } first)
            return;
        IsBegun = true;
        FilledFrom = first.Code;
        Channel = first.Channel;
        Checklist = PaperChecklist.Of(Procedure.Papers, first.Papers);
        Show(new DeclaredPeople(first.Applicant, first.Submitter, first.ReturnBy), MatterKeys.Without(Procedure, first.Form));
    }
}
