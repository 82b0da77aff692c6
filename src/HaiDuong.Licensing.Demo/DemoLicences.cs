using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>A licence from before the software: its number, the days from today on which it was issued and ends, whose it is, and what became of it.</summary>
internal sealed record DemoLicence(string Slug, string Number, int Issued, int? Ends, string? Owner = null, LicenceAct? Changed = null, int? Revoked = null);

/// <summary>Sổ giấy phép of a demo office: papers from before the software in every state, entered by the verbs of the register.</summary>
internal static class DemoLicences
{
    private static readonly DemoLicence[] All =
    [
        new("postal-licence", "03/GP-STTTT", -3600, 45, DemoPeople.Enterprise),
        new("postal-licence", "11/GP-STTTT", -3900, -245),
        new("postal-licence", "02/GP-STTTT", -3400, 255, Changed: LicenceAct.Amend),
        new("postal-notice", "21/XN-STTTT", -900, null, Changed: LicenceAct.Reissue),
        new("game-point-certificate", "45/GCN-STTTT", -1070, 25, DemoPeople.Applicant),
        new("game-point-certificate", "46/GCN-STTTT", -1300, -205, Revoked: -400),
        new("game-point-certificate", "51/GCN-STTTT", -1085, 190, Changed: LicenceAct.Renew),
        new("game-point-certificate", "52/GCN-STTTT", -1500, -405),
        new("printing-licence", "07/GP-STTTT", -2100, null),
        new("printing-licence", "09/GP-STTTT", -2600, null, Revoked: -90),
        new("publication-fair-permit", "18/GP-STTTT", -3, 40),
        new("satellite-registration", "05/GCN-STTTT", -1700, null, Changed: LicenceAct.Amend),
    ];

    /// <summary>Keeps them with the next save.</summary>
    public static void Write(OfficeDbContext db, ProcedureCatalogue catalogue, Actor registry, LocalDateTime now)
    {
        foreach (var (licence, number) in All.Select((licence, index) => (licence, index)))
            db.Licences.Add(Make(licence, catalogue, registry, now, number));
    }

    private static Licence Make(DemoLicence demo, ProcedureCatalogue catalogue, Actor registry, LocalDateTime now, int number)
    {
        var today = now.Date;
        var by = new LicenceEntry(registry, OfficeClock.ToInstant(now), today);
        var procedure = catalogue.InForce(demo.Slug, today) ?? throw new InvalidOperationException($"{demo.Slug} is not in force on {today}.");
        var holder = SampleForms.Applicant(procedure, number);
        if (demo.Owner is { } owner)
            holder = holder with { IdentityNumber = DemoPeople.All.Single(person => person.UserName == owner).IdentityNumber! };
        var issued = today.PlusDays(demo.Issued);
        var form = SampleForms.Fill(procedure.Form, holder, now, number);
        var end = demo.Ends is { } days ? today.PlusDays(days) : (LocalDate?)null;
        var paper = new LicencePaper(
            demo.Number,
            issued,
            holder,
            LicencePaperOf.Subject(procedure, form),
            LicencePaperOf.Place(procedure, form),
            issued,
            demo.Changed == LicenceAct.Renew ? today.PlusDays(10) : end
        );
        var licence = Licence.Enter(demo.Slug, catalogue.Organisation.KeyOn(procedure.DivisionKey, today), paper, SampleTexts.Get("licence.note"), null, by);
        if (demo.Changed is { } act)
            licence.Change(
                RuleOf(catalogue, act, demo.Slug),
                paper with
                {
                    Number = demo.Number.Replace("/", "A/", StringComparison.Ordinal),
                    IssuedOn = today.PlusDays(-20),
                    ValidTo = end,
                },
                by
            );
        if (demo.Revoked is { } revoked)
            licence.Revoke(null, SampleTexts.Get("licence.ground"), SampleTexts.Get("licence.reason"), today.PlusDays(revoked), by);
        return licence;
    }

    private static LicenceRule RuleOf(ProcedureCatalogue catalogue, LicenceAct act, string slug) =>
        catalogue.Versions.Select(version => version.Licence).OfType<LicenceRule>().First(rule => rule.Act == act && rule.Of.Contains(slug));
}
