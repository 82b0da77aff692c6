namespace HaiDuong.Licensing.OneStop.Storage.Embedded;

/// <summary>The private PostgreSQL cluster cannot be started; the message says what the person at the console can do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message)
        : base(message) { }

    public EmbeddedPostgresException(string message, Exception inner)
        : base(message, inner) { }

    public EmbeddedPostgresException() { }
}
