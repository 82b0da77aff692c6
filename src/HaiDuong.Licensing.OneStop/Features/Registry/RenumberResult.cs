using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;

namespace HaiDuong.Licensing.OneStop.Features.Registry;

public sealed record RenumberResultRequest(Guid DossierId, int? SeenRevision, string Reason);

/// <summary>
/// Hủy số, cấp số khác: the paper was spoilt before it was handed over. Its number stays in the book as cancelled; the next number, the date of
/// the day and a new seal go onto the same signed document, in one transaction.
/// </summary>
public sealed class RenumberResult(
    ActDesk desk,
    OfficeDbContext db,
    NumberSeries numbers,
    LetterModel letters,
    DecisionPress press,
    LicenceRegister licences,
    PlaceStore places
)
{
    public Task<ActResult> DoAsync(RenumberResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => RenumberAsync(request.Reason, dossier, act, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> RenumberAsync(string reason, Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (dossier.WhyNot(DossierAct.Renumber, act) is { Count: > 0 } refusals)
            return refusals;
        var spoilt = await db.NumberedDocuments.SingleOrDefaultAsync(line => line.DossierId == dossier.Id && line.CancelledAt == null, cancel);
        if (spoilt?.Cancel(reason, act.Actor, act.Now) is { Count: > 0 } faults)
            return faults;
        var number = await IssueResult.NextNumberAsync(numbers, letters, dossier, act, cancel);
        var file = await press.SealAsync(dossier, number.Text, act.Local.Date, act, cancel);
        var before = dossier.Decision!.Number!;
        if (dossier.Renumber(number.Text, act.Local.Date, file, reason.Trim(), act) is { Count: > 0 } against)
            return against;
        db.NumberedDocuments.Add(NumberedDocument.Of(dossier, number, act));
        await licences.RenumberAsync(dossier, before, reason.Trim(), act, cancel);
        await places.RenumberAsync(dossier.Id, number.Text, act.Local.Date, dossier.Decision!.ValidTo, cancel);
        return [];
    }
}
