namespace HaiDuong.Licensing.Documents.Pdf;

/// <summary>A file that is not a PDF this program can extend or check; the message says why.</summary>
public sealed class PdfFormatException : Exception
{
    public PdfFormatException() { }

    public PdfFormatException(string message)
        : base(message) { }

    public PdfFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The file may be a PDF, but asks for more work than any document of an office.</summary>
    public bool AsksForTooMuch { get; init; }
}
