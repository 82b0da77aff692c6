using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Templates;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>Văn bản mẫu: a letter of a draft as its office would write it about the sample, marked DỰ THẢO.</summary>
public sealed class SampleLetterQuery(ProcedureCatalogue catalogue, OfficialDocumentRenderer renderer, PageWords<PreviewModel> words)
{
    /// <exception cref="DocumentTemplateException">The text cannot be filled in.</exception>
    public byte[] Render(string text, bool grants, SampleDossier sample)
    {
        var office = catalogue.Organisation.For(sample.Procedure.DivisionKey, sample.At.Date);
        var division = catalogue.Organisation.Living(sample.Procedure.DivisionKey, sample.At.Date);
        var result = sample.Procedure.Result;
        return renderer.Render(
            new OfficialDocument
            {
                Content = DocumentTemplate.Parse(text).Fill(Model(sample)),
                Letterhead = LetterModel.Head(office),
                NumberSymbol = office.SymbolOf(grants ? result.Symbol : result.RefusalSymbol, division),
                Signers = [new SignatureBlock(office.SignerTitles[0].Lines, null)],
                IsDraft = true,
                CreatedAt = OfficeClock.ToInstant(sample.At).ToDateTimeOffset(),
            }
        );
    }

    private Dictionary<string, object?> Model(SampleDossier sample)
    {
        var (procedure, day) = (sample.Procedure, sample.At.Date);
        var moment = LocalDateTimePattern.ExtendedIso.Format(sample.At) + "+07:00";
        var decision = FormDisplay.Model(procedure.Result.Fields, sample.Result);
        return new(StringComparer.Ordinal)
        {
            ["applicant"] = Group(
                ("name", words["Sample.Name"]),
                ("address", words["Sample.Address"]),
                ("identityNumber", words["Sample.TaxCode"]),
                ("phone", words["Sample.Phone"]),
                ("email", words["Sample.Email"])
            ),
            ["office"] = OfficeFacts.Of(catalogue.Organisation.For(procedure.DivisionKey, day), null),
            ["division"] = OfficeFacts.Of(catalogue.Organisation.Living(procedure.DivisionKey, day) ?? catalogue.Organisation.Find(procedure.DivisionKey)!),
            ["procedure"] = OfficeFacts.Of(procedure),
            ["dossier"] = Group(
                ("code", words["Sample.Code"]),
                ("reference", words["Sample.Code"]),
                ("submittedAt", moment),
                ("acceptedAt", moment),
                ("dueAt", moment)
            ),
            ["form"] = FormDisplay.Model(procedure.Form, sample.Form),
            ["raw"] = FormDisplay.RawModel(procedure.Form, sample.Form),
            ["inspection"] = procedure.InspectionForm is { } inspection ? FormDisplay.Model(inspection, Domain.Fields.FormData.Empty) : null,
            ["fees"] = Group(
                ("due", sample.Due),
                (
                    "items",
                    sample
                        .Fees.Select(charge =>
                            Group(
                                ("label", charge.Label),
                                ("unit", charge.Unit),
                                ("quantity", charge.Quantity),
                                ("unitPrice", charge.UnitPrice),
                                ("amount", charge.Amount)
                            )
                        )
                        .ToList()
                )
            ),
            ["decision"] = new Dictionary<string, object?>(decision, StringComparer.Ordinal)
            {
                ["items"] = procedure
                    .Result.Fields.Where(field => decision[field.Key] is not null)
                    .Select(field => Group(("label", field.Label), ("value", decision[field.Key]), ("unit", field.Unit)))
                    .ToList(),
            },
            ["refusal"] = Group(
                ("reasons", procedure.RefusalGrounds.Take(1).Select(ground => Group(("text", ground.Text), ("legalBasis", null))).ToList()),
                ("note", null)
            ),
        };
    }

    private static Dictionary<string, object?> Group(params (string Key, object? Value)[] members) =>
        members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
}
