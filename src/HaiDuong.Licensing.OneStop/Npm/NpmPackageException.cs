namespace HaiDuong.Licensing.OneStop.Npm;

/// <summary>Why a package is not there (vì sao không có gói).</summary>
public enum NpmFault
{
    /// <summary>The registry is not reached or has no such file.</summary>
    Away,

    /// <summary>The file is not the one that this program was tried with.</summary>
    OtherHash,
}

/// <summary>A package could not be fetched; the message says what happened, as a part of a sentence.</summary>
public sealed class NpmPackageException : Exception
{
    public NpmPackageException(NpmFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    public NpmPackageException() { }

    public NpmPackageException(string message)
        : base(message) { }

    public NpmPackageException(string message, Exception innerException)
        : base(message, innerException) { }

    public NpmFault Fault { get; }
}
