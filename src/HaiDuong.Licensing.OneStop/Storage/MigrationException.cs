namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>The schema of the database and this program do not belong together; the message says what to do. Nothing was changed.</summary>
public sealed class MigrationException : InvalidOperationException
{
    public MigrationException(string message)
        : base(message) { }

    public MigrationException(string message, Exception inner)
        : base(message, inner) { }

    public MigrationException() { }
}
