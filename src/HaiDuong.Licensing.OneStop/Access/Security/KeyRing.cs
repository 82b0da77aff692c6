using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.OneStop.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace HaiDuong.Licensing.OneStop.Access.Security;

/// <summary>
/// The keys that seal cookies, in the data folder; with a passphrase they are encrypted for a certificate whose own file the passphrase opens.
/// </summary>
public static class KeyRing
{
    private const int KeyBits = 3072;
    private const int Years = 20;

    /// <exception cref="InvalidOperationException">The passphrase is not the one that the keys were encrypted with.</exception>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, OfficeOptions options)
    {
        var folder = Path.Combine(options.DataFolder, "keys", "cookies");
        KeyFile.MakeFolder(folder);
        var keys = services.AddDataProtection().SetApplicationName("mot-cua").PersistKeysToFileSystem(new DirectoryInfo(folder));
        if (options.KeyPassphrase is { Length: > 0 } passphrase)
        {
            var certificate = Open(Path.Combine(options.DataFolder, "keys", "cookies.pfx"), passphrase);
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }

        return services;
    }

    private static X509Certificate2 Open(string file, string passphrase)
    {
        if (!File.Exists(file))
        {
            using var key = RSA.Create(KeyBits);
            var request = new CertificateRequest("CN=mot-cua cookies", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var now = TimeProvider.System.GetUtcNow();
            using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
            KeyFile.Save(file, made, passphrase);
        }

        try
        {
            return KeyFile.Load(file, passphrase);
        }
        catch (CryptographicException fault)
        {
            throw new InvalidOperationException($"{file} cannot be opened: Office__KeyPassphrase is not the passphrase that it was written with.", fault);
        }
    }
}
