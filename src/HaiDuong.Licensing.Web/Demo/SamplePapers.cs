using System.Text;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Layout;
using HaiDuong.Licensing.Documents.Templates;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Web.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Demo;

/// <summary>Giấy tờ mẫu: a readable PDF for each paper that a dossier needs, so that whoever appraises sees something real beside the form.</summary>
public sealed class SamplePapers(OfficialDocumentRenderer renderer)
{
    private static readonly DocumentTemplate Template = DocumentTemplate.Parse(ReadTemplate());

    /// <summary>The papers that the filled-in form asks for, without the form itself.</summary>
    public static IReadOnlyList<PaperRequirement> Needed(Procedure procedure, FormData form) =>
        [.. PaperRules.Applicable(procedure, form).Where(paper => paper.Required && !paper.IsForm)];

    public byte[] Make(PaperRequirement paper, Procedure procedure, Applicant applicant, Instant now)
    {
        var local = OfficeClock.ToLocal(now);
        var content = Template.Fill(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["paper"] = paper.Name,
            ["note"] = paper.Note,
            ["procedure"] = procedure.Name,
            ["applicant"] = applicant.Name,
            ["address"] = applicant.Address,
            ["number"] = applicant.IdentityNumber,
        });
        return renderer.Render(new OfficialDocument
        {
            Content = content,
            Letterhead = new Letterhead(null, applicant.Name.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN")), "Hải Dương"),
            IssuedOn = local.Date.ToDateOnly(),
            Signers = [new SignatureBlock([SampleForms.Sentence("paper.signer")], null)],
            CreatedAt = now.ToDateTimeOffset(),
        });
    }

    private static string ReadTemplate()
    {
        using var reader = new StreamReader(typeof(SamplePapers).Assembly.GetManifestResourceStream("HaiDuong.Licensing.Web.Demo.SamplePaper.md")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
