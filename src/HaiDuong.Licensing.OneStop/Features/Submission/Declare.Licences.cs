using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Filing;

namespace HaiDuong.Licensing.OneStop.Features.Submission;

/// <summary>What the licence register and the account's own licences give to the form.</summary>
public sealed partial class DeclareModel
{
    /// <summary>Offers the applicant's licences, and begins the form with the chosen one; a new form is then in the name of its holder.</summary>
    private async Task OfferAsync(Actor actor, Guid? chosen, bool isNew, CancellationToken cancel)
    {
        if (actor.AccountId is null || Rules.Procedure.Licence is not { NeedsLicence: true })
            return;
        var seeker = await SeekerAsync(actor, cancel);
        Offered = new OfferedLicences(Address, await offers.OfferedAsync(Rules.Procedure, seeker, cancel), chosen);
        if (Offered.Chosen is not { } licence)
            return;
        var fill = await offers.FillAsync(licence, Rules.Procedure, isNew ? FormData.Empty : Typed.Form.Data, seeker, cancel);
        var people = isNew && fill.Holder is { } holder ? Typed.People with { Applicant = holder } : Typed.People;
        Show(people, FormPrefill.Complete(Rules.Procedure.Form, fill.Form, [Typed.Form.Data], clock.Local));
        IsPrefilled = false;
    }

    /// <summary>Fills in what the register and the account's own dossiers know of the licence whose number was typed, when it is the applicant's.</summary>
    private async Task FillAsync(Actor actor, CancellationToken cancel)
    {
        if (Named is { Finding: LicenceFinding.Known, Licence: { } licence } && licence.MayBeHeldBy(Typed.People.Applicant))
            Typed = Typed with
            {
                Form = Typed.Form with
                {
                    Data = (await offers.FillAsync(licence, Rules.Procedure, Typed.Form.Data, await SeekerAsync(actor, cancel), cancel)).Form,
                },
            };
    }

    private async Task<LicenceSeeker> SeekerAsync(Actor actor, CancellationToken cancel) =>
        new(actor.AccountId, (await accounts.PrefillAsync(actor.AccountId, ApplicantKind.Organisation, cancel)).IdentityNumber, false);
}
