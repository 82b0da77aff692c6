namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A slip cannot be printed as its template is not there; the act that wanted it did nothing.</summary>
public sealed class SlipMissingException : Exception
{
    public SlipMissingException(string message)
        : base(message) { }

    public SlipMissingException(string message, Exception inner)
        : base(message, inner) { }

    public SlipMissingException() { }

    /// <summary>The file that is missing, under the folder of the workflows.</summary>
    public string File { get; init; } = "";
}
