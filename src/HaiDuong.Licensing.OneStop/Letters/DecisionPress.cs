using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Forms;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>
/// Makes the result document: drawn up from the draft, certified by the leader with number and date still open, then numbered, dated and
/// closed by the agency's seal. Both signatures stay valid because the leader's permits exactly these two fields.
/// </summary>
public sealed class DecisionPress(
    ProcedureCatalogue catalogue,
    LetterModel model,
    OfficialDocumentRenderer renderer,
    PdfSigner signer,
    SigningKeys keys,
    SignatureImages images,
    NumberSeries numbers,
    KeptFiles files,
    StaffDirectory staff
)
{
    /// <summary>The document as the draft stands, marked DỰ THẢO.</summary>
    public byte[] Preview(Dossier dossier, ActContext act) => Render(dossier, act, dossier.Decision?.VerificationCode ?? "", true);

    /// <summary>Whether whoever acts has a certificate of their own.</summary>
    public async Task<bool> MaySignAsync(Dossier dossier, ActContext act, CancellationToken cancel) => await SignerAsync(dossier, act, cancel) is not null;

    /// <exception cref="InvalidOperationException">Whoever acts has no certificate.</exception>
    public async Task<Decision> SignAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var leader = await SignerAsync(dossier, act, cancel) ?? throw new InvalidOperationException($"{act.Actor.Name} has no certificate to sign with.");
        var code = PublicCode.Make();
        var pdf = Render(dossier, act, code, false);
        var signed = await signer.SignAsync(pdf, SignaturePlace.Leader, leader, OfficeTime(act), images.Signature, cancel);
        var lines = model.SignerLines(dossier, act);
        return new Decision(dossier.ResultDraft!.Kind, await files.KeepAsync(signed, cancel), act.Actor.Name, string.Join(' ', lines), act.Local, code);
    }

    /// <summary>Writes number and date, seals, and keeps the file; gives its hash.</summary>
    public async Task<string> SealAsync(Dossier dossier, string number, LocalDate date, ActContext act, CancellationToken cancel)
    {
        var signed = await files.ReadAsync(dossier.Decision!.SignedFile, cancel);
        var office = dossier.OfficeOfDecision(catalogue.Organisation)!;
        var dateLine = PdfNumbering.DateLine(office.Place, date.ToDateOnly());
        var numbered = PdfNumbering.Fill(signed, number, dateLine);
        var sealedFile = await signer.SignAsync(numbered, SignaturePlace.Agency, keys.SealOf(office), OfficeTime(act), images.SealOf(office), cancel);
        await numbers.TakeExpectedAsync(cancel);
        return await files.KeepAsync(sealedFile, cancel);
    }

    private async Task<IDocumentSigner?> SignerAsync(Dossier dossier, ActContext act, CancellationToken cancel)
    {
        var user = keys.AreDemo || act.Actor.AccountId is not { } account ? null : await staff.UserNameAsync(account, cancel);
        return keys.LeaderOf(model.OfficeOf(dossier, act), new SigningPerson(act.Actor.AccountId, user, act.Actor.Name));
    }

    private byte[] Render(Dossier dossier, ActContext act, string verificationCode, bool asDraft)
    {
        var draft = dossier.ResultDraft ?? throw new InvalidOperationException($"Dossier {dossier.Id} has no draft of its result.");
        var template = catalogue.Template(act.Rules.Procedure, draft.Kind == DecisionKind.Grant ? "result" : "refusal");
        return renderer.Render(model.Result(template.Fill(model.Of(dossier, act)), dossier, act, verificationCode, asDraft));
    }

    private static DateTimeOffset OfficeTime(ActContext act) => act.Now.InZone(OfficeClock.Zone).ToDateTimeOffset();
}
