using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Places;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Features.Registry;

public sealed record IssueResultRequest(Guid DossierId, int? SeenRevision, string StepId);

/// <summary>
/// Cấp số, ghi ngày, đóng dấu: the number of the book, the date of the day, the agency's seal, the entries in number book and licence register and
/// the places approved, in one transaction.
/// </summary>
public sealed class IssueResult(
    ActDesk desk,
    OfficeDbContext db,
    NumberSeries numbers,
    LetterModel letters,
    DecisionPress press,
    LicenceRegister licences,
    PlaceStore places,
    ProvinceMap map
)
{
    public Task<ActResult> DoAsync(IssueResultRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(request.DossierId, request.SeenRevision, actor, (dossier, act) => IssueAsync(request.StepId, dossier, act, cancel), cancel);

    private async Task<IReadOnlyList<Refusal>> IssueAsync(string stepId, Dossier dossier, ActContext act, CancellationToken cancel)
    {
        if (dossier.MayIssue(stepId, act) is { Count: > 0 } refusals)
            return refusals;
        if (await licences.CheckResultAsync(dossier, dossier.ResultDraft!, act, cancel) is { Count: > 0 } against)
            return against;
        var number = await NextNumberAsync(numbers, letters, dossier, act, cancel);
        var file = await press.SealAsync(dossier, number.Text, act.Local.Date, act, cancel);
        if (dossier.Issue(stepId, number.Text, act.Local.Date, file, act) is { Count: > 0 } faults)
            return faults;
        db.NumberedDocuments.Add(NumberedDocument.Of(dossier, number, act));
        var licence = await licences.EnterAsync(dossier, act, cancel);
        var approved = act.Rules.Procedure.Places?.Approved(dossier, act.Rules.Procedure, map, act.Now) ?? [];
        if (licence is not null && act.Rules.Procedure.Licence is { NeedsLicence: true })
            approved = await places.FollowAsync(licence, dossier.Id, approved, act.Now, cancel);
        await places.RecordAsync(approved, act.Now, cancel);
        return [];
    }

    /// <summary>The next number of the book of the result, a grant or a letter of refusal, in the office that answers on the day.</summary>
    internal static Task<DocumentNumber> NextNumberAsync(NumberSeries numbers, LetterModel letters, Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var (kind, result) = (dossier.Decision!.Kind, act.Rules.Procedure.Result);
        return numbers.NextDocumentNumberAsync(
            letters.OfficeOf(dossier, act).Key,
            kind == DecisionKind.Grant ? result.Book : result.RefusalBook,
            act.Local.Year,
            letters.Symbol(dossier, kind, act),
            cancel
        );
    }
}
