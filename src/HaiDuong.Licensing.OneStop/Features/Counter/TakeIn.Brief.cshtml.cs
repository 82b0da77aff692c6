using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Ui.Fields;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Nhận nhanh: what a quick take-in asks.</summary>
public sealed partial class TakeInModel
{
    /// <summary>Nhận nhanh: whose it is, what it is about, the papers and the fee; the rest is typed later.</summary>
    public bool IsBrief => MayBeBrief && (Request.HasFormContentType ? Request.Form[BriefName] : Request.Query[BriefName]) == "true";

    public bool MayBeBrief => Dossier.MayBeBrief(Procedure);

    public string Abstract => Request.HasFormContentType ? Request.Form[AbstractName].ToString() : "";

    /// <summary>The sections of the form, of a quick take-in with what cannot wait alone.</summary>
    public IReadOnlyList<GeneratedSection> Sections
    {
        get
        {
            if (!IsBrief || rulebooks.InForce(Procedure.Slug, clock.Today) is not { } rules)
                return Typed.Sections;
            var fields = BriefForm.Fields(rules.Procedure, rules.Route);
            return
            [
                .. Typed
                    .Sections.Select(part =>
                        part with
                        {
                            Fields = [.. part.Fields.Where(one => fields.Contains(one.Name))],
                            Rows = part.Rows is { } rows && fields.Contains(rows.Name) ? rows : null,
                        }
                    )
                    .Where(part => part.Fields.Count > 0 || part.Rows is not null),
            ];
        }
    }
}
