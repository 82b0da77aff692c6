using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>Which fact, by which document, and how many lines about it the person saw.</summary>
public sealed record ConfirmFactRequest(string File, string Path, string DocumentKind, string DocumentNumber, LocalDate? DocumentDate, string Note, int Seen);

/// <summary>Xác nhận dữ kiện pháp lý: the fact was compared with the document; the published text stays, its mark on the public pages goes.</summary>
public sealed class ConfirmFact(FactDesk desk)
{
    /// <summary>Every reason why it is not confirmed; empty when it is.</summary>
    public Task<IReadOnlyList<Refusal>> DoAsync(ConfirmFactRequest request, Actor actor, CancellationToken cancel)
    {
        var said = FactDesk.Line(request.File, request.Path, FactMark.Confirmed, request.Note) with
        {
            DocumentKind = VietnameseText.Clean(request.DocumentKind),
            DocumentNumber = VietnameseText.Clean(request.DocumentNumber),
            DocumentDate = request.DocumentDate,
        };
        return desk.AddAsync(said, request.Seen, actor, (holds, _) => holds ? new Refusal(nameof(RefusalCode.FactAlreadyConfirmed)) : null, cancel);
    }
}
