using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Settings;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>What the templates of slips and results may name; <c>workflows/template-fields.json</c> lists the same names.</summary>
public sealed class LetterModel(ProcedureCatalogue catalogue, OfficeOptions options)
{
    /// <summary>The signature block of a head of division who signs by order (TL. GIÁM ĐỐC).</summary>
    private const string HeadTitle = "divisionHead";

    /// <param name="dossier">What the paper is about.</param>
    /// <param name="act">Who prints it, when, under which rules.</param>
    /// <param name="hidesSender">For a paper that may not tell who sent the dossier.</param>
    /// <param name="handed">The lists by which its paper was handed over.</param>
    public IReadOnlyDictionary<string, object?> Of(Dossier dossier, ActContext act, bool hidesSender = false, IReadOnlyList<TransferList>? handed = null)
    {
        var procedure = act.Rules.Procedure;
        var office = OfficeOf(dossier, act);
        var counter = catalogue.Organisation.Find(catalogue.Organisation.DeskOf(StaffRole.CounterClerk, dossier.DivisionKey, act.Local.Date) ?? "");
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["office"] = OfficeFacts.Of(office, counter),
            ["division"] = OfficeFacts.Of(DivisionOf(dossier, act)!),
            ["procedure"] = OfficeFacts.Of(procedure),
            ["clerk"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["name"] = act.Actor.Name,
                ["phone"] = new[] { counter?.Phone, office.Phone }.FirstOrDefault(number => !string.IsNullOrEmpty(number)),
            },
            ["applicant"] = hidesSender ? DossierGroups.HiddenApplicant() : DossierGroups.Applicant(dossier),
            ["dossier"] = DossierGroups.Dossier(dossier),
            ["form"] = FormDisplay.Model(procedure.Form, dossier.Form),
            ["raw"] = FormDisplay.RawModel(procedure.Form, dossier.Form),
            ["inspection"] = procedure.InspectionForm is { } inspection ? FormDisplay.Model(inspection, dossier.Inspection ?? FormData.Empty) : null,
            ["fees"] = DossierGroups.Fees(dossier),
            ["receipt"] = DossierGroups.Receipt(dossier, act, $"{options.PublicAddress}/tra-cuu", hidesSender),
            ["supplement"] = SlipGroups.Supplement(dossier, act.Rules.Regime),
            ["supplied"] = SlipGroups.Supplied(dossier, procedure),
            ["apology"] = SlipGroups.Apology(dossier),
            ["stop"] = SlipGroups.Stop(dossier),
            ["refusal"] = SlipGroups.Refusal(dossier, procedure),
            ["decision"] = SlipGroups.Decision(dossier, procedure),
            ["control"] = SlipGroups.Control(dossier, act),
            ["history"] = SlipGroups.History(dossier, handed ?? [], catalogue.Organisation),
        };
    }

    /// <summary>
    /// A slip: dated at once, with the tracking QR, signed by the two people it passes between. A letter or notice (Mẫu 04, 05) has the one
    /// signer who answers for it: the head of the division for the director.
    /// </summary>
    public OfficialDocument Slip(DocumentContent content, Dossier dossier, ActContext act, bool hidesSender = false) =>
        new()
        {
            Content = content,
            Letterhead = Head(OfficeOf(dossier, act)),
            IssuedOn = act.Local.Date.ToDateOnly(),
            Signers =
                content.Form == DocumentForm.Slip
                    ? Hands(hidesSender ? null : dossier.Submitter?.Name ?? dossier.Applicant.Name, act)
                    : [ForTheDirector(dossier, act)],
            Qr = new QrMark($"{options.PublicAddress}/tra-cuu/{dossier.Reference}", Words.Get("Reference"), dossier.Reference),
            CreatedAt = act.Now.ToDateTimeOffset(),
        };

    /// <summary>A result: number and date stay open for the registry; the QR leads to the public check page.</summary>
    public OfficialDocument Result(DocumentContent content, Dossier dossier, ActContext act, string verificationCode, bool asDraft)
    {
        return new OfficialDocument
        {
            Content = content,
            Letterhead = Head(OfficeOf(dossier, act)),
            NumberSymbol = Symbol(dossier, dossier.ResultDraft!.Kind, act),
            Signers = [new SignatureBlock(SignerLines(dossier, act), asDraft ? null : act.Actor.Name)],
            Qr = new QrMark($"{options.PublicAddress}/kiem-tra/{verificationCode}", Words.Get("CheckCode"), verificationCode),
            IsDraft = asDraft,
            CreatedAt = act.Now.ToDateTimeOffset(),
        };
    }

    /// <summary>Thể thức đề ký: the block of the leader who acts, by what gives them the signature; for a draft the first of the office.</summary>
    public IReadOnlyList<string> SignerLines(Dossier dossier, ActContext act)
    {
        var office = OfficeOf(dossier, act);
        var held = SigningAuthority.Of(dossier.Towards(act.Actor), office, catalogue.Organisation);
        return held is null ? office.SignerTitles[0].Lines : SigningAuthority.LinesOf(held, office);
    }

    private static SignatureBlock[] Hands(string? submitter, ActContext act) =>
        [new SignatureBlock([Words.Get("Submitter")], submitter), new SignatureBlock([Words.Get("Clerk")], act.Actor.Name)];

    /// <summary>
    /// The name stays open for a pen unless the head is the one who acts, or somebody to whom the head's signature was given: TL. GIÁM ĐỐC, KT. TRƯỞNG PHÒNG,
    /// PHÓ TRƯỞNG PHÒNG.
    /// </summary>
    private SignatureBlock ForTheDirector(Dossier dossier, ActContext act)
    {
        var titles = OfficeOf(dossier, act).SignerTitles;
        var title = titles.FirstOrDefault(candidate => candidate.Key == HeadTitle) ?? titles[0];
        var held = dossier
            .Towards(act.Actor)
            .Roles.Where(held => held.Role == StaffRole.DivisionHead && held.Unit == dossier.DivisionKey && held.By is not { Form: null })
            .OrderBy(held => held.By is not null)
            .FirstOrDefault();
        return new SignatureBlock(SigningAuthority.LinesOf(title.Lines, held?.By), held is null ? null : act.Actor.Name);
    }

    /// <summary>Ký hiệu văn bản of a result as it would be signed in this act.</summary>
    public string Symbol(Dossier dossier, DecisionKind kind, ActContext act)
    {
        var result = act.Rules.Procedure.Result;
        return OfficeOf(dossier, act).SymbolOf(kind == DecisionKind.Grant ? result.Symbol : result.RefusalSymbol, DivisionOf(dossier, act));
    }

    /// <summary>The department that answers for the dossier on the day of the act.</summary>
    public Office OfficeOf(Dossier dossier, ActContext act) => catalogue.Organisation.For(dossier.DivisionKey, act.Local.Date);

    private OfficeUnit? DivisionOf(Dossier dossier, ActContext act) =>
        catalogue.Organisation.Living(dossier.DivisionKey, act.Local.Date) ?? catalogue.Organisation.Find(dossier.DivisionKey);

    internal static Letterhead Head(Office office) => new(office.Superior, office.Agency, office.Place, office.Address);
}
