using HaiDuong.Licensing.Domain.Notices;
using Microsoft.AspNetCore.DataProtection;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>Hides a one-time code while it waits in the outbox: only the mail or message itself shows it.</summary>
public sealed class OneTimeCodeSeal(IDataProtectionProvider protection)
{
    /// <summary>The fact of a notice that holds the sealed code; the letter has it, opened, under <see cref="Shown"/>.</summary>
    public const string Fact = Notice.SealedFact;

    public const string Shown = "oneTimeCode";

    private readonly IDataProtector protector = protection.CreateProtector("one-time-code");

    public string Seal(string code) => protector.Protect(code);

    public string Open(string sealedCode) => protector.Unprotect(sealedCode);
}
