using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>What the counter begins a form with.</summary>
/// <param name="Applicant">The applicant as the card or the last dossier names them.</param>
/// <param name="Form">The form with what is known already.</param>
/// <param name="IsKnown">Whether anything of theirs was found.</param>
/// <param name="Licences">Their licences that the procedure may be about.</param>
/// <param name="Chosen">The one that the form is filled in from.</param>
public sealed record BegunForm(Applicant Applicant, FormData Form, bool IsKnown, IReadOnlyList<OfferedLicence> Licences, Licence? Chosen);

/// <summary>Chủ hồ sơ đã biết: the last dossiers and the licences under an identity number or tax code begin the form at the counter.</summary>
public sealed class KnownApplicant(EarlierDossiersQuery dossiers, EarlierLicences licences, OfficeClock clock)
{
    /// <summary>A chosen licence comes first; the only one that may be named is chosen unasked.</summary>
    public async Task<BegunForm> BeginAsync(Procedure procedure, IdentityScan scan, ApplicantKind kind, Guid? licenceId, CancellationToken cancel)
    {
        var (number, isTheirs) = (scan.NumberOf(kind), scan.Names(kind));
        List<DeclaredBefore> before =
        [
            .. (await dossiers.OfNumberAsync(number, procedure.Slug, cancel)).Where(earlier => !isTheirs || earlier.Applicant.Kind == kind),
        ];
        var seeker = new LicenceSeeker(null, number, AtCounter: true);
        var offered = await licences.OfferedAsync(procedure, seeker, cancel);
        var possible = offered.Where(one => one.Against.Count == 0).Select(one => one.Licence).ToList();
        var chosen =
            licenceId is { } id ? possible.Find(one => one.Id == id)
            : possible.Count == 1 ? possible[0]
            : null;
        var fill = chosen is null ? new LicenceFill(FormData.Empty, null) : await licences.FillAsync(chosen, procedure, FormData.Empty, seeker, cancel);
        var known =
            before.Count > 0 ? before[0].Applicant
            : isTheirs && fill.Holder?.Kind != kind ? null
            : fill.Holder;
        var applicant = new Applicant(
            isTheirs ? kind : known?.Kind ?? kind,
            Either(scan.Name, known?.Name),
            number,
            Either(known?.Address, scan.Address),
            known?.Phone,
            known?.Email
        );
        var lasting = FormPrefill.Of(
            procedure.Form,
            ApplicantEntry.Facts(applicant),
            [.. before.Where(earlier => earlier.Applicant.Kind == applicant.Kind).Select(earlier => earlier.Form)],
            clock.Local
        );
        return new BegunForm(applicant, FormPrefill.Complete(procedure.Form, fill.Form, [lasting], clock.Local), known is not null, offered, chosen);
    }

    private static string Either(string? first, string? second) => string.IsNullOrEmpty(first) ? second ?? "" : first;
}
