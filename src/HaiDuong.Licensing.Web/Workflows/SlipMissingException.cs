namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>A slip cannot be printed as its template is not there; the act that wanted it did nothing.</summary>
public sealed class SlipMissingException : Exception
{
    public SlipMissingException(string message) : base(message)
    {
    }

    public SlipMissingException(string message, Exception inner) : base(message, inner)
    {
    }

    public SlipMissingException()
    {
    }
}
