using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Templates;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Storage.Files;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.Demo;

/// <summary>Makes the papers that an applicant would bring: real PDF files, drawn like the office's own documents and stored like uploads.</summary>
public sealed class SamplePapers(OfficialDocumentRenderer renderer, FileStore files, OfficeClock clock)
{
    private static readonly DocumentTemplate Template = DocumentTemplate.Parse(SampleTexts.Get("paper.template"));

    /// <summary>Over the files and the clock of an office.</summary>
    public static SamplePapers At(IServiceProvider desk) => ActivatorUtilities.CreateInstance<SamplePapers>(desk);

    /// <summary>Every paper that the procedure asks for with this form.</summary>
    public async Task<IReadOnlyList<Paper>> AllAsync(Procedure procedure, FormData form, Applicant applicant, CancellationToken cancel)
    {
        var papers = new List<Paper>();
        foreach (var requirement in PaperRules.Applicable(procedure, form).Where(paper => paper.Required && !paper.IsForm))
            papers.Add(await MakeAsync(requirement, procedure, applicant, cancel));
        return papers;
    }

    public async Task<Paper> MakeAsync(PaperRequirement requirement, Procedure procedure, Applicant applicant, CancellationToken cancel)
    {
        using var content = new MemoryStream(Draw(requirement, procedure, applicant));
        var upload = await files.SaveAsync(content, $"{requirement.Name}.pdf", UploadLimits.Default, cancel);
        var file = upload.File ?? throw new InvalidOperationException($"The sample paper {requirement.Key} was not taken: {upload.Refusal}.");
        return new Paper(
            Guid.CreateVersion7(),
            requirement.Key,
            file.Hash,
            file.CleanName,
            file.ContentType,
            file.Size,
            requirement.Originals,
            requirement.Copies,
            clock.Now
        );
    }

    private byte[] Draw(PaperRequirement requirement, Procedure procedure, Applicant applicant)
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["paper"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = requirement.Name, ["note"] = requirement.Note ?? "" },
            ["procedure"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = procedure.Name },
            ["applicant"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["name"] = applicant.Name,
                ["address"] = applicant.Address,
                ["number"] = applicant.IdentityNumber,
            },
        };
        return renderer.Render(
            new OfficialDocument
            {
                Content = Template.Fill(model),
                Letterhead = new Letterhead(null, applicant.Name.ToUpperInvariant(), SampleTexts.Get("paper.place")),
                IssuedOn = clock.Today.ToDateOnly(),
                Signers = [new SignatureBlock([SampleTexts.Get("paper.signer")], null)],
                CreatedAt = clock.Now.ToDateTimeOffset(),
            }
        );
    }
}
