using System.Text;
using Fluid;
using HaiDuong.Licensing.Documents.Content;

namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>
/// The model text of a document (mẫu văn bản): a front matter block and a body in Markdown, both with Liquid fields.
/// Values of fields are always printed as they are, never read as Markdown or Liquid.
/// </summary>
public sealed class DocumentTemplate
{
    private static readonly FluidParser Parser = new();
    private readonly DocumentForm _form;
    private readonly PageFormat _page;
    private readonly Dictionary<string, IFluidTemplate> _lines = [];
    private readonly IReadOnlyList<IFluidTemplate> _to;
    private readonly IReadOnlyList<IFluidTemplate> _recipients;
    private readonly IFluidTemplate _body;

    private DocumentTemplate(FrontMatter matter)
    {
        _form = ReadForm(matter.Single("form"));
        _page = ReadPage(matter.Single("page"));
        foreach (var key in new[] { "title", "subject", "footer" })
        {
            if (matter.Single(key) is { } line)
                _lines[key] = ReadLiquid(key, line);
        }

        _to = [.. matter.List("to").Select(line => ReadLiquid("to", line))];
        _recipients = [.. matter.List("recipients").Select(line => ReadLiquid("recipients", line))];
        _body = ReadLiquid("body", matter.Body);
        var fields = new TemplateFields();
        foreach (var template in (IFluidTemplate[])[.. _lines.Values, .. _to, .. _recipients, _body])
            fields.VisitTemplate(template);
        Fields = fields.Paths;
    }

    /// <summary>Paths of the fields that the template reads, for example "applicant.name" or "form.positions[].code".</summary>
    public IReadOnlyCollection<string> Fields { get; }

    /// <exception cref="DocumentTemplateException">The front matter or the Liquid is wrong; the message says where.</exception>
    public static DocumentTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(FrontMatter.Parse(text.Normalize(NormalizationForm.FormC)));
    }

    /// <summary>Fills the fields from nested dictionaries, a JSON object or a plain record.</summary>
    /// <exception cref="DocumentTemplateException">The template reads a field that the model does not have.</exception>
    public DocumentContent Fill(object model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var context = Context(model);
        return new DocumentContent
        {
            Form = _form,
            Page = _page,
            Title = Line("title"),
            Subject = Line("subject"),
            Footer = Line("footer"),
            To = Lines(_to),
            Recipients = Lines(_recipients),
            Blocks = MarkdownBlocks.Read(Render(_body, context, LiteralEncoder.Instance)),
        };

        string? Line(string key) => _lines.TryGetValue(key, out var template) && Plain(template, context) is { Length: > 0 } text ? text : null;
        List<string> Lines(IReadOnlyList<IFluidTemplate> templates) =>
            [.. templates.Select(template => Plain(template, context)).Where(text => text.Length > 0)];
    }

    private static TemplateContext Context(object model)
    {
        var options = new TemplateOptions
        {
            CultureInfo = Wording.Vietnamese,
            StrictFilters = true,
            MaxSteps = 1_000_000,
            Undefined = name => throw FieldValue.Unknown(name),
        };
        TemplateFilters.AddTo(options);
        var context = new TemplateContext(options);
        foreach (var (name, value) in FieldValue.Model(model))
            context.SetValue(name, FieldValue.Of(name, value, options));
        return context;
    }

    private static string Plain(IFluidTemplate template, TemplateContext context) =>
        string.Join(' ', Render(template, context, NullEncoder.Default).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Render(IFluidTemplate template, TemplateContext context, System.Text.Encodings.Web.TextEncoder encoder)
    {
        try
        {
            return template.Render(context, encoder);
        }
        catch (Exception e) when (e is InvalidOperationException or ParseException)
        {
            throw new DocumentTemplateException(e.Message, e);
        }
    }

    private static IFluidTemplate ReadLiquid(string part, string text) =>
        Parser.TryParse(text, out var template, out var error) ? template : throw new DocumentTemplateException($"The {part} of the template: {error}");

    private static DocumentForm ReadForm(string? value) =>
        value switch
        {
            "licence" => DocumentForm.Licence,
            "letter" => DocumentForm.Letter,
            "certificate" => DocumentForm.Certificate,
            "slip" => DocumentForm.Slip,
            _ => throw new DocumentTemplateException($"'form: {value}' must be licence, letter, certificate or slip."),
        };

    private PageFormat ReadPage(string? value) =>
        value switch
        {
            null => _form == DocumentForm.Slip ? PageFormat.A5 : PageFormat.A4,
            "A4" => PageFormat.A4,
            "A4-landscape" => PageFormat.A4Landscape,
            "A5" => PageFormat.A5,
            "A5-landscape" => PageFormat.A5Landscape,
            _ => throw new DocumentTemplateException($"'page: {value}' must be A4, A4-landscape, A5 or A5-landscape."),
        };
}
