namespace HaiDuong.Licensing.OneStop.Storage.Files;

/// <summary>A kept file is gone, cannot be read, or is no longer what its address says; whoever meets it gets none of its bytes.</summary>
public sealed class DamagedFileException : Exception
{
    public DamagedFileException(string hash, bool isMissing, Exception? inner = null)
        : base($"The file {hash} is {(isMissing ? "missing" : "damaged")}; it must be restored from a backup.", inner)
    {
        Hash = hash;
        IsMissing = isMissing;
    }

    public DamagedFileException() { }

    public DamagedFileException(string message)
        : base(message) { }

    public DamagedFileException(string message, Exception inner)
        : base(message, inner) { }

    public string Hash { get; } = "";

    public bool IsMissing { get; }
}
