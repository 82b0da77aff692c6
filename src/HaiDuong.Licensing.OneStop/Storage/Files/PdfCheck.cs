using HaiDuong.Licensing.Domain;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>
/// Opens a PDF as a viewer would: refused are those with a password, cut off, damaged, without pages, with too many, or that start other
/// programs. One with scripts or files inside is taken, for many forms are made so, but never shown inside a page.
/// </summary>
internal static class PdfCheck
{
    public const int MostPages = 5000;

    private const int MostObjects = 500_000;
    private const int MostValues = 5_000_000;
    private const int DeepestNesting = 100;
    private const int Tail = 2048;
    private static readonly string[] Active = ["JS", "JavaScript", "XFA", "EF", "EmbeddedFiles", "RichMediaContent"];
    private static readonly string[] ActiveActions = ["JavaScript", "Rendition", "SubmitForm", "ImportData", "RichMediaExecute", "GoToE"];

    /// <summary>Ends with <see cref="OperationCanceledException"/> when the budget is over.</summary>
    public static FileInsides Look(Stream content, string name, CancellationToken budget)
    {
        if (!EndsAsPdf(content))
            return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadCutOff), null, name));
        var filters = new BoundedFilters(budget);
        try
        {
            using var pdf = PdfDocument.Open(
                content,
                new ParsingOptions
                {
                    UseLenientParsing = true,
                    SkipMissingFonts = true,
                    FilterProvider = filters,
                }
            );
            if (filters.IsExhausted)
                throw new OperationCanceledException();
            if (pdf.NumberOfPages == 0)
                return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadNoPage), null, name));
            if (pdf.NumberOfPages > MostPages)
                return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadTooManyPages), null, name, MostPages));
            return Walk(pdf, name, filters, budget);
        }
        catch (PdfDocumentEncryptedException)
        {
            return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadPassword), null, name));
        }
#pragma warning disable CA1031 // Whatever the library stumbles over, the file cannot be read.
        catch (Exception) when (!budget.IsCancellationRequested && !filters.IsExhausted)
#pragma warning restore CA1031
        {
            return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadDamaged), null, name));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new OperationCanceledException("The file is too complex.", fault, budget);
        }
    }

    private static bool EndsAsPdf(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, Tail)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        content.Position = 0;
        return tail.AsSpan().LastIndexOf("%%EOF"u8) >= 0;
    }

    /// <summary>Everything that can be reached from the catalogue, each object once.</summary>
    private static FileInsides Walk(PdfDocument pdf, string name, BoundedFilters filters, CancellationToken budget)
    {
        var insides = FileInsides.Plain;
        var seen = new HashSet<(long, int)>();
        var values = 0;
        var open = new Stack<(IToken Value, int Depth)>([(pdf.Structure.Catalog.CatalogDictionary, 0)]);
        while (open.TryPop(out var next))
        {
            budget.ThrowIfCancellationRequested();
            if (filters.IsExhausted || ++values > MostValues || seen.Count > MostObjects)
                throw new OperationCanceledException();
            if (next.Value is IndirectReferenceToken reference)
            {
                if (seen.Add((reference.Data.ObjectNumber, reference.Data.Generation)) && Find(pdf, reference) is { } found)
                    open.Push((found, 0));
                continue;
            }

            if (next.Depth > DeepestNesting)
                throw new OperationCanceledException();
            if (next.Value is ArrayToken array)
                Push(open, array.Data, next.Depth + 1);
            var dictionary = next.Value as DictionaryToken ?? (next.Value as StreamToken)?.StreamDictionary;
            if (dictionary is null)
                continue;
            if (Action(dictionary) == "Launch")
                return FileInsides.Refused(new Refusal(nameof(RefusalCode.UploadLaunches), null, name));
            if (IsActive(dictionary))
                insides = FileInsides.Active;
            Push(open, dictionary.Data.Values, next.Depth + 1);
        }

        return insides;
    }

    private static void Push(Stack<(IToken Value, int Depth)> open, IEnumerable<IToken> values, int depth)
    {
        foreach (var value in values)
        {
            if (value is DictionaryToken or ArrayToken or StreamToken or IndirectReferenceToken)
                open.Push((value, depth));
        }
    }

    private static IToken? Find(PdfDocument pdf, IndirectReferenceToken reference)
    {
        try
        {
            return pdf.Structure.GetObject(reference.Data)?.Data;
        }
#pragma warning disable CA1031 // A part that cannot be read does nothing in a viewer either.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string? Action(DictionaryToken dictionary) => dictionary.Data.TryGetValue("S", out var action) ? (action as NameToken)?.Data : null;

    private static bool IsActive(DictionaryToken dictionary) =>
        Array.Exists(Active, dictionary.Data.ContainsKey) || Action(dictionary) is { } action && ActiveActions.Contains(action);
}
