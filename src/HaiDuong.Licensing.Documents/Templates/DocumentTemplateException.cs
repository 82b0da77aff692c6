namespace HaiDuong.Licensing.Documents.Templates;

/// <summary>A template (mẫu văn bản) that cannot be read, or that names a field the model does not have.</summary>
public sealed class DocumentTemplateException : Exception
{
    public DocumentTemplateException() { }

    public DocumentTemplateException(string message)
        : base(message) { }

    public DocumentTemplateException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Path of the unknown field, when that is what is wrong.</summary>
    public string? Field { get; init; }
}
