using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Bản cho xem: what is taken out of a copy that is only shown, never saved, for whom the rest is none of their business.</summary>
public sealed partial class Dossier
{
    /// <summary>
    /// Takes out what would tell who sent the dossier: the applicant, whoever came for them, the papers, what was attached to them, the slips and what was
    /// corrected.
    /// </summary>
    public void ForgetApplicant(string shown)
    {
        Applicant = new Applicant(Applicant.Kind, shown, "", "", null, null);
        Submitter = null;
        Papers = [];
        Slips = [];
        HandOver = null;
        Corrections = [];
        Attachments = [];
    }

    /// <summary>
    /// Takes out the reference, with which anybody acts as the applicant, and the slips on which it stands: the receipts, and what was printed before
    /// there was a code.
    /// </summary>
    /// <param name="shown">Stands in its place.</param>
    public void ForgetReference(string shown)
    {
        reference = shown;
        Slips = [.. Slips.Where(slip => !CarriesReference(slip))];
    }

    /// <summary>True for a slip on which the reference stands.</summary>
    public bool CarriesReference(Slip slip) => slip.Kind is SlipKind.Receipt or SlipKind.Supplied || AcceptedAt is not { } accepted || slip.At < accepted;

    /// <summary>
    /// Leaves what an agency is asked about: the papers and answers chosen when it was asked, as long as its opinion is open; afterwards its own
    /// questions, answers and attached papers alone.
    /// </summary>
    /// <param name="agency">Key of the agency.</param>
    /// <param name="procedure">The dossier's procedure.</param>
    /// <param name="shown">Stands in place of the applicant once no opinion of the agency is open.</param>
    public void ForgetAllBut(string agency, Procedure procedure, string shown) =>
        ForgetAllBut(agency, [.. Opinions.Where(opinion => opinion.AgencyKey == agency)], IsOpen, procedure, shown);

    /// <summary>Leaves the same of the one question whose link somebody holds, as long as the link opens it.</summary>
    /// <param name="linked">The question.</param>
    /// <param name="procedure">The dossier's procedure.</param>
    /// <param name="shown">Stands in place of the applicant once the link opens nothing.</param>
    /// <param name="now">The moment.</param>
    public void ForgetAllBut(Opinion linked, Procedure procedure, string shown, LocalDateTime now) =>
        ForgetAllBut(linked.AgencyKey, [linked], opinion => LinkStateOf(opinion, now) == OpinionLinkState.Open, procedure, shown);

    private void ForgetAllBut(string agency, IReadOnlyList<Opinion> its, Func<Opinion, bool> opens, Procedure procedure, string shown)
    {
        var open = its.Where(opens).ToList();
        var papers = open.SelectMany(opinion => opinion.ShownBy(procedure).Papers).ToHashSet(StringComparer.Ordinal);
        var fields = open.SelectMany(opinion => opinion.ShownBy(procedure).Fields).ToHashSet(StringComparer.Ordinal);
        var asked = HidesApplicant ? [] : Papers.Where(paper => papers.Contains(paper.Key)).ToList();
        var own = Attachments.Where(attachment => attachment.Role == StaffRole.ConsultedAgency && attachment.Unit == agency).ToList();
        ForgetApplicant(open.Count > 0 ? Applicant.Name : shown);
        Attachments = own;
        Papers = asked;
        Form = FormRules.Visible(procedure.Form, Form).Only(fields);
        Opinions = its;
        _work.RemoveAll(item => item.Role != StaffRole.ConsultedAgency || item.Unit != agency);
        (Fees, Payments, Refunds, Supplements, Checks, Ledger, Matters) = ([], [], [], [], [], [], []);
        (Inspection, ResultDraft, Decision, RouteState, Withdrawal) = (null, null, null, null, null);
        (Denounced, Abstract, IsBrief) = ([], null, false);
    }
}
