using System.Security.Cryptography.X509Certificates;
using HaiDuong.Licensing.Documents.Signing;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;

namespace HaiDuong.Licensing.Tests.Documents;

/// <summary>A real RFC 3161 time-stamp authority inside the test process.</summary>
internal sealed class LocalTimeStamps : ITimeStampAuthority
{
    private readonly DateTimeOffset _now;
    private readonly AsymmetricCipherKeyPair _keys;
    private readonly Org.BouncyCastle.X509.X509Certificate _certificate;

    public LocalTimeStamps(DateTimeOffset now)
    {
        _now = now;
        var generator = new RsaKeyPairGenerator();
        generator.Init(new KeyGenerationParameters(new SecureRandom(), 2048));
        _keys = generator.GenerateKeyPair();
        var name = new X509Name("CN=Test TSA");
        var certificate = new X509V3CertificateGenerator();
        certificate.SetSerialNumber(BigInteger.One);
        certificate.SetIssuerDN(name);
        certificate.SetSubjectDN(name);
        certificate.SetNotBefore(now.AddDays(-1).UtcDateTime);
        certificate.SetNotAfter(now.AddYears(1).UtcDateTime);
        certificate.SetPublicKey(_keys.Public);
        certificate.AddExtension(X509Extensions.ExtendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeID.id_kp_timeStamping));
        _certificate = certificate.Generate(new Asn1SignatureFactory("SHA256WithRSA", _keys.Private));
        Root = X509CertificateLoader.LoadCertificate(_certificate.GetEncoded());
    }

    public X509Certificate2 Root { get; }

    public Task<byte[]> AskAsync(byte[] request, CancellationToken cancellationToken)
    {
        var tokens = new TimeStampTokenGenerator(_keys.Private, _certificate, TspAlgorithms.Sha256, "1.2.3.4.5");
        tokens.SetCertificates(CollectionUtilities.CreateStore<Org.BouncyCastle.X509.X509Certificate>([_certificate]));
        var responses = new TimeStampResponseGenerator(tokens, TspAlgorithms.Allowed);
        return Task.FromResult(responses.Generate(new TimeStampRequest(request), BigInteger.Two, _now.UtcDateTime).GetEncoded());
    }
}
