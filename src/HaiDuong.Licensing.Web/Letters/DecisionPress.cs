using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Pdf;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Storage;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Letters;

/// <summary>
/// Makes the result document: drawn up from the draft, certified by the leader with number and date still open, then numbered, dated and
/// closed by the agency's seal. Both signatures stay valid because the leader's permits exactly these two fields.
/// </summary>
public sealed class DecisionPress(
    ProcedureCatalogue catalogue, LetterModel model, OfficialDocumentRenderer renderer, PdfSigner signer, SigningKeys keys, SignatureImages images, NumberSeries numbers, KeptFiles files)
{
    /// <summary>The document as the draft stands, marked DỰ THẢO.</summary>
    public byte[] Preview(Dossier dossier, ActContext act) => Render(dossier, act, dossier.Decision?.VerificationCode ?? "", true);

    public async Task<Decision> SignAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var code = PublicCode.Make();
        var pdf = Render(dossier, act, code, false);
        var signed = await signer.SignAsync(pdf, SignaturePlace.Leader, keys.Of(model.OfficeOf(dossier, act)).Leader, OfficeTime(act), images.Signature, cancel);
        var title = model.SignerTitle(dossier, act);
        return new Decision(
            dossier.ResultDraft!.Kind, await files.KeepAsync(signed, cancel), act.Actor.Name, string.Join(' ', title.Lines), act.Local, code);
    }

    /// <summary>Writes number and date, seals, and keeps the file; gives its hash.</summary>
    public async Task<string> SealAsync(Dossier dossier, string number, LocalDate date, ActContext act, CancellationToken cancel)
    {
        var signed = await files.ReadAsync(dossier.Decision!.SignedFile, cancel);
        var office = dossier.OfficeOfDecision(catalogue.Organisation)!;
        var dateLine = PdfNumbering.DateLine(office.Place, date.ToDateOnly());
        var numbered = PdfNumbering.Fill(signed, number, dateLine);
        var sealedFile = await signer.SignAsync(numbered, SignaturePlace.Agency, keys.Of(office).Agency, OfficeTime(act), images.SealOf(office), cancel);
        await numbers.TakeExpectedAsync(cancel);
        return await files.KeepAsync(sealedFile, cancel);
    }

    private byte[] Render(Dossier dossier, ActContext act, string verificationCode, bool asDraft)
    {
        var draft = dossier.ResultDraft ?? throw new InvalidOperationException($"Dossier {dossier.Id} has no draft of its result.");
        var template = catalogue.Template(act.Rules.Procedure, draft.Kind == DecisionKind.Grant ? "result" : "refusal");
        return renderer.Render(model.Result(template.Fill(model.Of(dossier, act)), dossier, act, verificationCode, asDraft));
    }

    private static DateTimeOffset OfficeTime(ActContext act) => act.Now.InZone(OfficeClock.Zone).ToDateTimeOffset();
}
