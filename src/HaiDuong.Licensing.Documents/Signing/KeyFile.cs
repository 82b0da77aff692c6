using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HaiDuong.Licensing.Documents.Signing;

/// <summary>
/// A certificate with its key in a file (PKCS#12) of its own: nobody else of the machine reads it, and with a passphrase it is encrypted (tệp khóa).
/// </summary>
public static class KeyFile
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only the program's own user enters.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Mine | UnixFileMode.UserExecute);
    }

    /// <summary>Loads the file; one that lies open although there is a passphrase is encrypted with it from now on.</summary>
    /// <exception cref="CryptographicException">The file is damaged or encrypted with another passphrase.</exception>
    public static X509Certificate2 Load(string file, string? passphrase)
    {
        if (passphrase is null)
            return X509CertificateLoader.LoadPkcs12FromFile(file, null);
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, passphrase);
        }
        catch (CryptographicException)
        {
            using var open = X509CertificateLoader.LoadPkcs12FromFile(file, null, X509KeyStorageFlags.Exportable);
            Save(file, open, passphrase);
        }

        return X509CertificateLoader.LoadPkcs12FromFile(file, passphrase);
    }

    /// <summary>Written beside and moved into place, so that a stop in the middle leaves no half file.</summary>
    public static void Save(string file, X509Certificate2 certificate, string? passphrase)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mine;
        var half = $"{file}.{Guid.CreateVersion7():N}.new";
        using (var stream = new FileStream(half, options))
            stream.Write(certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, passphrase));
        File.Move(half, file, overwrite: true);
    }
}
